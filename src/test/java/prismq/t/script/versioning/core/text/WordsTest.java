package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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
      0x300, 0x600, 0x605, 0x606, 0x6DD, 0x1F1E6, 0x1F1FF, 0x1F3FB, 0x1F3FF, 0x1F3FA, 0xE0020
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

  @Test
  void aLineOfAHundredThousandWordsIsCounted() {
    assertThat(Words.count("word ".repeat(100_000))).isEqualTo(100_000);
  }
}
