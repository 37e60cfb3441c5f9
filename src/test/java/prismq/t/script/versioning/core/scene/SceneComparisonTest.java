package prismq.t.script.versioning.core.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.scene.SceneHeading.Renaming;
import prismq.t.script.versioning.core.text.TextFormat;

class SceneComparisonTest {
  /** Words of a scene of its own. */
  private static String body(int seed) {
    Random random = new Random(seed);
    return IntStream.range(0, 30)
        .mapToObj(i -> "w" + random.nextInt(400))
        .collect(Collectors.joining(" "));
  }

  private static String scene(String heading, String body) {
    return heading + "\n\n" + body + "\n\n";
  }

  private static final String KITCHEN = scene("INT. KITCHEN - DAY", body(1));
  private static final String GARDEN = scene("EXT. GARDEN - NIGHT", body(2));
  private static final String CELLAR = scene("INT. CELLAR - NIGHT", body(3));
  private static final String ROOF = scene("EXT. ROOF - DAWN", body(4));

  private static List<SceneChange> changes(String from, String to) {
    return SceneComparison.of(
        Scenes.of(TextFormat.SCREENPLAY, from), Scenes.of(TextFormat.SCREENPLAY, to));
  }

  private static String outcomes(String from, String to) {
    return changes(from, to).stream()
        .map(change -> change.outcome().word() + " " + change.scene().heading())
        .collect(Collectors.joining(", "));
  }

  @Test
  void aSceneIsTheSameWhateverWhiteSpaceIsInIt() {
    assertThat(outcomes(KITCHEN + GARDEN, "\n\n" + KITCHEN.replace("\n", "\r\n") + GARDEN))
        .isEqualTo("same INT. KITCHEN - DAY, same EXT. GARDEN - NIGHT");
  }

  @Test
  void aHeadingIsTheSameWhateverItsCaseDashesAndMarkup() {
    assertThat(outcomes(KITCHEN, KITCHEN.replace("INT. KITCHEN - DAY", "**int. Kitchen — day**")))
        .isEqualTo("same int. Kitchen — day");
  }

  @Test
  void wordsThatChangedInASceneAreCounted() {
    List<SceneChange> changes = changes(KITCHEN, KITCHEN.replace(body(1), body(1) + " one two"));
    assertThat(changes).extracting(SceneChange::outcome).containsExactly(SceneOutcome.EDITED);
    assertThat(changes.get(0).wordsAdded()).isEqualTo(2);
    assertThat(changes.get(0).wordsRemoved()).isZero();
    assertThat(changes.get(0).minutes()).isPositive();
  }

  @Test
  void aSceneThatStandsElsewhereMoved() {
    assertThat(outcomes(KITCHEN + GARDEN + CELLAR, CELLAR + KITCHEN + GARDEN))
        .isEqualTo("moved INT. CELLAR - NIGHT, same INT. KITCHEN - DAY, same EXT. GARDEN - NIGHT");
    assertThat(outcomes(KITCHEN + GARDEN + CELLAR, CELLAR.strip() + " more\n\n" + KITCHEN + GARDEN))
        .startsWith("moved_and_edited INT. CELLAR - NIGHT, same");
  }

  @Test
  void aSceneWithAnotherHeadingIsRenamedAndNeverOmitted() {
    List<SceneChange> changes =
        changes(
            KITCHEN + GARDEN,
            KITCHEN.replace("INT. KITCHEN - DAY", "EXT. KITCHEN - NIGHT") + GARDEN);
    assertThat(changes)
        .extracting(SceneChange::outcome)
        .containsExactly(SceneOutcome.RENAMED, SceneOutcome.SAME);
    assertThat(changes.get(0).renamings())
        .containsExactly(
            new Renaming("setting", "INT", "EXT"), new Renaming("time", "DAY", "NIGHT"));
  }

  @Test
  void aShortSceneIsKnownByItsPlaceOrItsText() {
    String from = KITCHEN + scene("EXT. SEA - NIGHT", "Waves.") + GARDEN;
    assertThat(outcomes(from, from.replace("SEA - NIGHT", "SEA - DAY")))
        .contains("renamed EXT. SEA - DAY");
    assertThat(outcomes(from, from.replace("EXT. SEA - NIGHT", "EXT. SHORE - DAY")))
        .contains("renamed EXT. SHORE - DAY");
    assertThat(outcomes(from, from.replace("SEA - NIGHT", "SEA - DAY").replace("Waves", "Foam")))
        .contains("renamed EXT. SEA - DAY");
  }

  @Test
  void aSceneWithAnotherHeadingAndMostlyOtherWordsIsKnownBesideItsNeighbours() {
    List<String> words = List.of(body(2).split(" "));
    String rewritten = String.join(" ", words.subList(0, 12)) + " " + body(7);
    String pier = scene("INT. PIER - DAY", rewritten);
    assertThat(outcomes(KITCHEN + GARDEN + ROOF, KITCHEN + pier + ROOF))
        .isEqualTo("same INT. KITCHEN - DAY, renamed INT. PIER - DAY, same EXT. ROOF - DAWN");
    assertThat(outcomes(KITCHEN + GARDEN + ROOF, pier + KITCHEN + ROOF))
        .contains("new INT. PIER - DAY", "omitted EXT. GARDEN - NIGHT");
  }

  @Test
  void aFewWordsThatStayedTellMoreThanTheHeadingOfAnotherScene() {
    String wave = scene("EXT. SEA - NIGHT", "Waves.");
    String from = KITCHEN + wave + GARDEN + ROOF + scene("INT. HALL - DAY", body(8));
    String to = KITCHEN + scene("INT. HALL - DAY", "Waves.") + GARDEN + ROOF;
    assertThat(outcomes(from, to))
        .contains("renamed INT. HALL - DAY", "omitted INT. HALL - DAY")
        .doesNotContain("EXT. SEA");
  }

  @Test
  void scenesBehindANewOneAreRenumbered() {
    String from = KITCHEN.replace("DAY", "DAY #1#") + GARDEN.replace("NIGHT", "NIGHT #2#");
    String to =
        KITCHEN.replace("DAY", "DAY #1#")
            + CELLAR.replace("NIGHT", "NIGHT #2#")
            + GARDEN.replace("NIGHT", "NIGHT #3#");
    assertThat(outcomes(from, to))
        .isEqualTo(
            "same INT. KITCHEN - DAY, new INT. CELLAR - NIGHT, renumbered EXT. GARDEN - NIGHT");
  }

  @Test
  void aSceneThatWasRewrittenIsKnownByItsNumberOrHeading() {
    assertThat(outcomes(KITCHEN + GARDEN, KITCHEN.replace(body(1), body(9)) + GARDEN))
        .isEqualTo("edited INT. KITCHEN - DAY, same EXT. GARDEN - NIGHT");
    assertThat(outcomes(KITCHEN.replace("DAY", "DAY #7#"), CELLAR.replace("NIGHT", "NIGHT #7#")))
        .isEqualTo("renamed INT. CELLAR - NIGHT");
  }

  @Test
  void aSceneThatIsThereNoMoreStandsBehindTheOneItFollowed() {
    assertThat(outcomes(KITCHEN + CELLAR + GARDEN, KITCHEN + GARDEN))
        .isEqualTo(
            "same INT. KITCHEN - DAY, omitted INT. CELLAR - NIGHT, same EXT. GARDEN - NIGHT");
    assertThat(outcomes("", KITCHEN)).isEqualTo("new INT. KITCHEN - DAY");
    assertThat(outcomes(KITCHEN, "")).isEqualTo("omitted INT. KITCHEN - DAY");
  }

  @Test
  void aSceneIsSplitOrJoined() {
    String whole = scene("INT. KITCHEN - DAY", body(1) + "\n\n" + body(5));
    String parts = KITCHEN + scene("INT. HALL - DAY", body(5));
    assertThat(outcomes(whole + GARDEN, parts + GARDEN))
        .isEqualTo("split INT. KITCHEN - DAY, split INT. HALL - DAY, same EXT. GARDEN - NIGHT");
    assertThat(outcomes(parts + GARDEN, whole + GARDEN))
        .isEqualTo(
            "joined INT. KITCHEN - DAY, joined INT. KITCHEN - DAY, same EXT. GARDEN - NIGHT");
    assertThat(changes(whole, parts).get(0).wordsRemoved()).isZero();
  }

  @Test
  void scenesAtTheSamePlaceAreToldApartByTheirWords() {
    String first = scene("INT. CAR - DAY", body(11));
    String second = scene("INT. CAR - DAY", body(12));
    String third = scene("INT. CAR - DAY", body(13));
    assertThat(outcomes(first + KITCHEN + second + ROOF + third, KITCHEN + second + ROOF + third))
        .isEqualTo(
            "omitted INT. CAR - DAY, same INT. KITCHEN - DAY, same INT. CAR - DAY,"
                + " same EXT. ROOF - DAWN, same INT. CAR - DAY");
  }

  @Test
  void thousandsOfScenesWithOneHeadingAreCompared() {
    String from =
        IntStream.range(0, 3_000)
            .mapToObj(i -> scene("INT. CAR - DAY", body(i)))
            .collect(Collectors.joining());
    String to = scene("INT. CAR - DAY", body(-1)) + from;
    List<SceneChange> changes = changes(from, to);
    assertThat(changes).hasSize(3_001);
    assertThat(changes.stream().filter(change -> change.outcome() == SceneOutcome.SAME).count())
        .isEqualTo(3_000);
  }
}
