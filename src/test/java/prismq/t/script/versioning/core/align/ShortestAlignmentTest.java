package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Seeds;

class ShortestAlignmentTest {
  private static int[] sequence(Random random, int length, int kinds) {
    return random.ints(length, 0, kinds).toArray();
  }

  private static int[] aligned(int[] left, int[] right, int kinds) {
    return aligned(left, right, kinds, false);
  }

  private static int[] aligned(int[] left, int[] right, int kinds, boolean isCoarse) {
    int[] partners = new int[left.length];
    Arrays.fill(partners, -1);
    ShortestAlignment alignment =
        new ShortestAlignment(left, right, kinds, partners, new WorkBudget(100_000_000));
    alignment.align(0, left.length, 0, right.length);
    assertThat(alignment.coarse()).isEqualTo(isCoarse);
    int last = -1;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        assertThat(partners[i]).isGreaterThan(last);
        assertThat(right[partners[i]]).isEqualTo(left[i]);
        last = partners[i];
      }
    }
    return partners;
  }

  private static long kept(int[] partners) {
    return Arrays.stream(partners).filter(partner -> partner >= 0).count();
  }

  private static int longestCommon(int[] left, int[] right) {
    int[][] common = new int[left.length + 1][right.length + 1];
    for (int i = 1; i <= left.length; i++) {
      for (int j = 1; j <= right.length; j++) {
        common[i][j] =
            left[i - 1] == right[j - 1]
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return common[left.length][right.length];
  }

  @Test
  void asMuchIsKeptAsPossible() {
    Random random = Seeds.random(20);
    for (int i = 0; i < 3_000; i++) {
      int kinds = 1 + random.nextInt(20);
      int[] left = sequence(random, random.nextInt(50), kinds);
      int[] right = sequence(random, random.nextInt(50), kinds);
      assertThat(kept(aligned(left, right, kinds))).isEqualTo(longestCommon(left, right));
    }
    for (int i = 0; i < 20; i++) {
      int[] left = sequence(random, random.nextInt(1_000), 3);
      int[] right = sequence(random, random.nextInt(1_000), 3);
      assertThat(kept(aligned(left, right, 3))).isEqualTo(longestCommon(left, right));
    }
  }

  @Test
  void longSequencesKeepAlmostAllOfWhatWasNotEdited() {
    Random random = Seeds.random(21);
    int[] left = sequence(random, 60_000, 3_000);
    int[] right = left.clone();
    for (int edit = 0; edit < 3_000; edit++) {
      right[random.nextInt(right.length)] = 3_000 + edit;
    }
    int unchanged = 0;
    for (int i = 0; i < left.length; i++) {
      unchanged += left[i] == right[i] ? 1 : 0;
    }
    assertThat(kept(aligned(left, right, 6_000))).isGreaterThanOrEqualTo(unchanged);
  }

  @Test
  void longSequencesWithStretchesRemovedAddedAndRepeatedKeepAllThatStayed() {
    Cases.each(
        25,
        6,
        random -> {
          int kinds = 200 << random.nextInt(8);
          int[] left = sequence(random, 6_000, kinds);
          IntStream.Builder right = IntStream.builder();
          int stayed = 0;
          for (int i = 0; i < left.length; ) {
            int end = Math.min(left.length, i + 1 + random.nextInt(60));
            int edit = random.nextInt(4);
            stayed += edit == 0 ? 0 : end - i;
            for (int times = edit == 0 ? 0 : edit == 1 ? 2 : 1; times > 0; times--) {
              Arrays.stream(left, i, end).forEach(right);
            }
            if (edit == 2) {
              random.ints(random.nextInt(20), 0, kinds).forEach(right);
            }
            i = end;
          }
          assertThat(kept(aligned(left, right.build().toArray(), kinds)))
              .isGreaterThanOrEqualTo(stayed - stayed / 100);
        });
  }

  @Test
  void whereNothingStandsOnceLongSequencesAreAlignedPieceByPiece() {
    Random random = Seeds.random(26);
    int[] left = sequence(random, 9_000, 2);
    int[] right = left.clone();
    int unchanged = right.length;
    for (int i = 50; i < right.length; i += 90 + random.nextInt(20)) {
      right[i] = (right[i] + 1) % 2;
      unchanged--;
    }
    assertThat(kept(aligned(left, right, 2, true))).isGreaterThanOrEqualTo(unchanged);
    int[] longer = Arrays.copyOf(left, 11_000);
    assertThat(kept(aligned(longer, right, 2, true))).isGreaterThanOrEqualTo(unchanged);
    assertThat(kept(aligned(right, longer, 2, true))).isGreaterThanOrEqualTo(unchanged);
  }

  @Test
  void withoutStepsLeftTheAlignmentIsCoarseAndSaysSo() {
    Random random = Seeds.random(23);
    int[] left = sequence(random, 5_000, 2);
    int[] right = sequence(random, 5_000, 2);
    int[] partners = new int[left.length];
    Arrays.fill(partners, -1);
    ShortestAlignment alignment =
        new ShortestAlignment(left, right, 2, partners, new WorkBudget(20_000));
    alignment.align(0, left.length, 0, right.length);
    assertThat(alignment.coarse()).isTrue();
  }

  @Test
  void equalSequencesAreKeptWhole() {
    int[] same = sequence(Seeds.random(24), 100, 5);
    assertThat(kept(aligned(same, same, 5))).isEqualTo(100);
  }
}
