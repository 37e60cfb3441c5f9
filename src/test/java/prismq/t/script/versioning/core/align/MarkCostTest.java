package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkCostTest {
  private static MarkCost of(String from, String to, int... kept) {
    SequencePair pair = Sequences.pair(from, to);
    return MarkCost.of(pair, Sequences.whole(pair), Sequences.kept(pair.a().length, kept));
  }

  @Test
  void wordsBetweenWhiteSpaceAndStretchesAreCountedOnBothSides() {
    assertThat(of("the old lamp", "the new lamp", 0, 0, 2, 2)).isEqualTo(new MarkCost(2, 20));
    assertThat(of("the old lamp", "the new lamp")).isEqualTo(new MarkCost(6, 20));
    assertThat(of("one two three", "one 2 three 4", 0, 0, 2, 2)).isEqualTo(new MarkCost(3, 30));
  }

  @Test
  void whatIsKeptWholeCostsNothing() {
    assertThat(of("one two", "one two", 0, 0, 1, 1)).isEqualTo(MarkCost.NOTHING);
  }

  @Test
  void aSignAloneIsLessOfAStretchAndOneBesideAWordIsPartOfIt() {
    assertThat(of("one, two", "one two", 0, 0, 2, 1)).isEqualTo(new MarkCost(1, 3));
    assertThat(of("one, two", "two", 2, 0)).isEqualTo(new MarkCost(1, 10));
  }

  @Test
  void aBreakNeitherCountsNorDivides() {
    assertThat(of("one\ntwo", "one two", 0, 0, 2, 1)).isEqualTo(MarkCost.NOTHING);
    assertThat(of("old\nlamp", "")).isEqualTo(new MarkCost(2, 10));
  }

  @Test
  void aStretchIsAsBadAsTwoWords() {
    assertThat(new MarkCost(3, 10).cost()).isEqualTo(50);
    assertThat(new MarkCost(1, 30).plus(new MarkCost(2, 3))).isEqualTo(new MarkCost(3, 33));
    assertThat(MarkCost.NOTHING.cost()).isZero();
  }
}
