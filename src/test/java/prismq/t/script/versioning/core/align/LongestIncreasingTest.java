package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;

class LongestIncreasingTest {
  /** The length by the textbook's table. */
  private static int longest(List<int[]> pairs) {
    int[] ending = new int[pairs.size()];
    int longest = 0;
    for (int i = 0; i < ending.length; i++) {
      ending[i] = 1;
      for (int j = 0; j < i; j++) {
        if (pairs.get(j)[0] < pairs.get(i)[0]) {
          ending[i] = Math.max(ending[i], ending[j] + 1);
        }
      }
      longest = Math.max(longest, ending[i]);
    }
    return longest;
  }

  @Test
  void asManyPairsAsPossibleRiseTogether() {
    Cases.each(
        72,
        500,
        random -> {
          List<int[]> pairs = new ArrayList<>();
          int size = random.nextInt(12);
          for (int i = 0; i < size; i++) {
            pairs.add(new int[] {random.nextInt(12), i});
          }
          List<int[]> found = LongestIncreasing.of(pairs);
          assertThat(found).hasSize(longest(pairs));
          for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i)[0]).isGreaterThan(found.get(i - 1)[0]);
            assertThat(found.get(i)[1]).isGreaterThan(found.get(i - 1)[1]);
          }
        });
  }
}
