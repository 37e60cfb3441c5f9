package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Texts;

class EditedTextTest {
  private static final List<String> WORDS = List.of("tower", "light", "é", "李", "", " ", "\uFEFF");
  private static final List<String> ENDINGS = List.of("\n", "\r\n", "\r");

  /** Lines with these endings, some with a byte that is not UTF-8. */
  private static List<byte[]> lines(Random random, int endings, boolean broken) {
    List<byte[]> lines = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      String line = WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(4);
      byte[] bytes = (line + ENDINGS.get(random.nextInt(endings))).getBytes(StandardCharsets.UTF_8);
      if (broken && random.nextBoolean()) {
        bytes[0] = (byte) 0xFF;
      }
      lines.add(bytes);
    }
    return lines;
  }

  private static ScriptText joined(List<byte[]> lines) {
    StringBuilder exact = new StringBuilder();
    lines.forEach(line -> exact.append(new String(line, StandardCharsets.ISO_8859_1)));
    return ScriptText.ofExact(exact.toString());
  }

  private static String sent(ScriptText text) {
    return EditedText.shown(text).replace("\n", "\r\n");
  }

  @Test
  void aTextThatNobodyChangedKeepsEveryByte() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      ScriptText text = joined(lines(random, 1 + seed % 3, seed % 2 == 0));
      assertThat(EditedText.restore(text, sent(text))).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void whatIsTypedIntoATextWithLineFeedsIsKeptAsItIs() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<byte[]> lines = lines(random, 1, false);
      ScriptText base = joined(lines);
      lines.add(random.nextInt(lines.size() + 1), "typed — é\n".getBytes(StandardCharsets.UTF_8));
      ScriptText edited = joined(lines);
      if (!base.hasByteOrderMark() && !edited.hasByteOrderMark()) {
        assertThat(EditedText.restore(base, sent(edited))).as("seed %d", seed).isEqualTo(edited);
      }
    }
  }

  @Test
  void newLinesGetTheEndingsOfTheTextAndOthersKeepTheirBytes() {
    ScriptText base = ScriptText.ofExact("\u00ff one\r\ntwo\r\n");
    assertThat(EditedText.restore(base, "\ufffd one\r\nnew\r\ntwo\r\n"))
        .isEqualTo(ScriptText.ofExact("\u00ff one\r\nnew\r\ntwo\r\n"));
  }

  /** A text whose lines end with LF or CRLF, some bytes of which may not be UTF-8. */
  private static ScriptText anyWithoutLoneReturns(Texts texts) {
    String exact = ExactText.of(texts.any().display()).replaceAll("\r(?!\n)", "");
    return ScriptText.ofExact(
        texts.random().nextInt(3) == 0 ? exact.replace('o', '\u00FF') : exact);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void aLineThatIsAddedLeavesEveryOtherAsItWas(long seed) {
    Texts texts = new Texts(seed);
    Random random = texts.random();
    for (int i = 0; i < 300; i++) {
      ScriptText base = anyWithoutLoneReturns(texts);
      List<String> expected = new ArrayList<>(base.exactLines());
      int at = random.nextInt(base.endsWithNewline() ? expected.size() + 1 : expected.size());
      List<String> field = new ArrayList<>();
      expected.forEach(line -> field.add(ScriptText.displayLine(line)));
      boolean isFirst = at == 0 && base.hasByteOrderMark();
      if (isFirst || field.isEmpty()) {
        continue; // The first line has the byte order mark and is made anew.
      }
      String added = "an added line of seed " + seed;
      field.add(at, added);
      expected.add(at, added + (base.endsLinesWithCarriageReturns() ? "\r\n" : "\n"));
      String whole = String.join("\n", field) + (base.endsWithNewline() ? "\n" : "");
      assertThat(EditedText.restore(base, whole.replace("\n", "\r\n")))
          .isEqualTo(ScriptText.ofExactLines(expected));
    }
  }

  @Test
  void newLinesEndAsThoseOfTheTextAroundAPassage() {
    assertThat(EditedText.restore(ScriptText.of("one"), "one\r\nnew", ScriptText.of("a\r\nb\r\n")))
        .isEqualTo(ScriptText.of("one\r\nnew"));
  }

  @Test
  void theByteOrderMarkStaysWhateverBecomesOfTheFirstLine() {
    ScriptText base = ScriptText.of("\uFEFFone\ntwo\n");
    assertThat(EditedText.restore(base, "ones\r\ntwo\r\n"))
        .isEqualTo(ScriptText.of("\uFEFFones\ntwo\n"));
    assertThat(EditedText.restore(base, "one\r\ntwo\r\nthree\r\n"))
        .isEqualTo(ScriptText.of("\uFEFFone\ntwo\nthree\n"));
    assertThat(EditedText.restore(base, "\uFEFFones\r\n")).isEqualTo(ScriptText.of("\uFEFFones\n"));
    assertThat(EditedText.restore(ScriptText.of("one\n"), "ones\r\n"))
        .isEqualTo(ScriptText.of("ones\n"));
  }

  @Test
  void bytesThatAFieldCannotHoldStayInLinesThatNobodyTouched() {
    ScriptText base = ScriptText.of("café\ncafé\nend\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(EditedText.restore(base, "caf\uFFFD\r\ncaf\uFFFD\r\nthe end\r\n"))
        .isEqualTo(ScriptText.of("café\ncafé\nthe end\n".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void aLineThatIsRepeatedIsWrittenAsItIsShown() {
    ScriptText base = ScriptText.of("one\r\ntwo\nthree\n");
    assertThat(EditedText.restore(base, "one\r\none\r\ntwo\r\nthree\r\n"))
        .isEqualTo(ScriptText.of("one\r\none\ntwo\nthree\n"));
  }

  @Test
  void aLastLineThatGetsOrLosesItsEndingIsMadeAnew() {
    assertThat(EditedText.restore(ScriptText.of("one\r\ntwo"), "one\r\ntwo\r\n"))
        .isEqualTo(ScriptText.of("one\r\ntwo\n"));
    assertThat(EditedText.restore(ScriptText.of("one\r\ntwo\r\n"), "one\r\ntwo"))
        .isEqualTo(ScriptText.of("one\r\ntwo"));
    assertThat(EditedText.restore(ScriptText.of("one\n"), "").bytes()).isEmpty();
  }

  @Test
  void whatNoTextCanHaveIsRefused() {
    ScriptText base = ScriptText.of("one\n");
    assertThatThrownBy(() -> EditedText.restore(base, "a\0")).isInstanceOf(NotTextException.class);
    assertThatThrownBy(() -> EditedText.restore(base, "a\uD83D"))
        .isInstanceOf(NotTextException.class);
  }
}
