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
      assertThat(ScriptText.ofExactLines(text.asBytes().exactLines())).isEqualTo(text);
      assertThat(lines).hasSize(text.lineCount()).doesNotContain("");
      assertThat(lines.subList(0, Math.max(0, lines.size() - 1)))
          .allMatch(line -> LineEnds.endsAt(line, line.length() - 1))
          .noneMatch(line -> line.substring(0, line.length() - 1).contains("\n"));
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
    ScriptText text = ScriptText.of("one\r\ntwo\nthree");
    assertThat(text.exactLines()).containsExactly("one\r\n", "two\n", "three");
    assertThat(text.endsWithNewline()).isFalse();
    assertThat(ScriptText.of("one\n")).isNotEqualTo(ScriptText.of("one\r\n"));
    assertThat(ScriptText.displayLine("one\r\n")).isEqualTo("one");
    assertThat(ScriptText.displayLine("\r\n")).isEmpty();
    assertThat(ScriptText.displayLine("\n")).isEmpty();
    assertThat(ScriptText.displayLine("one\r")).isEqualTo("one");
    assertThat(ScriptText.displayLine(ExactText.of("é\n"))).isEqualTo("é");
  }

  @Test
  void carriageReturnsAloneEndLinesAndAreKept() {
    for (String characters :
        List.of("one\rtwo\r\rthree\r", "one\r\ntwo\r\rthree\n", "a\rb\nc\rd")) {
      ScriptText text = ScriptText.of(characters);
      assertThat(text.characters()).isEqualTo(characters);
      assertThat(text.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(characters);
      assertThat(text.lineCount()).isEqualTo(4);
      assertThat(text).isNotEqualTo(ScriptText.of(characters.replace('\r', '\n')));
    }
    ScriptText mac = ScriptText.of("one\rtwo\r");
    assertThat(mac.exactLines()).containsExactly("one\r", "two\r");
    assertThat(mac.display()).isEqualTo("one\ntwo\n");
    assertThat(mac.endsLinesWithCarriageReturnsAlone()).isTrue();
    assertThat(ScriptText.of("one\r\ntwo\n").endsLinesWithCarriageReturnsAlone()).isFalse();
  }

  @Test
  void aLineCountOfWhenOnlyLineFeedsCountedStillHolds() {
    ScriptText text = ScriptText.of("one\rtwo\r");
    assertThat(text.mayHaveLines(2)).isTrue();
    assertThat(text.mayHaveLines(1)).isTrue();
    assertThat(text.mayHaveLines(3)).isFalse();
  }

  @Test
  void aTextInAnotherEncodingIsReadByItAndKeepsItsBytes() {
    String characters = "Zoë said: “No.”\r\n\r\nThe café\n";
    for (String name : List.of("windows-1252", "macintosh", "utf-16", "UTF-16BE", "UTF-32LE")) {
      TextEncoding encoding = TextEncoding.named(name).orElseThrow();
      byte[] bytes = characters.getBytes(encoding.charset());
      ScriptText text = ScriptText.of(bytes, encoding);
      assertThat(text.bytes()).as(name).isEqualTo(bytes);
      assertThat(text.sizeBytes()).isEqualTo(bytes.length);
      assertThat(text.characters()).isEqualTo(characters);
      assertThat(text.exactLines()).isEqualTo(ScriptText.of(characters).exactLines());
      assertThat(text.exactlyDecoded()).isTrue();
      assertThat(text.wordCount()).isEqualTo(5);
    }
  }

  @Test
  void theByteOrderMarkOfUtf16IsNoCharacterOfTheText() {
    ScriptText text =
        ScriptText.of("\uFEFFTitle".getBytes(StandardCharsets.UTF_16LE), TextEncoding.UTF_16_LE);
    assertThat(text.characters()).isEqualTo("Title");
    assertThat(text.hasByteOrderMark()).isFalse();
    assertThat(text.sizeBytes()).isEqualTo(12);
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
