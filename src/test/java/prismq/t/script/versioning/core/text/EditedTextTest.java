package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
}
