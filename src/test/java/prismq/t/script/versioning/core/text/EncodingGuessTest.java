package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EncodingGuessTest {
  private static final List<String> WESTERN =
      List.of(
          "She didn’t look up. The café was shut.\n",
          "“No,” she said – and the façade fell. ‘Why?’ he asked…\r\n",
          "Élodie était déjà là, près de la fenêtre ; ça l’a gênée.\n",
          "Über den Dächern größer und schöner. Straße. „Ach so“, sagte er.\n",
          "¿Qué pasó, señor? El niño no volvió mañana.\n",
          "Não há coração que não aprenda a canção.\r",
          "Ångström og Øystein på ferie, blåbær på sjøen.\n",
          "INT. CAFÉ – NIGHT\n\nZOË\nIt’s 5° outside.\n",
          "Il a dit : « Où est l’âne ? » Puis rien.\n",
          "naïve\n",
          "Kurt Gödel\n",
          "El año en España\n",
          "• one item\n• another\n",
          "ZOË\n",
          "See §10, at 5° or £20.\n");

  private static String guess(byte[] bytes) {
    return EncodingGuess.ofText(bytes).map(TextEncoding::label).orElse("no text");
  }

  private static String guess(String text, String encoding) {
    return guess(text.getBytes(Charset.forName(encoding)));
  }

  @Test
  void textsOfWindowsAndOfOldMacintoshesAreToldApart() {
    for (String text : WESTERN) {
      assertThat(guess(text, "windows-1252")).as(text).isEqualTo("Windows-1252");
      assertThat(guess(text, "x-MacRoman")).as(text).isEqualTo("Mac Roman");
    }
  }

  @Test
  void utf16IsKnownByItsMarkAndWithoutOne() {
    for (String text : WESTERN) {
      assertThat(guess(text, "UTF-16LE")).as(text).isEqualTo("UTF-16 (little-endian)");
      assertThat(guess(text, "UTF-16BE")).as(text).isEqualTo("UTF-16 (big-endian)");
      assertThat(guess("\uFEFF" + text, "UTF-16LE")).isEqualTo("UTF-16 (little-endian)");
      assertThat(guess("\uFEFF" + text, "UTF-16BE")).isEqualTo("UTF-16 (big-endian)");
      assertThat(guess("\uFEFF" + text, "UTF-32LE")).isEqualTo("UTF-32 (little-endian)");
    }
    assertThat(guess("Он пришёл домой.\nИ лёг спать.\n", "UTF-16LE")).startsWith("UTF-16 (little");
    assertThat(guess("\uFEFF橋の上で、歌を聞いた", "UTF-16BE")).isEqualTo("UTF-16 (big-endian)");
    assertThat(guess("橋の上で、\n歌を聞いた。\n", "UTF-16LE")).startsWith("UTF-16 (little");
  }

  @Test
  void utf8IsThatWithAMarkWithoutOneAndWithAFewBrokenBytes() {
    for (String text : WESTERN) {
      assertThat(guess(text, "UTF-8")).as(text).isEqualTo("UTF-8");
      assertThat(guess("\uFEFF" + text, "UTF-8")).isEqualTo("UTF-8");
      ByteArrayOutputStream broken = new ByteArrayOutputStream();
      broken.writeBytes((text + text).getBytes(StandardCharsets.UTF_8));
      broken.write(0xE9);
      broken.writeBytes((" " + text).getBytes(StandardCharsets.UTF_8));
      assertThat(guess(broken.toByteArray())).as(text).isEqualTo("UTF-8");
    }
    assertThat(guess("plain", "US-ASCII")).isEqualTo("UTF-8");
    assertThat(guess(new byte[0])).isEqualTo("UTF-8");
  }

  @Test
  void textsInOtherLettersAreKnownByThem() {
    Map.of(
            "windows-1251", "Он не пришёл. «Почему?» — спросила Анна.\n",
            "KOI8-R", "Он не пришёл. Почему? спросила Анна.\n",
            "windows-31j", "橋の上で歌を聞いた。「なぜ」と彼女は言った。\n",
            "GB18030", "他没有来。“为什么？”她问道。第三场，夜。\n",
            "EUC-KR", "그는 오지 않았다. 왜 그랬을까. 밤이었다.\n")
        .forEach(
            (encoding, text) ->
                assertThat(guess(text, encoding))
                    .isEqualTo(TextEncoding.named(encoding).orElseThrow().label()));
  }

  @Test
  void aSingleLetterFarBehindTheStartTellsToo() {
    String text = "All plain here.\n".repeat(40_000) + "The café.\n" + "And on.\n".repeat(9);
    assertThat(guess(text, "windows-1252")).isEqualTo("Windows-1252");
    assertThat(guess(text, "x-MacRoman")).isEqualTo("Mac Roman");
    assertThat(guess(text, "UTF-16LE")).isEqualTo("UTF-16 (little-endian)");
  }

  @Test
  void whatIsNoTextIsNone() {
    assertThat(guess(new byte[] {0})).isEqualTo("no text");
    assertThat(guess("a\0b\0c", "US-ASCII")).isEqualTo("no text");
    assertThat(guess("Typed with care\0", "US-ASCII")).isEqualTo("no text");
    assertThat(guess("The bridge\0hums at night.\n\0", "US-ASCII")).isEqualTo("no text");
    byte[] picture = new byte[4_000];
    new Random(5).nextBytes(picture);
    assertThat(guess(picture)).isEqualTo("no text");
    picture[0] = (byte) 0xFF;
    picture[1] = (byte) 0xFE;
    assertThat(guess(picture)).isEqualTo("no text");
  }

  @Test
  void aChoiceCountsForWhatDoesNotTellItsEncoding() {
    TextEncoding mac = TextEncoding.named("Mac Roman").orElseThrow();
    assertThat(EncodingGuess.ofText("é".getBytes(StandardCharsets.ISO_8859_1), mac)).contains(mac);
    assertThat(EncodingGuess.ofText("é".getBytes(StandardCharsets.UTF_8), mac))
        .contains(TextEncoding.UTF_8);
    assertThat(EncodingGuess.ofText("\uFEFFé".getBytes(StandardCharsets.UTF_16BE), mac))
        .contains(TextEncoding.UTF_16_BE);
    assertThat(EncodingGuess.ofText("é no\n".getBytes(StandardCharsets.UTF_16LE), mac))
        .contains(TextEncoding.UTF_16_LE);
  }

  private static String names(String encoding, String... names) {
    byte[] bytes = String.join("\n", names).getBytes(Charset.forName(encoding));
    return new String(bytes, EncodingGuess.ofZipNames(bytes).charset());
  }

  @Test
  void theNamesInAZipAreGuessedTogether() {
    Map.of(
            "windows-31j", new String[] {"表の紙ソ.txt", "第二稿/橋の歌.txt", "能力予測.md"},
            "GB18030", new String[] {"旧桥第1稿.txt", "草稿/最终版.txt"},
            "Big5", new String[] {"舊橋第1稿.txt", "草稿最終版.txt"},
            "EUC-KR", new String[] {"초안 1.txt", "최종 대본.txt"},
            "IBM866", new String[] {"Сценарий 1.txt", "ЧЕРНОВИК.txt", "новая папка/глава.txt"},
            "IBM437", new String[] {"Entwürfe/Brücke 1.txt", "résumé.txt", "Año nuevo.txt"},
            "windows-1251", new String[] {"Сценарий 1.txt", "Черновик.txt"},
            "EUC-JP", new String[] {"橋の歌.txt", "草稿の2.txt"})
        .forEach(
            (encoding, names) ->
                assertThat(names(encoding, names)).isEqualTo(String.join("\n", names)));
  }

  @Test
  void textsOfCentralEuropeAreKnownByTheirLetters() {
    for (String text :
        List.of(
            "Zażółć gęślą jaźń, powiedział król.\n",
            "Źle, powiedział król.\n",
            "Łódź śpi. Była już noc.\n",
            "Žluťoučký kůň běžel.\r\n",
            "Řekl, že přišel domů.\n",
            "Ľudia v meste šťastne žili.\n",
            "Şi ţara întreagă ştia că nu mai vine.\n")) {
      assertThat(guess(text, "windows-1250")).as(text).isEqualTo("Windows-1250");
    }
  }

  @Test
  void textsOfWesternEuropeAreNotTakenForThoseOfCentralEurope() {
    for (String text :
        List.of(
            "Le cœur a ses raisons.\n",
            "Elle est créée, la fille.\n",
            "Slavoj Žižek said: naïve, señor.\n",
            "A volume of 3 m³, no more.\n",
            "Cada mañana, el nº 5.\n",
            "Það var kvöld og allt var kyrrt í þorpinu.\n",
            "Più tardi, così, perché è là.\n",
            "Når båten kom, var øya tom.\n",
            "On va être là, même lui, où ça ?\n")) {
      assertThat(guess(text, "windows-1252")).as(text).isEqualTo("Windows-1252");
    }
  }

  @Test
  void carriageReturnsAloneSpeakForOldMacintoshes() {
    for (String text : List.of("quatre é“” ï\r", "Ça va ?\r“Oui.”\r", "• é\r• à\r")) {
      assertThat(guess(text, "x-MacRoman")).as(text).isEqualTo("Mac Roman");
    }
    assertThat(guess("Он не пришёл.\r— Почему? — спросила Анна.\r", "windows-1251"))
        .isEqualTo("Windows-1251");
  }

  @Test
  void aFewStrayBytesInALatinTextDoNotMakeItRussian() {
    for (String text :
        List.of(
            "caf\u00e9 \u0081\u008d and UTF-8 caf\u00c3\u00a9\n",
            "na\u00efve \u0081 and caf\u00c3\u00a9\n",
            "\u0081. d\u00e9j\u00e0 vu, caf\u00e9, fa\u00e7ade\n")) {
      assertThat(guess(text, "ISO-8859-1")).as(text).isIn("UTF-8", "Windows-1252");
    }
  }

  @Test
  void namesInAZipWhoseLettersEndInABackslashAreNotCutThere() {
    Map.of(
            "windows-31j", new String[] {"ﾃｽﾄ能登.txt", "ﾃｽﾄ能登2.txt"},
            "Shift_JIS", new String[] {"ｼﾅﾘｵ表.txt", "ｷｬﾗｸﾀｰ/ﾎﾞｸ予.txt"},
            "GB18030", new String[] {"剧本/誠1.txt", "剧本/臷2.txt"},
            "GBK", new String[] {"终稿/臷.txt", "草稿/誠.txt"},
            "Big5", new String[] {"功課1.txt", "許2.txt", "劇本/許功蓋.txt"})
        .forEach(
            (encoding, names) ->
                assertThat(names(encoding, names)).isEqualTo(String.join("\n", names)));
  }
}
