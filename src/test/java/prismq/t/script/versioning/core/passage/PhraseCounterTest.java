package prismq.t.script.versioning.core.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.Folding;

class PhraseCounterTest {
  private static int[] exact(String phrase, String... versions) {
    return counted(phrase, PhraseMatch.EXACT, versions);
  }

  private static int[] folded(String phrase, String... versions) {
    return counted(phrase, PhraseMatch.FOLDED, versions);
  }

  private static int[] counted(String phrase, PhraseMatch match, String... versions) {
    return PhraseCounter.count(MadeUpHistory.of(versions).passages(), phrase, match);
  }

  @Test
  void aPhraseIsCountedInEveryVersion() {
    assertThat(exact("lamp", "A lamp.\n", "A lamp, a lamp.\n", "Dark.\n", "Lamp lamp\n"))
        .containsExactly(0, 1, 2, 0, 1);
  }

  @Test
  void occurrencesDoNotOverlap() {
    assertThat(exact("aa", "aaaaa\n")).containsExactly(0, 2);
    assertThat(exact("a\n\na", "a\n\na\n\na\n\na\n")).containsExactly(0, 2);
    assertThat(exact("a\n\na\n", "a\n\na\n\na\n\na\n")).containsExactly(0, 2);
  }

  @Test
  void aPhraseMayReachOverParagraphs() {
    assertThat(
            exact(
                "end.\n\nThe",
                "One end.\n\nThe next.\n",
                "One end.\n\nBetween.\n\nThe next.\n",
                "The end.\n\nThe next.\n\nAn end.\n\nThe last.\n"))
        .containsExactly(0, 1, 0, 2);
  }

  @Test
  void foldedItDoesNotMatterHowItIsWritten() {
    assertThat(
            folded(" the CAFÉ  door ", "The cafe door.\n", "the Café\n  door\n\nThe\n\ncafé\tdoor"))
        .containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "the caf\u00E9 lamp, the cafe\u0301 lamp",
    "Zoe\u0308, Zo\u00EB",
    "cooperate now, co\u00ADoperate\u00A0now",
    "\uD55C\uAD6D, \u1112\u1161\u11AB\u1100\u116E\u11A8",
    "a\u200Bb, ab"
  })
  void aPhraseIsFoundInEverySpellingThatLooksAlike(String phrase, String other) {
    assertThat(exact(phrase, phrase + ".\n", "So " + other + "!\n", "None.\n"))
        .containsExactly(0, 1, 1, 0);
    assertThat(exact(other, phrase + ".\n", "So " + other + "!\n", "None.\n"))
        .containsExactly(0, 1, 1, 0);
  }

  @Test
  void whatLooksDifferentIsAnotherPhrase() {
    assertThat(exact("cafe", "caf\u00E9\n", "cafe\u0301\n", "Cafe\n", "cafe\n"))
        .containsExactly(0, 0, 0, 0, 1);
  }

  @Test
  void whiteSpaceAloneIsCountedAsWritten() {
    assertThat(exact("\n", "a\n\nb\n")).containsExactly(0, 3);
    assertThat(exact("\n\n", "a\n\n\n\nb\n")).containsExactly(0, 2);
    assertThat(folded(" ", "a b\n")).containsExactly(0, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void countsAreThoseOfEveryTextReadOnItsOwn(long seed) {
    MadeUpHistory made = MadeUpHistory.of(seed, 40);
    PassageHistory history = made.passages();
    for (int i = 0; i < 60; i++) {
      String phrase = anyPhrase(made);
      PhraseMatch match = made.random().nextBoolean() ? PhraseMatch.FOLDED : PhraseMatch.EXACT;
      int[] counts = PhraseCounter.count(history, phrase, match);
      for (int version = 1; version <= made.latest(); version++) {
        String text = made.text(version).display();
        int expected =
            match == PhraseMatch.FOLDED
                ? occurrences(Folding.foldSpaces(text), Folding.foldSpaces(phrase).strip())
                : occurrences(Folding.asSeen(text), Folding.asSeen(phrase));
        assertThat(counts[version])
            .as("seed %d: “%s” in version %d, %s", seed, phrase, version, match)
            .isEqualTo(expected);
      }
    }
  }

  /**
   * A stretch of a version, as a rule of a few words, and never one that UTF-8 has no bytes for.
   */
  private static String anyPhrase(MadeUpHistory made) {
    Random random = made.random();
    while (true) {
      String text = made.text(1 + random.nextInt(made.latest())).display();
      int[] characters = text.codePoints().toArray();
      if (characters.length == 0) {
        return "nowhere";
      }
      int start = random.nextInt(characters.length);
      int most = random.nextInt(4) == 0 ? 200 : 12;
      int length = Math.min(characters.length - start, 1 + random.nextInt(most));
      String phrase = new String(characters, start, length);
      if (phrase.indexOf('\uFFFD') < 0) {
        return phrase;
      }
    }
  }

  private static int occurrences(String text, String phrase) {
    int count = 0;
    if (!phrase.isEmpty()) {
      for (int at = text.indexOf(phrase); at >= 0; ) {
        count++;
        at = text.indexOf(phrase, at + phrase.length());
      }
    }
    return count;
  }
}
