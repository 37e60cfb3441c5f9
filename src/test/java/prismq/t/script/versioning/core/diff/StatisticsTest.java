package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.patch.DeltaType;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.ScriptText;

class StatisticsTest {
  private static Diff diff(String from, String to) {
    return new DiffGenerator().diff(ScriptText.of(from), ScriptText.of(to));
  }

  @Test
  void linesAndWordsAreCountedOnBothSides() {
    assertThat(
            diff("The old lamp burns.\n\nNight.\n", "The new lamp burns low.\n\nNight.\n")
                .statistics())
        .isEqualTo(new Diff.Statistics(1, 1, 1, 2, 0));
    assertThat(diff("One.\n\nTwo words.\n", "One.\n").statistics())
        .isEqualTo(new Diff.Statistics(2, 0, 2, 0, 0));
    assertThat(diff("One.\n", "One.\n").statistics()).isEqualTo(new Diff.Statistics(0, 0, 0, 0, 0));
  }

  @Test
  void wordsOfAParagraphThatMovedAreNeitherAddedNorRemoved() {
    String first = "The keeper climbs the stairs with a lamp in his hand.";
    String second = "Far out on the water a boat turns home without a sound.";
    String third = "Nobody on the pier has slept since the storm began.";
    Diff moved =
        diff(
            first + "\n\n" + second + "\n\n" + third + "\n",
            second + "\n\n" + third + "\n\n" + first + "\n");
    assertThat(moved.statistics()).isEqualTo(new Diff.Statistics(2, 2, 0, 0, 11));
    Diff edited =
        diff(
            first + "\n\n" + second + "\n\n" + third + "\n",
            second + "\n\n" + third + "\n\n" + first.replace("lamp", "bright candle") + "\n");
    assertThat(edited.statistics()).isEqualTo(new Diff.Statistics(2, 2, 1, 2, 10));
  }

  @Test
  void aPatchOfTheLibraryHasTheSameEdits() {
    Diff diff =
        diff(
            "one\ntwo\nthree\nfour\nfive\nsix\nseven\n",
            "one\nTWO\nthree\nfour\nmore\nfive\nsix\n");
    assertThat(diff.patch().getDeltas())
        .extracting(delta -> delta.getType())
        .containsExactly(DeltaType.CHANGE, DeltaType.INSERT, DeltaType.DELETE);
  }

  @Test
  void aLargerDiffTakesMoreOfACache() {
    String text = "A line of words.\n".repeat(50);
    long small = diff(text, text + "More.\n").weight();
    long large = diff(text + text, text + text + "More.\n").weight();
    long worded = diff(text, text.replace("words", "signs")).weight();
    assertThat(small).isGreaterThan(2L * text.length());
    assertThat(large).isGreaterThan(small + 2L * text.length());
    assertThat(worded).isGreaterThan(small + 50 * 100);
  }
}
