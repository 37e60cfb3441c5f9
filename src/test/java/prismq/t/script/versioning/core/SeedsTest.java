package prismq.t.script.versioning.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeedsTest {
  @Test
  void aFailureNamesTheSeedsOfItsTestOnly() {
    AssertionError wrong = new AssertionError("Wrong.");
    assertThat(Seeds.named(wrong)).isSameAs(wrong);
    Seeds.random(4_711);
    Seeds.random(12);
    assertThat(Seeds.named(wrong)).hasMessage("With seeds [4711, 12]: Wrong.").hasCause(wrong);
  }

  @Test
  void afterATestItsSeedsAreForgotten() {
    aFailureNamesTheSeedsOfItsTestOnly();
  }
}
