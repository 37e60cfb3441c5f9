package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Texts;

class TermsTest {
  @ParameterizedTest
  @CsvSource({
    "Don't stop; 3.5 km!, don|t|stop|3|5|km",
    "CAFÉ café cafe\u0301, cafe|cafe|cafe",
    "時間だ, 時|間|だ",
    "ทะเล, ท|ะ|เ|ล",
    "I 💜 it, i|💜|it",
    "well_known—ﬁne, well|known|fine",
    "8㏂ ℀ 🄐, 8|am|ac|a",
    "co\u00ADoperate well\u200Bness \u200Fabc\u2060, cooperate|wellness|abc",
    "ten\u00A0km 10\u202F000, ten|km|10|000",
    "ທະ\u200Bເລ, ທ|ະ|ເ|ລ",
    "…!?, ''"
  })
  void aTextIsCutIntoFoldedTerms(String text, String terms) {
    List<String> folded = Terms.of(text).stream().map(Terms.Term::folded).toList();
    assertThat(String.join("|", folded)).isEqualTo(terms);
  }

  @Test
  void ofAsciiLettersAndDigitsMakeTermsInLowerCaseAndNothingElseDoes() {
    for (char c = 0; c < 128; c++) {
      String character = String.valueOf(c);
      Terms.Walk walk = new Terms.Walk("a " + character);
      assertThat(walk.next()).isTrue();
      boolean isPart = Character.isLetterOrDigit(c);
      assertThat(walk.next()).as("character %d", (int) c).isEqualTo(isPart);
      if (isPart) {
        assertThat(walk.folded()).isEqualTo(character.toLowerCase(Locale.ROOT));
        assertThat(String.valueOf(walk.first())).isEqualTo(walk.folded());
        assertThat(walk.term().range()).isEqualTo(new CharacterRange(2, 3));
      }
      assertThat(Terms.joined("é" + character + "é").strip())
          .isEqualTo(isPart ? "e" + walk.folded() + "e" : "e e");
    }
  }

  @Test
  void whatIsBeyondTheLongestTermIsNotSearchedFor() {
    String longest = "a".repeat(Terms.MAX_LENGTH);
    assertThat(Terms.joined(longest + " " + longest + "b c").strip())
        .isEqualTo(longest + " " + longest + " c");
  }

  @ParameterizedTest
  @CsvSource({
    "한국어, 한|국|어",
    "\u1112\u1161\u11AB\u1100\u116E\u11A8, 한|국",
    "\u2764\uFE0F\uFE0E!, \u2764"
  })
  void aSyllableOrASignIsATermHoweverItIsWritten(String text, String terms) {
    assertThat(Terms.joined(text).strip().replace(' ', '|')).isEqualTo(terms);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aWalkThroughAnyTextStopsAtItsTermsAndKnowsHowTheyBegin(long seed) {
    Texts texts = new Texts(seed);
    for (int i = 0; i < 200; i++) {
      String text = texts.any().display();
      List<Terms.Term> walked = new ArrayList<>();
      Terms.Walk walk = new Terms.Walk(text);
      while (walk.next()) {
        char first = walk.first();
        if (first < 128) {
          assertThat(walk.folded()).startsWith(String.valueOf(first));
        }
        walked.add(walk.term());
      }
      assertThat(walked).isEqualTo(Terms.of(text));
      assertThat(Terms.joined(text).strip())
          .isEqualTo(String.join(" ", walked.stream().map(Terms.Term::folded).toList()));
    }
  }
}
