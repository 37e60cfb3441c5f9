package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;

class MiddleSnakeTest {
  private static final long ENOUGH = Long.MAX_VALUE;

  /** The fewest elements to be removed and added, by the textbook's table. */
  private static int edits(int[] left, int[] right) {
    int[][] edits = new int[left.length + 1][right.length + 1];
    for (int i = 0; i <= left.length; i++) {
      for (int j = 0; j <= right.length; j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
        } else if (left[i - 1] == right[j - 1]) {
          edits[i][j] = edits[i - 1][j - 1];
        } else {
          edits[i][j] = 1 + Math.min(edits[i - 1][j], edits[i][j - 1]);
        }
      }
    }
    return edits[left.length][right.length];
  }

  private static int[] part(int[] sequence, int start, int end) {
    return Arrays.copyOfRange(sequence, start, end);
  }

  private static int[] sequence(Random random, int kinds) {
    return random.ints(1 + random.nextInt(random.nextBoolean() ? 4 : 30), 0, kinds).toArray();
  }

  private static boolean differAtBothEnds(int[] left, int[] right) {
    return left[0] != right[0] && left[left.length - 1] != right[right.length - 1];
  }

  /** One snake looks at all of them, as it is used. */
  @Test
  void aShortestPathLeadsThroughItWithHalfOfTheEditsOnEitherSide() {
    MiddleSnake snake = new MiddleSnake();
    Cases.each(
        80,
        4_000,
        random -> {
          int kinds = 1 + random.nextInt(8);
          int[] left = sequence(random, kinds);
          int[] right = sequence(random, kinds);
          if (!differAtBothEnds(left, right)) {
            return;
          }
          assertThat(snake.find(left, 0, left.length, right, 0, right.length, ENOUGH)).isTrue();
          int before = edits(part(left, 0, snake.x()), part(right, 0, snake.y()));
          int after =
              edits(part(left, snake.x(), left.length), part(right, snake.y(), right.length));
          assertThat(before + after).isEqualTo(edits(left, right));
          assertThat(Math.abs(before - after)).isLessThanOrEqualTo(1);
        });
  }

  @Test
  void whatIsAroundTheRangesDoesNotMatter() {
    Cases.each(
        81,
        500,
        random -> {
          int[] left = sequence(random, 4);
          int[] right = sequence(random, 4);
          if (!differAtBothEnds(left, right)) {
            return;
          }
          int[] inLeft = new int[left.length + 5];
          int[] inRight = new int[right.length + 9];
          System.arraycopy(left, 0, inLeft, 3, left.length);
          System.arraycopy(right, 0, inRight, 7, right.length);
          MiddleSnake alone = new MiddleSnake();
          MiddleSnake within = new MiddleSnake();
          alone.find(left, 0, left.length, right, 0, right.length, ENOUGH);
          assertThat(
                  within.find(
                      inLeft, 3, left.length + 3, inRight, 7, right.length + 7, alone.steps()))
              .isTrue();
          assertThat(within.x()).isEqualTo(alone.x());
          assertThat(within.y()).isEqualTo(alone.y());
          assertThat(within.steps()).isEqualTo(alone.steps());
        });
  }

  @Test
  void theSearchStopsWhereItTakesMoreStepsThanAllowed() {
    int[] left = new Random(82).ints(2_000, 0, 1_000).toArray();
    int[] right = new Random(83).ints(2_000, 1_000, 2_000).toArray();
    MiddleSnake snake = new MiddleSnake();
    assertThat(snake.find(left, 0, 2_000, right, 0, 2_000, 50_000)).isFalse();
    assertThat(snake.steps()).isBetween(50_000L, 52_000L);
    assertThat(snake.find(left, 0, 2_000, right, 0, 2_000, ENOUGH)).isTrue();
    assertThat(snake.steps()).isBetween(2_000_000L, 8_000_000L);
  }
}
