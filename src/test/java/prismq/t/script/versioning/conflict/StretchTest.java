package prismq.t.script.versioning.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ScriptText;

/** The texts of a passage for display, shortened where they are long. */
class StretchTest {
  private static final int MAX_SHOWN = 40_000;

  private static String text(Random random, int words) {
    return random
        .ints(words, 0, 4_000)
        .mapToObj(i -> i % 9 == 0 ? "né" + i + "\n" : i % 50 == 0 ? "🚢" : "word" + i)
        .collect(Collectors.joining(" "));
  }

  private static String edited(String text, Random random) {
    int start = random.nextInt(text.length());
    int often = 5 + random.nextInt(40_000);
    return text.substring(0, start).replaceAll("[\uD83D\uDEA2]$", "")
        + text.substring(start)
            .replaceAll("^[\uDC00-\uDFFF]", "")
            .replace("word" + random.nextInt(often) + " ", "other ");
  }

  private static void accountsForAllOf(String text, List<Stretch> stretches) {
    int shown = 0;
    int leftOut = 0;
    for (Stretch stretch : stretches) {
      if (stretch.kind() == Stretch.Difference.LEFT_OUT) {
        leftOut += Integer.parseInt(stretch.text().replaceAll("\\D", ""));
      } else if (stretch.kind() != Stretch.Difference.DELETED) {
        shown += stretch.text().codePointCount(0, stretch.text().length());
        assertThat(text.contains(stretch.text())).isTrue();
      }
    }
    assertThat(shown + leftOut).isEqualTo(text.codePointCount(0, text.length()));
    assertThat(shown).isLessThan(MAX_SHOWN);
  }

  private static int shown(List<Stretch> stretches) {
    return stretches.stream().mapToInt(stretch -> stretch.text().length()).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsShownOfALongTextAndWhatIsSaidToBeLeftOutIsAllOfIt(long seed) {
    Random random = Seeds.random(seed);
    for (int words : List.of(1_000, 10_000, 60_000)) {
      String base = text(random, words);
      String text = seed % 4 == 0 ? text(random, words) : edited(base, random);
      ScriptText from = ScriptText.of(base);
      ScriptText to = ScriptText.of(text);
      accountsForAllOf(text, Stretch.of(from, to));
      // What went may be shortened too, so that more is left out than is there.
      assertThat(shown(Stretch.changes(from, to))).isLessThan(MAX_SHOWN);
      accountsForAllOf(base, Stretch.of(from));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50_000, 99_999})
  void theOnlyDifferenceOfALongTextIsShown(int place) {
    String before = "word ".repeat(100_000);
    String after = before.substring(0, 5 * place) + "lamp " + before.substring(5 * place + 5);
    List<Stretch> stretches = Stretch.changes(ScriptText.of(before), ScriptText.of(after));
    assertThat(stretches)
        .filteredOn(
            s -> s.kind() == Stretch.Difference.INSERTED || s.kind() == Stretch.Difference.DELETED)
        .extracting(stretch -> stretch.text().strip())
        .containsExactly("word", "lamp");
  }
}
