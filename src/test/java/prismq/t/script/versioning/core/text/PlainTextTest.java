package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void aLineHasSpacesForControlCharactersAndNoneAroundIt() {
    assertThat(PlainText.line("\n A\ttitle\r\nof\u0085two \u0000", 100))
        .isEqualTo("A title  of two");
  }

  @Test
  void aLineThatIsTooLongEndsWithoutASpace() {
    assertThat(PlainText.line("one two three", 8)).isEqualTo("one two");
    assertThat(PlainText.line("  one two", 7)).isEqualTo("one two");
  }

  @Test
  void aMessageKeepsItsLinesButNotTheOnesLeftEmptyAtItsEnd() {
    assertThat(PlainText.message("\nOne.\r\n\r\nTwo. \r\n\n")).isEqualTo("\nOne.\r\n\r\nTwo. ");
    assertThat(PlainText.message("\r\n\n")).isEmpty();
  }

  @Test
  void whatNoTextCanHaveIsReplaced() {
    String halves = "a\uD83D b\uDC4D 👍";
    assertThat(PlainText.message(halves + "\0.")).isEqualTo("a\uFFFD b\uFFFD 👍\uFFFD.");
    assertThat(PlainText.line(halves, 100)).isEqualTo("a\uFFFD b\uFFFD 👍");
    assertThat(PlainText.message("\uD800\uDBFF\uDC00\uDFFF\uE000\uD7FF"))
        .isEqualTo("\uFFFD\uDBFF\uDC00\uFFFD\uE000\uD7FF");
  }

  @Test
  void aCutTextHasAllThatFitsAndNoHalfCharacter() {
    assertThat(PlainText.cut("a👍b", 4)).isEqualTo("a👍b");
    assertThat(PlainText.cut("a👍b", 3)).isEqualTo("a👍");
    assertThat(PlainText.cut("a👍b", 2)).isEqualTo("a");
    assertThat(PlainText.cut("a👍b", 1)).isEqualTo("a");
  }
}
