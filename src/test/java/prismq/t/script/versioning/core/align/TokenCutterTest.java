package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ExactText;

class TokenCutterTest {
  private final TokenNumbers numbers = new TokenNumbers();

  /** The tokens of a text, each line a paragraph of its own unless it is blank. */
  private TokenSequence tokens(String exact) {
    TokenCutter cutter = new TokenCutter(exact, numbers);
    int start = 0;
    int paragraph = 0;
    while (start < exact.length()) {
      int end = start;
      while (end < exact.length() && exact.charAt(end) != '\n' && exact.charAt(end) != '\r') {
        end++;
      }
      if (!exact.substring(start, end).isBlank()) {
        cutter.add(paragraph++, start, end);
      }
      start = end + 1;
    }
    return cutter.tokens();
  }

  /** What the tokens are and their texts; breaks have none. */
  private List<String> cut(String text) {
    TokenSequence tokens = tokens(ExactText.of(text));
    List<String> cut = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      String decoded = ExactText.decoded(tokens.text(token));
      cut.add((tokens.type(token) + " " + decoded).strip());
    }
    return cut;
  }

  private boolean areSame(String one, String other) {
    int[] left = tokens(one).numbers();
    return left.length == 1 && List.of(left[0]).equals(List.of(tokens(other).numbers()[0]));
  }

  @Test
  void wordsSignsAndEndsOfSentencesAreTokensAndWhiteSpaceIsNone() {
    assertThat(cut("The lamp, (late)  burns.\tWhy?"))
        .containsExactly(
            "WORD The",
            "WORD lamp",
            "SIGN ,",
            "SIGN (",
            "WORD late",
            "SIGN )",
            "WORD burns",
            "SENTENCE_END .",
            "WORD Why",
            "SENTENCE_END ?");
    assertThat(cut("Ночь… 東京。\u00A0🚢!"))
        .contains("WORD Ночь", "SENTENCE_END …", "SENTENCE_END 。", "SENTENCE_END !")
        .noneMatch(token -> token.contains("\u00A0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\n\n"})
  void aParagraphAfterABlankLineStartsWithABreakOfItsOwn(String blank) {
    assertThat(cut("One" + blank + "Two"))
        .containsExactly("WORD One", "PARAGRAPH_BREAK", "WORD Two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", " \n"})
  void aParagraphOnTheNextLineStartsWithABreakOfALine(String end) {
    assertThat(cut("One" + end + "Two")).containsExactly("WORD One", "LINE_BREAK", "WORD Two");
  }

  @Test
  void nothingStandsBeforeTheFirstParagraphUnlessLinesDo() {
    assertThat(cut("One")).containsExactly("WORD One");
    assertThat(cut("\nOne")).containsExactly("LINE_BREAK", "WORD One");
    assertThat(cut("\n\nOne")).containsExactly("PARAGRAPH_BREAK", "WORD One");
  }

  @Test
  void breaksOfAKindAreTheSameEverywhere() {
    int[] numbersOf = tokens("a\nb\n\nc\nd\n\ne").numbers();
    assertThat(numbersOf[1]).isEqualTo(numbersOf[5]).isNotEqualTo(numbersOf[3]);
    assertThat(numbersOf[3]).isEqualTo(numbersOf[7]);
  }

  @Test
  void bulletsAndQuotationsBeforeAParagraphAreMarks() {
    assertThat(cut("- One\n  * Two\n> > Three • four"))
        .containsExactly(
            "LIST_MARK -",
            "WORD One",
            "LINE_BREAK",
            "LIST_MARK *",
            "WORD Two",
            "LINE_BREAK",
            "LIST_MARK >",
            "LIST_MARK >",
            "WORD Three",
            "SIGN •",
            "WORD four");
  }

  @Test
  void aNumberIsAMarkWhereAParagraphStartsAndInAListOnly() {
    assertThat(cut("1. One\n2. Two")).contains("LIST_MARK 1.", "LIST_MARK 2.");
    assertThat(cut("One\n\n1. Two")).contains("LIST_MARK 1.");
    assertThat(cut("- One\n1. Two")).contains("LIST_MARK 1.");
    assertThat(cut("It was in\n1907. Nobody")).noneMatch(token -> token.startsWith("LIST"));
    assertThat(cut("It was\n12. Nobody")).noneMatch(token -> token.startsWith("LIST"));
    assertThat(cut("- One\nIt was\n12. Nobody"))
        .containsOnlyOnce("LIST_MARK -")
        .doesNotContain("LIST_MARK 12.");
  }

  @Test
  void aBulletIsAnotherTokenThanTheSignButTheSameAsAnyOfItsKind() {
    int[] bullet = tokens("- lamp - boat\n- lamp").numbers();
    assertThat(bullet[0]).isNotEqualTo(bullet[2]).isEqualTo(bullet[5]);
    assertThat(bullet[1]).isEqualTo(bullet[6]);
    assertThat(tokens("* lamp").numbers()[0]).isNotEqualTo(bullet[0]);
  }

  @Test
  void whatLooksTheSameIsTheSame() {
    assertThat(areSame(ExactText.of("caf\u00E9"), ExactText.of("cafe\u0301"))).isTrue();
    assertThat(areSame(ExactText.of("café"), ExactText.of("cafè"))).isFalse();
    assertThat(areSame("lamp", "lamp")).isTrue();
    assertThat(areSame("lamp", "Lamp")).isFalse();
  }

  /** A word of one character, and how many bytes it takes. */
  @ParameterizedTest
  @CsvSource({"x, 1", "é, 2", "\u07CA, 2", "\u0800, 3", "語, 3", "\uD840\uDC00, 4"})
  void tokensStandAtTheBytesOfTheirText(String character, int bytes) {
    TokenSequence tokens = tokens(ExactText.of(character + " " + character + "."));
    assertThat(tokens.size()).isEqualTo(3);
    assertThat(tokens.end(0)).isEqualTo(bytes);
    assertThat(tokens.start(1)).isEqualTo(bytes + 1);
    assertThat(tokens.end(1)).isEqualTo(2 * bytes + 1);
    assertThat(tokens.end(2)).isEqualTo(2 * bytes + 2);
  }

  @Test
  void bytesThatAreNotUtf8AreLettersOfTheirWords() {
    String latin = "Le caf\u00E9 est \u00E9t\u00E9.";
    TokenSequence tokens = tokens(latin);
    List<String> texts = new ArrayList<>();
    for (int token = 0; token < tokens.size(); token++) {
      texts.add(tokens.text(token));
    }
    assertThat(texts).containsExactly("Le", "caf\u00E9", "est", "\u00E9t\u00E9", ".");
    assertThat(tokens.isWord(3)).isTrue();
    assertThat(areSame("caf\u00E9", "caf\u00E9")).isTrue();
    assertThat(areSame("caf\u00E9", "caf\u00E8")).isFalse();
  }
}
