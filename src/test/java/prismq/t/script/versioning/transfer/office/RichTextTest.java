package prismq.t.script.versioning.transfer.office;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.language.FilledMessage;

class RichTextTest {
  private static final int LIMIT = 10_000;

  private static OfficeText read(String rtf) {
    byte[] bytes = rtf.getBytes(ISO_8859_1);
    assertThat(OfficeFormat.of(bytes)).contains(OfficeFormat.RICH_TEXT);
    return OfficeFormat.RICH_TEXT.read(bytes, LIMIT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl\\f0 Times;}\\f0 caf\\'e9\\par}|café",
        "{\\rtf1\\ansi\\ansicpg1251 \\'cb\\'e0\\'ec\\'ef\\'e0\\par}|Лампа",
        "{\\rtf1\\mac caf\\'8e\\par}|café",
        "{\\rtf1\\ansi\\ansicpg932 \\'83\\'89\\'83\\'93\\'83\\'76\\par}|ランプ",
        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\f1 \\'cb\\f0 \\'e9}|Лé",
        "{\\rtf1\\ansi\\uc1 \\u1051?\\u-3913\\'3f\\'3f}|Л\uF0B7?",
        "{\\rtf1\\ansi\\uc2 \\u233 ab\\uc0 \\u233 ab}|ééab",
        "{\\rtf1\\ansi \\u55357?\\u56832?}|\uD83D\uDE00",
        "{\\rtf1\\ansi \\ldblquote Who\\rquote s\\rdblquote\\emdash\\~x\\_y \\{\\\\\\}}|“Who’s”—\u00A0x\u2011y {\\}",
      })
  void lettersOfEveryKindAreRead(String rtf, String text) {
    assertThat(read(rtf).text()).isEqualTo(text + "\n");
  }

  @Test
  void tabsAndLinesInAParagraphAreKept() {
    assertThat(read("{\\rtf1 one\\tab two\\line three}").text()).isEqualTo("one\ttwo\nthree\n");
  }

  @Test
  void paragraphsHeadingsAndListsComeIn() {
    String rtf =
        "{\\rtf1\\ansi{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}}\r\n"
            + "{\\info{\\title Not in the text}}{\\header Page 1\\par}"
            + "\\pard\\s1 The lamp\\par\\pard It is\r\n dark.\\par\\par"
            + "{\\listtext\\'b7\\tab}\\ls1\\ilvl0 lamp\\par{\\listtext o\\tab}\\ls1\\ilvl1 wick\\par"
            + "\\pard Then\\par{\\listtext 3.\\tab}\\ls2 wait\\par{\\pntext 4)\\tab}see\\par}";
    assertThat(read(rtf).text())
        .isEqualTo("# The lamp\n\nIt is dark.\n\n- lamp\n   - wick\n\nThen\n\n3. wait\n4. see\n");
  }

  @Test
  void trackedChangesAreAcceptedAndCounted() {
    OfficeText read =
        read(
            "{\\rtf1 The {\\deleted\\revauthdel1 old}{\\revised\\revauth1 new} lamp{\\deleted\\par}"
                + " burns {\\v hidden}on.\\par}");
    assertThat(read.text()).isEqualTo("The new lamp burns on.\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly("3 tracked changes, accepted");
  }

  @Test
  void whatDoesNotComeInIsSaid() {
    OfficeText read =
        read(
            "{\\rtf1 A {\\b lamp}{\\footnote Of brass.}.{\\*\\annotation Sure?}"
                + "{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 0102}}"
                + "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}\\par"
                + "\\trowd\\intbl one\\cell two\\cell\\row\\pard}");
    assertThat(read.text()).isEqualTo("A lamp.link\n\none\n\ntwo\n");
    assertThat(read.lost())
        .extracting(FilledMessage::text)
        .containsExactly(
            "1 comment is left out",
            "1 footnote is left out",
            "1 picture is left out",
            "1 table was imported as paragraphs, cell by cell",
            "bold, italics and other formatting are left out");
  }

  @Test
  void binaryPartsArePassedAndAnEndThatIsMissingIsSaid() {
    assertThat(read("{\\rtf1 a{\\pict\\bin5 }}}}\\}b\\par}").text()).isEqualTo("ab\n");
    OfficeText cut = read("{\\rtf1 a\\par {\\b b");
    assertThat(cut.text()).isEqualTo("a\n\nb\n");
    assertThat(cut.lost())
        .extracting(FilledMessage::text)
        .contains("it is cut off; what comes before that place is kept");
  }

  @Test
  void filesThatAreMadeToDoHarmAreRefused() {
    assertThatThrownBy(() -> read("{\\rtf1" + "{".repeat(100_000)))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("nested more than");
    assertThatThrownBy(() -> read("{\\rtf1 " + "\\tab".repeat(LIMIT + 1) + "}"))
        .isInstanceOf(UnreadableDocumentException.class)
        .hasMessageContaining("size limit");
    assertThat(read("{\\rtf1 a\\bin2147483647 b}").text()).isEqualTo("a\n");
    assertThat(read("{\\rtf1 a\\u0 ?\\'00b\\u55357 ?c}").text()).isEqualTo("ab\uFFFDc\n");
  }

  @Test
  void anyDamageGivesATextOrARefusal() {
    Random random = Seeds.random(19);
    byte[] whole =
        ("{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 A;}}{\\stylesheet{\\s1 heading 1;}}"
                + "{\\listtext 3.\\tab}\\ls1 \\u233 ?\\'83\\'89\\b x\\par\\trowd a\\cell\\row}")
            .getBytes(ISO_8859_1);
    for (int round = 0; round < 3_000; round++) {
      byte[] damaged = Arrays.copyOf(whole, 6 + random.nextInt(whole.length - 6));
      for (int i = 0; i < 3 && damaged.length > 6; i++) {
        damaged[6 + random.nextInt(damaged.length - 6)] = (byte) random.nextInt();
      }
      assertThat(OfficeFormat.RICH_TEXT.read(damaged, LIMIT).text()).doesNotContain("\0");
    }
  }
}
