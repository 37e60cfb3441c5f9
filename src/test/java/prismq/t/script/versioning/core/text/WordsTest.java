package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Texts;

class WordsTest {
  private static final Pattern CHARACTER_AS_SEEN = Pattern.compile("\\X");

  @Test
  void thePiecesMakeTheTextAgainAndNeverCutWhatReadersSeeAsOneCharacter() {
    Texts texts = new Texts(2);
    for (int i = 0; i < 2_000; i++) {
      assertCutsWell(texts.any().display());
    }
  }

  @Test
  void piecesOfArbitraryCharactersNeverCutWhatReadersSeeAsOne() {
    int[] awkward = {
      'a', ' ', '\r', '\n', '\'', '-', '1', 0x301, 0x200C, 0x200D, 0xFE0F, 0x20E3, 0x1F468, 0x1F469,
      0x2764, 0x1F1E9, 0x1F1EA, 0x1F3FD, 0xE0067, 0xE007F, 0x4E2D, 0x30AB, 0x3099, 0xFF76, 0xFF9E,
      0x0E33, 0x0E01, 0x0915, 0x094D, 0x1100, 0x1161, 0x11A8, 0xAC00, 0xA0, 0x85, 0x2028, 0x2FF,
      0x300, 0x600, 0x605, 0x606, 0x6DD, 0x1F1E6, 0x1F1FF, 0x1F3FB, 0x1F3FF, 0x1F3FA, 0xE0020, 0xAD,
      0x200B, 0x200E, 0x2060, 0x202F, 0x2007, 0xFEFF, 0xE40, 0xE32, 0xE31, 0xE46, 0xE51, 0xEC0,
      0xE81, 0xEB5, 0xEC8, 0xEB2, 0xEB3, 0xEAD, 0xEC6, 0x1780, 0x17D2, 0x17B6, 0x17C7, 0x17CB,
      0x17D7, 0x1000, 0x1039, 0x103A, 0x1037, 0x102C, 0xAA60, 0xA9E0
    };
    Cases.each(
        3,
        20_000,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int length = random.nextInt(12); length >= 0; length--) {
            text.appendCodePoint(awkward[random.nextInt(awkward.length)]);
          }
          assertCutsWell(text.toString());
        });
  }

  private static void assertCutsWell(String text) {
    List<String> pieces = Words.split(text);
    assertThat(String.join("", pieces)).isEqualTo(text);
    BitSet borders = new BitSet();
    Matcher characters = CHARACTER_AS_SEEN.matcher(text);
    while (characters.find()) {
      borders.set(characters.end());
    }
    BitSet cuts = new BitSet();
    int end = 0;
    for (String piece : pieces) {
      end += piece.length();
      cuts.set(end);
    }
    assertThat(cuts.cardinality()).isEqualTo(pieces.size());
    cuts.andNot(borders);
    assertThat(cuts.stream().toArray()).as(text).isEmpty();
    assertThat(Words.count(text)).isEqualTo((int) pieces.stream().filter(Words::isWord).count());
  }

  @Test
  void apostrophesHyphensAndFullStopsBelongToAWordOnlyInsideIt() {
    assertThat(Words.split("Don’t stop -- well-known 'quote' at 3.5."))
        .containsExactly(
            "Don’t",
            " ",
            "stop",
            " ",
            "-",
            "-",
            " ",
            "well-known",
            " ",
            "'",
            "quote",
            "'",
            " ",
            "at",
            " ",
            "3.5",
            ".");
    assertThat(Words.count("Don’t stop -- well-known 'quote' at 3.5.")).isEqualTo(6);
  }

  @Test
  void ofAsciiLettersAndDigitsMakeWordsAndNothingElseDoes() {
    for (char c = 0; c < 128; c++) {
      boolean isPart = Character.isLetterOrDigit(c);
      String character = String.valueOf(c);
      assertThat(Words.isWord(character)).as("character %d", (int) c).isEqualTo(isPart);
      assertThat(Words.count(character)).isEqualTo(isPart ? 1 : 0);
      assertThat(Words.split("ab" + c + c).get(0)).isEqualTo(isPart ? "ab" + c + c : "ab");
    }
  }

  @Test
  void everyChineseAndJapaneseCharacterIsAWord() {
    assertThat(Words.split("東京へ")).containsExactly("東", "京", "へ");
  }

  @Test
  void emojiStayWhole() {
    assertThat(Words.split("👩‍👩‍👧‍👦👍🏽🇩🇪🇫🇷"))
        .containsExactly("👩‍👩‍👧‍👦", "👍🏽", "🇩🇪", "🇫🇷");
  }

  @ParameterizedTest
  @CsvSource({
    "เขาซื้อปลาที่ตลาด, เขา|ซื้อ|ปลา|ที่|ตลาด",
    "พี่สาวอ่านหนังสือ, พี่|สาว|อ่าน|หนังสือ",
    "น้ำ๒๕ลิตร, น้ำ|๒๕|ลิตร",
    "script ไทย, script| |ไทย",
    "ແມ່ຊື້ປາຢູ່ຕະຫຼາດ, ແມ່|ຊື້|ປາ|ຢູ່|ຕະ|ຫຼາດ",
    "ເຮືອນຂອງຂ້ອຍ, ເຮືອນ|ຂອງ|ຂ້ອຍ",
    "ໄປອອກກຳລັງກາຍ, ໄປ|ອອກ|ກຳ|ລັງ|ກາຍ",
    "ຄົນກອດກັນ, ຄົນ|ກອດ|ກັນ",
    "ສວນກວາງຊ້າໆ, ສວນ|ກວາງ|ຊ້າໆ",
    "ម្ដាយទិញត្រីនៅផ្សារ, ម្ដាយ|ទិញ|ត្រី|នៅ|ផ្សារ",
    "ខ្ញុំស្រលាញ់ផ្ទះ, ខ្ញុំ|ស្រ|លាញ់|ផ្ទះ",
    "ក្មេងៗអាន, ក្មេងៗ|អាន",
    "အမေသည်ငါးကိုဝယ်သည်, အ|မေ|သည်|ငါး|ကို|ဝယ်|သည်",
    "သိက္ခာကောင်းသော, သိက္ခာ|ကောင်း|သော",
    "အင်္ဂလိပ်စာ, အင်္ဂ|လိပ်|စာ"
  })
  void aSentenceWithoutSpacesIsCutIntoWordsOrSyllables(String sentence, String words) {
    assertThat(String.join("|", Words.split(sentence))).isEqualTo(words);
    assertThat(Words.count(sentence))
        .isEqualTo((int) Arrays.stream(words.split("\\|")).filter(word -> !word.isBlank()).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "เขาซื้อปลาที่ตลาด",
        "ແມ່ຊື້ປາຢູ່ຕະຫຼາດ",
        "ម្ដាយទិញត្រីនៅផ្សារ",
        "အမေသည်ငါးကိုဝယ်သည်"
      })
  void aLongRunWithoutSpacesIsCutAsItsSentencesAre(String sentence) {
    int times = 500;
    List<String> words = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      words.addAll(Words.split(sentence));
    }
    assertThat(Words.split(sentence.repeat(times))).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0xAD, 0x34F, 0x61C, 0x180B, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060,
        0x2066, 0xFE00, 0xFE0F, 0xFEFF, 0xE0100
      })
  void anInvisibleCharacterSplitsNoWord(int invisible) {
    String sign = Character.toString(invisible);
    for (String word :
        List.of("co%soperate", "don%s’t", "well-%sknown", "3.%s5", "été%s", "за%sмок")) {
      String written = word.formatted(sign);
      assertThat(Words.split(written + " x")).containsExactly(written, " ", "x");
      assertThat(Words.count(written)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x33, 0xAC, 0xAE, 0x2010, 0x202F, 0x2070, 0xFDFF, 0xFE10, 0xFF00})
  void theCharactersBesideTheInvisibleOnesAreSeen(int visible) {
    assertThat(InvisibleCharacters.contains(visible)).isFalse();
  }

  @Test
  void invisibleCharactersChangeNoCutOfAScriptWithoutSpaces() {
    assertThat(Words.split("เขาซื้อปล\u2060าที่ตลาด"))
        .containsExactly("เขา", "ซื้อ", "ปล\u2060า", "ที่", "ตลาด");
    assertThat(Words.split("ແມ່\u200Bຊື້ປ\u00ADາ")).containsExactly("ແມ່\u200B", "ຊື້", "ປ\u00ADາ");
    assertThat(Words.split("ទិ\u200Dញ\u200Bត្រី")).containsExactly("ទិ\u200Dញ\u200B", "ត្រី");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u202F", "\u2007", " \u00A0", "\u00A0 \t"})
  void aSpaceThatBreaksNoLineSeparatesWordsAsAnyOtherDoes(String space) {
    assertThat(Words.split("ten" + space + "km")).containsExactly("ten", space, "km");
    assertThat(Words.split("»" + space + "Où")).containsExactly("»", space, "Où");
    assertThat(Words.count("10" + space + "000" + space + "Fr.")).isEqualTo(3);
  }

  @Test
  void aLineOfAHundredThousandWordsIsCounted() {
    assertThat(Words.count("word ".repeat(100_000))).isEqualTo(100_000);
  }
}
