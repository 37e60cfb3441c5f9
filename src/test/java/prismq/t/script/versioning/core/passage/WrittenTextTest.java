package prismq.t.script.versioning.core.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Texts;

class WrittenTextTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyTextIsReadAsItWasWrittenAndTakesAtMostOneByteMore(long seed) {
    Texts texts = new Texts(seed);
    for (int i = 0; i < 300; i++) {
      String exact = texts.any().exactLines().text();
      byte[] stored = WrittenText.encoded(exact);
      assertThat(WrittenText.decoded(stored)).isEqualTo(exact);
      assertThat(stored.length).isLessThanOrEqualTo(exact.length() + 1);
    }
  }

  @Test
  void nothingTakesNothingAndRepetitionLittle() {
    assertThat(WrittenText.encoded("")).isEmpty();
    assertThat(WrittenText.encoded("the same line\n".repeat(100))).hasSizeLessThan(100);
  }

  @Test
  void aDamagedTextIsToldAsSuch() {
    byte[] stored = WrittenText.encoded("the same line\n".repeat(100));
    assertThatThrownBy(() -> WrittenText.decoded(Arrays.copyOf(stored, stored.length - 1)))
        .isInstanceOf(BrokenPassagesException.class)
        .hasMessageContaining("a text is damaged");
    assertThatThrownBy(() -> WrittenText.decoded(new byte[] {1, 2, 3}))
        .isInstanceOf(BrokenPassagesException.class)
        .hasMessageContaining("the size of a text is missing");
  }
}
