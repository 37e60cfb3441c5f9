package prismq.t.script.versioning.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinarySearchTest {
  @Test
  void theFirstIndexThatPassesIsFoundWhereverItIs() {
    for (int size = 0; size < 20; size++) {
      for (int first = 0; first <= size; first++) {
        int wanted = first;
        assertThat(BinarySearch.first(size, index -> index >= wanted))
            .as("%d of %d", first, size)
            .isEqualTo(first);
      }
    }
  }
}
