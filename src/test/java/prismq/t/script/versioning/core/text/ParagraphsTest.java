package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.Texts;

class ParagraphsTest {
  private static final List<String> WORDS =
      List.of("a", "of", "the", "keeper", "lighthouse", "naïve", "déjà", "Ελληνικά", "harbour—and");

  private static Pieces lines(String text) {
    return ScriptText.of(text).exactLines();
  }

  private static List<String> paragraphs(String text) {
    Pieces lines = lines(text);
    List<String> paragraphs = new ArrayList<>();
    int start = 0;
    for (int end : Paragraphs.ends(lines, LineRange.all(lines))) {
      paragraphs.add(ExactText.decoded(lines.text(new LineRange(start, end))));
      start = end;
    }
    return paragraphs;
  }

  /** Words, as many as fit on each line; a word is never longer than the line. */
  private static String broken(Random random, int lines, int width, String ending) {
    StringBuilder text = new StringBuilder();
    int line = 1;
    int column = 0;
    while (true) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      if (column > 0 && column + 1 + word.length() > width) {
        if (line++ == lines) {
          return text + ending;
        }
        text.append(ending);
        column = 0;
      }
      text.append(column == 0 ? "" : " ").append(word);
      column += (column == 0 ? 0 : 1) + word.length();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void linesThatWereBrokenAtAWidthAreOneParagraph(long seed) {
    Random random = Seeds.random(seed);
    for (int i = 0; i < 200; i++) {
      String ending = random.nextBoolean() ? "\n" : "\r\n";
      List<String> paragraphs = new ArrayList<>();
      for (int p = random.nextInt(20); p >= 0; p--) {
        boolean few = random.nextBoolean();
        // Two or three lines are only known to belong together where they are not narrow.
        String text =
            few
                ? broken(random, 2 + random.nextInt(2), 55 + random.nextInt(66), ending)
                : broken(random, 4 + random.nextInt(9), 40 + random.nextInt(81), ending);
        paragraphs.add(text + (ending + " \t" + ending).repeat(1 + random.nextInt(2)));
      }
      assertThat(paragraphs(String.join("", paragraphs))).containsExactlyElementsOf(paragraphs);
    }
  }

  @Test
  void whereEveryLineIsAParagraphTheLinesAreCutApart() {
    assertThat(paragraphs("One.\nTwo.\n\n\nThree.\nFour."))
        .containsExactly("One.\n", "Two.\n\n\n", "Three.\n", "Four.");
    String longLine = "word ".repeat(40) + "end.\n";
    assertThat(paragraphs(longLine.repeat(3))).containsExactly(longLine, longLine, longLine);
    assertThat(paragraphs("\n\nOne.\n")).containsExactly("\n\n", "One.\n");
    assertThat(paragraphs("")).isEmpty();
  }

  @Test
  void linesNarrowerThanAnybodyBreaksThemAreParagraphs() {
    Random random = Seeds.random(9);
    assertThat(paragraphs(broken(random, 12, 25, "\n"))).hasSize(12);
    assertThat(paragraphs(broken(random, 2, 45, "\n"))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- an item",
        "* an item",
        "+ an item",
        "  - an item further in",
        "12. an item",
        "3) an item",
        "(1) an item",
        "  (12) an item further in",
        "• an item",
        "‣ an item",
        "  ◦ an item further in",
        "## A heading",
        "> a quotation",
        "| a cell",
        "~~~",
        "=== rule",
        "```java"
      })
  void whatMarksItsBeginningStartsAParagraphAmongBrokenLines(String marked) {
    Random random = Seeds.random(marked.hashCode());
    String before = broken(random, 5, 70, "\n");
    String after = marked + broken(random, 5, 70, "\n").substring(marked.length());
    assertThat(paragraphs(before + after)).startsWith(before).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-dash",
        "*stress*",
        "+one",
        "`code`",
        "12 men",
        "3.5 miles",
        "3)b",
        "1984",
        "a. b",
        "(1)here",
        "(1. here",
        "(1 of 2)",
        "() here",
        "(a) here",
        "•dot",
        "… and so on",
        "€ 3",
        "“ said",
        ".) here",
        "<tag>"
      })
  void whatOnlyLooksAlikeStaysWithinItsParagraph(String start) {
    Random random = Seeds.random(start.hashCode());
    String text = broken(random, 5, 70, "\n");
    String following = start + broken(random, 5, 70, "\n").substring(start.length());
    assertThat(paragraphs(text + following)).containsExactly(text + following);
  }

  @Test
  void aHeadingIsAParagraphAlthoughLinesFollowIt() {
    Random random = Seeds.random(10);
    String text = broken(random, 5, 70, "\n");
    String heading = "# " + text.substring(0, text.indexOf('\n') - 1) + "\n";
    assertThat(paragraphs(heading + text)).containsExactly(heading, text);
  }

  @Test
  void aLineThatEndsLongBeforeTheWidthEndsItsParagraph() {
    Random random = Seeds.random(11);
    String first = broken(random, 6, 70, "\n") + "So it ended.\n";
    String second = broken(random, 6, 70, "\n");
    assertThat(paragraphs(first + second)).containsExactly(first, second);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void howAStretchBetweenBlankLinesIsCutDependsOnNothingAroundIt(long seed) {
    Texts texts = new Texts(seed);
    for (int i = 0; i < 300; i++) {
      String first = texts.any().display() + "text\n\n";
      String second = "text\n" + texts.any().display();
      Pieces lines = lines(first + second);
      int border = lines(first).size();
      List<String> apart = new ArrayList<>(paragraphs(first));
      apart.addAll(paragraphs(second));
      assertThat(paragraphs(first + second)).isEqualTo(apart);
      assertThat(Paragraphs.ends(lines, new LineRange(border, lines.size())))
          .isEqualTo(
              Arrays.stream(Paragraphs.ends(lines(second), LineRange.all(lines(second))))
                  .map(end -> end + border)
                  .toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anUnbrokenTextHasItsParagraphsAsLines(long seed) {
    Random random = Seeds.random(seed);
    for (int i = 0; i < 100; i++) {
      String ending = random.nextBoolean() ? "\n" : "\r\n";
      List<String> paragraphs = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int p = random.nextInt(6); p >= 0; p--) {
        String paragraph = broken(random, 4 + random.nextInt(9), 40 + random.nextInt(81), ending);
        text.append(paragraph).append(ending);
        String inner = paragraph.substring(0, paragraph.length() - ending.length());
        String soft = String.valueOf(Paragraphs.SOFT_BREAK).repeat(ending.length());
        paragraphs.add(inner.replace(ending, soft) + ending);
        paragraphs.add(ending);
      }
      assertThat(ExactText.decoded(Paragraphs.unbroken(lines(text.toString()))))
          .isEqualTo(String.join("", paragraphs));
    }
  }

  @Test
  void aTextWithoutBrokenParagraphsIsUnbrokenAsItIs() {
    assertThat(Paragraphs.unbroken(lines("One.\n\nTwo.\nThree.\n\n\n")))
        .isEqualTo("One.\n\nTwo.\nThree.\n\n\n");
  }

  @ParameterizedTest
  @CsvSource({"' \t\u000B\f\r\n', true", "' .\n', false", "'\u0008\n', false", "'\u000E', false"})
  void aLineOfWhiteSpaceIsBlank(String line, boolean isBlank) {
    assertThat(Paragraphs.isBlank(lines("text\n" + line), 1)).isEqualTo(isBlank);
  }
}
