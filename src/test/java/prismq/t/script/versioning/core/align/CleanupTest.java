package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanupTest {
  private static String cleaned(String from, String to, int... kept) {
    SequencePair pair = Sequences.pair(from, to);
    return Sequences.kept(
        pair,
        new Cleanup(pair, Sequences.whole(pair))
            .withoutCrumbs(Sequences.kept(pair.a().length, kept)));
  }

  private static String joined(String from, String to, int... kept) {
    SequencePair pair = Sequences.pair(from, to);
    int[] joined = Sequences.kept(pair.a().length, kept);
    new Cleanup(pair, Sequences.whole(pair)).joinInsideWords(joined);
    return Sequences.kept(pair, joined);
  }

  @Test
  void aWordBetweenChangesOfAsManyWordsIsGivenUp() {
    assertThat(cleaned("a x b", "c x d", 1, 1)).isEmpty();
    assertThat(cleaned("a x b", "x d", 1, 0)).isEmpty();
    assertThat(cleaned("a x y b", "c x y d", 1, 1, 2, 2)).isEqualTo("x y");
    assertThat(cleaned("a a x y b b", "c x y d", 2, 1, 3, 2)).isEmpty();
  }

  @Test
  void aWordAtEitherEndIsKept() {
    assertThat(cleaned("x a b c", "x d e f", 0, 0)).isEqualTo("x");
    assertThat(cleaned("a b c x", "d e f x", 3, 3)).isEqualTo("x");
  }

  @Test
  void whatIsGivenUpMakesTheChangesAroundItLarger() {
    assertThat(cleaned("a x b y z c d e", "p x q y z r s t", 1, 1, 3, 3, 4, 4)).isEmpty();
  }

  @Test
  void whatIsKeptInsideOfAWordThatChangedOnBothSidesOfItIsPartOfTheChange() {
    assertThat(joined("[a](b)", "[c](d)", 0, 0, 2, 2, 3, 3, 5, 5)).isEqualTo("[ )");
    assertThat(joined("one x/y two", "one v/w two", 0, 0, 2, 2, 4, 4)).isEqualTo("one two");
  }

  @Test
  void whatStandsBetweenSpacesIsKept() {
    assertThat(joined("x / y", "v / w", 1, 1)).isEqualTo("/");
    assertThat(joined("x /y", "v /w", 1, 1)).isEqualTo("/");
  }

  @Test
  void whatIsAtTheEndOfAWordThatChangedIsKept() {
    assertThat(joined("x/y", "v/", 1, 1)).isEqualTo("/");
    assertThat(joined("/y", "/w", 0, 0)).isEqualTo("/");
  }
}
