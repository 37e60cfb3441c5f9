package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Texts;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Plain AZ @[ text, plain az @[ text",
    "CAFÉ Cafe\u0301, cafe cafe",
    "ﬁne Straße, fine strasse",
    "ΕΛΛΗΝΙΚΆ, ελληνικα",
    "שָׁלוֹם, שלום",
    "مُحَمَّد, محمد",
    "ＷＩＤＥ ①, wide 1",
    "नमस्ते, नमस्ते",
    "น้ำ, น\u0E49\u0E4Dา",
    "가각, 가각"
  })
  void caseAccentsAndFormsAreSetAside(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x300, 0x36F, 0x591, 0x5C7, 0x64B, 0x65F, 0x640, 0x670, 0x1AB0, 0x1AFF, 0x1DC0, 0x1DFF,
        0x20D0, 0x20FF, 0xAD, 0x34F, 0x200B, 0x200D, 0x200E, 0x2060, 0xFE00, 0xFE0D, 0xFE0E, 0xFE0F,
        0xFEFF
      })
  void anAccentMakesNoOtherWord(int accent) {
    assertThat(Folding.fold("a" + Character.toString(accent) + "b")).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x2C2, 0x2EF, 0x371, 0x377, 0x3F3, 0x590, 0x5D0, 0x5C8, 0x63F, 0x641, 0x64A, 0x660, 0x66F,
        0x671, 0x94D, 0xE48, 0x1AAD, 0x1B00, 0x1D25, 0x1E9F, 0x2010, 0x20CF, 0x2104, 0xFDFD, 0xFE20
      })
  void aSignBesideTheAccentsStays(int sign) {
    assertThat(Folding.fold("ab" + Character.toString(sign))).hasSize(3).startsWith("ab");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aFoldedTextStaysAsItIsAndCaseHasNotMattered(long seed) {
    Texts texts = new Texts(seed);
    for (int i = 0; i < 300; i++) {
      String text = texts.prose(20);
      String folded = Folding.fold(text);
      assertThat(Folding.fold(folded)).isEqualTo(folded);
      assertThat(Folding.fold(text.toUpperCase(Locale.ROOT))).isEqualTo(folded);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Zoe\u0308 caf\u00E9, Zo\u00EB cafe\u0301",
    "co\u00ADoperate, cooperate",
    "ten\u00A0km\u202F\u2007x, ten km  x",
    "\u1112\u1161\u11AB, \uD55C",
    "a\u200B\u200E\uFEFFb\uFE0F, ab"
  })
  void textsThatLookAlikeAreEqualAsSeen(String text, String other) {
    assertThat(Folding.asSeen(text)).isEqualTo(Folding.asSeen(other));
  }

  @ParameterizedTest
  @CsvSource({"Cafe, cafe", "cafe, caf\u00E9", "a  b, a b", "\uFB01, fi", "naïve, nai\u0300ve"})
  void textsThatLookDifferentStayDifferentAsSeen(String text, String other) {
    assertThat(Folding.asSeen(text)).isNotEqualTo(Folding.asSeen(other));
  }

  @Test
  void aRunOfAnyWhiteSpaceIsOneSpaceAndNoneIsAtTheStart() {
    assertThat(Folding.foldSpaces(" \n A\t\u00A0b\u2003\u2028c \r\n")).isEqualTo("a b c ");
    assertThat(Folding.foldSpaces("\u3000")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void foldedSpacesAreThoseBetweenTheWordsOfTheFoldedText(long seed) {
    Texts texts = new Texts(seed);
    for (int i = 0; i < 300; i++) {
      String text = texts.prose(20);
      assertThat(Folding.foldSpaces(text))
          .isEqualTo(Folding.fold(text).replaceAll("\\s+", " ").stripLeading());
    }
  }
}
