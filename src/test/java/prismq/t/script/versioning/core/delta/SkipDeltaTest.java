package prismq.t.script.versioning.core.delta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SkipDeltaTest {
  @Test
  void everyChainEndsAtTheFirstVersionAndIsShort() {
    int[] chain = new int[100_001];
    for (int generation = 1; generation < chain.length; generation++) {
      int base = SkipDelta.baseGeneration(generation);
      assertThat(base).isBetween(0, generation - 1);
      chain[generation] = chain[base] + 1;
      assertThat(chain[generation]).isLessThanOrEqualTo(SkipDelta.MAX_CHAIN_LENGTH);
    }
  }

  @Test
  void theFirstVersionHasNoBase() {
    assertThat(SkipDelta.baseGeneration(0)).isEqualTo(-1);
  }
}
