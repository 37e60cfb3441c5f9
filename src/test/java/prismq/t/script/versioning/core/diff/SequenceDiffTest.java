package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Seeds;

class SequenceDiffTest {
  private static int[] sequence(Random random, int length, int kinds) {
    return random.ints(length, 0, kinds).toArray();
  }

  private static int size(Alignment alignment) {
    return alignment.edits().stream().mapToInt(edit -> edit.deleted() + edit.inserted()).sum();
  }

  private static int smallestSize(int[] left, int[] right) {
    int[][] common = new int[left.length + 1][right.length + 1];
    for (int i = 1; i <= left.length; i++) {
      for (int j = 1; j <= right.length; j++) {
        common[i][j] =
            left[i - 1] == right[j - 1]
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return left.length + right.length - 2 * common[left.length][right.length];
  }

  private static double timesTheSmallest(int pairs, int longest, int kinds, long seed) {
    Random random = Seeds.random(seed);
    long ours = 0;
    long smallest = 0;
    for (int i = 0; i < pairs; i++) {
      int[] left = sequence(random, random.nextInt(longest), kinds);
      int[] right = sequence(random, random.nextInt(longest), kinds);
      ours += size(SequenceDiff.diff(left, right, kinds, 30_000_000));
      smallest += smallestSize(left, right);
    }
    return (double) ours / smallest;
  }

  @Test
  void theEditsOfRandomSequencesAreNotMuchLargerThanTheSmallestPossible() {
    double manyKinds = timesTheSmallest(2_000, 40, 20, 20);
    double fewKinds = timesTheSmallest(2_000, 40, 4, 21);
    double veryFewKinds = timesTheSmallest(100, 900, 3, 22);
    assertThat(manyKinds).isLessThan(1.15);
    assertThat(fewKinds).isLessThan(1.3);
    assertThat(veryFewKinds).isLessThan(1.7);
  }

  @Test
  void withoutStepsLeftTheDiffIsCoarseAndSaysSo() {
    Random random = Seeds.random(23);
    Alignment alignment =
        SequenceDiff.diff(sequence(random, 5_000, 2), sequence(random, 5_000, 2), 2, 20_000);
    assertThat(alignment.coarse()).isTrue();
    assertThat(alignment.edits()).isNotEmpty();
  }

  @Test
  void equalSequencesHaveNoEdits() {
    int[] same = sequence(Seeds.random(24), 100, 5);
    assertThat(SequenceDiff.diff(same, same, 5, 1_000).edits()).isEmpty();
  }
}
