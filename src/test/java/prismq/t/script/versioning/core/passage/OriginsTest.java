package prismq.t.script.versioning.core.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.passage.Origins.Origin;
import prismq.t.script.versioning.core.text.ScriptText;

class OriginsTest {
  private static final String LONG_STORY =
      "The keeper climbed the stairs of the tower every evening before dark.\n";

  /** The parts of a version's text as "number: text". */
  private static List<String> origins(MadeUpHistory made, int version) {
    byte[] text = made.text(version).bytes();
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (Origin origin : Origins.of(made.passages(), version)) {
      parts.add(
          origin.version()
              + ": "
              + new String(text, start, origin.length(), StandardCharsets.UTF_8));
      start += origin.length();
    }
    assertThat(start).isEqualTo(text.length);
    return parts;
  }

  @Test
  void aWordBelongsToTheVersionThatWroteIt() {
    MadeUpHistory made =
        MadeUpHistory.of(
            LONG_STORY,
            LONG_STORY.replace("evening", "night"),
            LONG_STORY.replace("evening", "night").replace("dark", "dusk"));
    assertThat(origins(made, 2))
        .containsExactly(
            "1: The keeper climbed the stairs of the tower every ",
            "2: night",
            "1:  before dark.\n");
    assertThat(origins(made, 3))
        .containsExactly(
            "1: The keeper climbed the stairs of the tower every ",
            "2: night",
            "1:  before ",
            "3: dusk",
            "1: .\n");
  }

  @Test
  void whatComesBackBelongsToWhoWroteItFirst() {
    MadeUpHistory made = MadeUpHistory.of("One.\n\nTwo.\n", "One.\n", "One.\n\nTwo.\n");
    assertThat(origins(made, 3)).containsExactly("1: One.\n\nTwo.\n");
  }

  @Test
  void aParagraphThatMovesAndIsEditedOnTheWayKeepsItsOrigin() {
    String other = "Nobody had seen the ship since the storm of the last winter.\n\n";
    String third = "The letters lay unread in a drawer of the old desk.\n\n";
    MadeUpHistory made =
        MadeUpHistory.of(
            LONG_STORY + "\n" + other + third,
            other + third + LONG_STORY.replace("evening", "night"));
    assertThat(origins(made, 2))
        .contains("2: night")
        .anyMatch(part -> part.startsWith("1: ") && part.contains("The keeper climbed"));
  }

  @Test
  void aLineThatMovesIntoAnotherParagraphKeepsItsOrigin() {
    String link = "[enums]: chapter-six-on-enumerations.html\n";
    MadeUpHistory made =
        MadeUpHistory.of(
            "One.\n\n" + link + "\nTwo and some more words of it.\n\n[a]: b\n[c]: d\n",
            "One.\n\nTwo and some more words of it.\n\n[a]: b\n[x]: y\n" + link + "[c]: d\n");
    assertThat(origins(made, 2))
        .containsExactly(
            "1: One.\n\nTwo and some more words of it.\n\n[a]: b\n",
            "2: [x]: y\n",
            "1: " + link + "[c]: d\n");
  }

  @Test
  void aMergeTakesFromBothParents() {
    MadeUpHistory made = MadeUpHistory.of(LONG_STORY);
    String night = LONG_STORY.replace("evening", "night");
    String keeper = LONG_STORY.replace("stairs", "ladder");
    made.add(1, 0, ScriptText.of(night));
    made.add(1, 0, ScriptText.of(keeper));
    made.add(2, 3, ScriptText.of(night.replace("stairs", "ladder")));
    assertThat(origins(made, 4))
        .containsExactly(
            "1: The keeper climbed the ",
            "3: ladder",
            "1:  of the tower every ",
            "2: night",
            "1:  before dark.\n");
  }

  @Test
  void aMergeWhoseFirstParentCannotBeReadTakesFromTheSecond() {
    MadeUpHistory made = MadeUpHistory.of(LONG_STORY);
    made.add(0, 1, ScriptText.of(LONG_STORY.replace("evening", "night") + "\nThe end.\n"));
    assertThat(origins(made, 2))
        .containsExactly(
            "1: The keeper climbed the stairs of the tower every ",
            "2: night",
            "1:  before dark.\n",
            "2: \nThe end.\n");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theOriginsOfEveryVersionCoverItsTextAndAreNotLaterThanIt(long seed) {
    MadeUpHistory made = MadeUpHistory.of(seed, 60);
    PassageHistory history = made.passages();
    for (int version = 1; version <= made.latest(); version++) {
      List<Origin> origins = Origins.of(history, version);
      assertThat(origins.stream().mapToInt(Origin::length).sum())
          .isEqualTo(made.text(version).sizeBytes());
      int number = version;
      assertThat(origins).allMatch(origin -> origin.version() <= number && origin.length() > 0);
    }
  }
}
