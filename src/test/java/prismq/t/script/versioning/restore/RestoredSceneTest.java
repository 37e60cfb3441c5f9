package prismq.t.script.versioning.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;

class RestoredSceneTest {
  private static final String ROOM =
      "INT. ROOM - DAY\n\nDan waits for the train and reads an old letter.\n\nDAN\nIt is late.\n\n";
  private static final String SEA =
      "EXT. SEA - NIGHT\n\nWaves break on the stones below the lamp.\n\nANN\nNobody comes.\n\n";
  private static final String MILL =
      "EXT. MILL - DAY\n\nThe wheel turns slowly in the cold brown water.\n\nBEN\nListen to it.\n\n";
  private static final String END =
      "INT. HALL - NIGHT\n\nAll of them dance until the lights go out.\n";

  private static RestoredScene restored(String from, String to, int place, boolean isMovedBack) {
    ScriptText left = ScriptText.of(from);
    ScriptText right = ScriptText.of(to);
    Comparison comparison = Comparison.of(left, right, new DiffGenerator().diff(left, right));
    return RestoredScene.of(comparison, place, isMovedBack).orElseThrow();
  }

  private static String text(String from, String to, int place) {
    return restored(from, to, place, false).text().display();
  }

  @Test
  void aSceneThatWasEditedGetsItsWordsBackAndNoOtherDoes() {
    String to = ROOM.replace("late", "early") + SEA.replace("Nobody", "Somebody") + MILL + END;
    assertThat(text(ROOM + SEA + MILL + END, to, 2))
        .isEqualTo(ROOM.replace("late", "early") + SEA + MILL + END);
  }

  @Test
  void aSceneThatWasOmittedComesBackToItsPlace() {
    assertThat(text(ROOM + SEA + MILL + END, ROOM + MILL + END, 2))
        .isEqualTo(ROOM + SEA + MILL + END);
    assertThat(text(ROOM + SEA + END, ROOM + SEA, 3)).isEqualTo(ROOM + SEA + END);
    assertThat(text(ROOM + SEA + END, SEA + END, 1)).isEqualTo(ROOM + SEA + END);
    assertThat(text(ROOM + END, ROOM.strip() + "\n", 2)).isEqualTo(ROOM + END);
  }

  @Test
  void ofTwoScenesThatWereOmittedTogetherOneComesBack() {
    String from = ROOM + SEA + MILL + END;
    assertThat(text(from, ROOM + END, 2)).isEqualTo(ROOM + SEA + END);
    assertThat(text(from, ROOM + END, 3)).isEqualTo(ROOM + MILL + END);
    assertThat(restored(from, ROOM + END, 3, false).isOmitted()).isTrue();
  }

  @Test
  void whatWasAddedToASceneGoesAndNewScenesStay() {
    String added = SEA + "A gull screams.\n\n";
    assertThat(text(ROOM + SEA + END, ROOM + added + MILL + END, 2))
        .isEqualTo(ROOM + SEA + MILL + END);
  }

  @Test
  void aSceneThatMovedStaysWhereItIsUnlessThatIsAsked() {
    String from = ROOM + SEA + MILL + END;
    String edited = SEA.replace("Nobody", "Somebody");
    String to = ROOM + MILL + END + "\n" + edited;
    RestoredScene stays = restored(from, to, 2, false);
    assertThat(stays.hasMoved()).isTrue();
    assertThat(stays.text().display()).isEqualTo(ROOM + MILL + END + "\n" + SEA);
    assertThat(restored(from, to, 2, true).text().display().stripTrailing())
        .isEqualTo(from.stripTrailing());
  }

  @Test
  void aPassageThatIsPartOfAnotherSceneNowStaysThereUnlessThatIsAsked() {
    String waves = "Waves break on the stones below the lamp.\n\n";
    String from = ROOM + SEA + MILL + END;
    String to = ROOM + SEA.replace(waves, "") + MILL + waves + END;
    RestoredScene stays = restored(from, to, 2, false);
    assertThat(stays.hasMoved()).isTrue();
    assertThat(stays.text().display()).isEqualTo(to);
    assertThat(restored(from, to, 2, true).text().display()).isEqualTo(from);
  }

  @Test
  void aSceneThatWasSplitIsOneAgain() {
    String first = "Dan waits for the train and reads an old letter.\n\nHe sits down.\n\n";
    String second = "The train never comes, and the lamp goes out.\n\nDAN\nIt is late.\n\n";
    String from = "INT. ROOM - DAY\n\n" + first + second + END;
    String to = "INT. ROOM - DAY\n\n" + first + "INT. ROOM - LATER\n\n" + second + END;
    assertThat(text(from, to, 1)).isEqualTo(from);
  }

  @Test
  void thereIsNoSceneBehindTheLastOne() {
    ScriptText text = ScriptText.of(ROOM);
    Comparison same = Comparison.of(text, text, new DiffGenerator().diff(text, text));
    assertThat(RestoredScene.of(same, 2, false)).isEmpty();
  }

  @Test
  void whatWasWrittenElsewhereSinceStaysAndWhatWasWrittenThereIsAsked() {
    String from = ROOM + SEA + END;
    String to = ROOM + SEA.replace("Nobody", "Somebody") + END;
    ScriptText left = ScriptText.of(from);
    ScriptText right = ScriptText.of(to);
    Comparison comparison = Comparison.of(left, right, new DiffGenerator().diff(left, right));
    Undoing undoing =
        Undoing.scene(comparison, RestoredScene.of(comparison, 2, false).orElseThrow());
    RestoreForm form = new RestoreForm(1, 2, null, 2, false, null, 3, "", "", Answers.NONE);
    String elsewhere = to.replace("late", "early");
    Draft draft = new Merging(undoing, ScriptText.of(elsewhere), form).draft();
    assertThat(draft.text().display()).isEqualTo(from.replace("late", "early"));
    String there = to.replace("Somebody comes", "Everybody comes");
    assertThat(new Merging(undoing, ScriptText.of(there), form).draft().passages()).hasSize(1);
  }

  @Test
  void everyEditedSceneOfAnyTextIsAsItWasAndAllOthersStay() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<String> from = new ArrayList<>();
      List<String> to = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        StringBuilder scene = new StringBuilder("INT. ROOM " + i + " - DAY\n\n");
        StringBuilder edited = new StringBuilder("INT. ROOM " + i + " - DAY\n\n");
        for (int k = 0; k < 5; k++) {
          String words =
              "DAN\nLine " + random.nextInt(900) + " tells of " + random.nextInt(900) + " oxen";
          scene.append(words).append(" here.\n\n");
          int what = random.nextInt(6);
          edited.append(what == 0 ? "" : what == 1 ? words + " there.\n\n" : words + " here.\n\n");
        }
        from.add(scene.toString());
        to.add(edited.toString());
      }
      int place = random.nextInt(6);
      List<String> expected = new ArrayList<>(to);
      expected.set(place, from.get(place));
      assertThat(text(String.join("", from), String.join("", to), place + 1))
          .as("seed %d", seed)
          .isEqualTo(String.join("", expected));
    }
  }
}
