package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExactTextTest {
  @Test
  void everyByteIsOneCharacter() {
    assertThat(ExactText.of("é👍a")).hasSize(7);
    assertThat(ExactText.decoded(ExactText.of("é👍a"))).isEqualTo("é👍a");
    assertThat(ExactText.decoded("\u00FFa")).isEqualTo("\uFFFDa");
  }

  @Test
  void onlyBytesAfterTheFirstOfACharacterContinueIt() {
    assertThat(ExactText.of("aé").chars().mapToObj(ExactText::isContinuation))
        .containsExactly(false, false, true);
  }
}
