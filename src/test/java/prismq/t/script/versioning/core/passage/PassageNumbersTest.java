package prismq.t.script.versioning.core.passage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.text.Pieces;

class PassageNumbersTest {
  private static Pieces passages(int count) {
    Pieces.Builder passages = new Pieces.Builder();
    for (int i = 0; i < count; i++) {
      passages.add("Passage " + i + ".\n\n");
    }
    return passages.build();
  }

  @Test
  void passagesAreNumberedAsTheyComeAndFoundAgainHoweverManyThereAre() {
    PassageNumbers numbers = new PassageNumbers();
    Pieces passages = passages(1_000);
    for (int i = 0; i < passages.size(); i++) {
      assertThat(numbers.find(passages, i)).isEqualTo(PassageNumbers.UNKNOWN);
      assertThat(numbers.of(passages, i)).isEqualTo(i);
      assertThat(numbers.size()).isEqualTo(i + 1);
    }
    for (int i = 0; i < passages.size(); i++) {
      assertThat(numbers.find(passages, i)).isEqualTo(i);
      assertThat(numbers.of(passages, i)).isEqualTo(i);
      assertThat(numbers.of(passages.get(i))).isEqualTo(i);
    }
    assertThat(numbers.size()).isEqualTo(1_000);
  }

  @Test
  void theyTakeAFewTensOfBytesEach() {
    PassageNumbers numbers = new PassageNumbers();
    Pieces passages = passages(10_000);
    for (int i = 0; i < passages.size(); i++) {
      numbers.of(passages, i);
    }
    assertThat(numbers.weight()).isBetween(24L * numbers.size(), 48L * numbers.size());
  }
}
