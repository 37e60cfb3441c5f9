package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Texts;

class ScriptTextTest {
  @Test
  void theLinesOfAnyTextMakeExactlyTheTextAgain() {
    Texts texts = new Texts(1);
    for (int i = 0; i < 2_000; i++) {
      ScriptText text = texts.any();
      List<String> lines = text.exactLines();
      assertThat(ScriptText.ofExactLines(lines)).isEqualTo(text);
      assertThat(lines).hasSize(text.lineCount()).doesNotContain("");
      assertThat(lines.subList(0, Math.max(0, lines.size() - 1)))
          .allMatch(line -> line.indexOf('\n') == line.length() - 1);
    }
  }

  @Test
  void theHashIsTheSha256OfTheBytes() {
    assertThat(ScriptText.of("abc").hash().hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(ScriptText.of("").hash().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void lineEndingsAreKeptAndTellTextsApart() {
    ScriptText text = ScriptText.of("one\r\ntwo\rstill two\nthree");
    assertThat(text.exactLines()).containsExactly("one\r\n", "two\rstill two\n", "three");
    assertThat(text.endsWithNewline()).isFalse();
    assertThat(ScriptText.of("one\n")).isNotEqualTo(ScriptText.of("one\r\n"));
    assertThat(ScriptText.displayLine("one\r\n")).isEqualTo("one");
    assertThat(ScriptText.displayLine("\r\n")).isEmpty();
    assertThat(ScriptText.displayLine("\n")).isEmpty();
    assertThat(ScriptText.displayLine("one\r")).isEqualTo("one\r");
    assertThat(ScriptText.displayLine(ExactText.of("é\n"))).isEqualTo("é");
  }

  @Test
  void anEmptyTextHasNoLines() {
    ScriptText empty = ScriptText.of("");
    assertThat(empty.exactLines()).isEmpty();
    assertThat(empty.lineCount()).isZero();
    assertThat(empty.wordCount()).isZero();
    assertThat(empty.exactlyDecoded()).isTrue();
  }

  @Test
  void theByteOrderMarkIsKeptButNotShown() {
    ScriptText text = ScriptText.of("\uFEFFTitle");
    assertThat(text.hasByteOrderMark()).isTrue();
    assertThat(text.display()).isEqualTo("Title");
    assertThat(text.wordCount()).isEqualTo(1);
    assertThat(text.sizeBytes()).isEqualTo(8);
  }

  @Test
  void bytesThatAreNotUtf8AreKeptAndShownAsReplaced() {
    byte[] latin1 = "café\n".getBytes(StandardCharsets.ISO_8859_1);
    ScriptText text = ScriptText.of(latin1);
    assertThat(text.bytes()).isEqualTo(latin1);
    assertThat(text.exactlyDecoded()).isFalse();
    assertThat(text.display()).isEqualTo("caf\uFFFD\n");
  }

  @Test
  void nulIsRefusedWithItsPosition() {
    assertThatThrownBy(() -> ScriptText.of("ab\0"))
        .isInstanceOf(NotTextException.class)
        .hasMessageContaining("position 2");
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThatThrownBy(() -> ScriptText.of("a\uD83D"))
        .isInstanceOf(NotTextException.class)
        .hasMessageContaining("surrogate");
  }
}
