package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Seeds;

class UniqueRunsTest {
  private static int[] sequence(Random random) {
    return random.ints(random.nextInt(30), 0, 6).toArray();
  }

  @Test
  void whereOneInEightIsLookedUpAboutAnEighthIsFound() {
    int[] sequence = Seeds.random(75).ints(8_000, 0, 1_000_000).toArray();
    List<int[]> runs = new UniqueRuns(sequence, sequence, 8, 8).runs();
    assertThat(runs).hasSizeBetween(800, 1_200);
    assertThat(runs).allSatisfy(run -> assertThat(run[0]).isEqualTo(run[1]));
  }

  private static List<Integer> places(int[] sequence, int[] run) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i + run.length <= sequence.length; i++) {
      if (Arrays.equals(Arrays.copyOfRange(sequence, i, i + run.length), run)) {
        places.add(i);
      }
    }
    return places;
  }

  @Test
  void theyAreAllThatStandOnceOnEitherSide() {
    Cases.each(
        73,
        2_000,
        random -> {
          int[] left = sequence(random);
          int[] right = sequence(random);
          int length = 1 + random.nextInt(3);
          List<List<Integer>> expected = new ArrayList<>();
          for (int i = 0; i + length <= left.length; i++) {
            int[] run = Arrays.copyOfRange(left, i, i + length);
            List<Integer> there = places(right, run);
            if (places(left, run).size() == 1 && there.size() == 1) {
              expected.add(List.of(there.get(0), i));
            }
          }
          assertThat(new UniqueRuns(left, right, length, 1).runs())
              .extracting(run -> List.of(run[0], run[1]))
              .isEqualTo(expected);
        });
  }

  @Test
  void whereOneInSeveralIsLookedUpTheyAreSomeOfThem() {
    Cases.each(
        74,
        500,
        random -> {
          int[] left = sequence(random);
          int[] right = sequence(random);
          List<List<Integer>> all =
              new UniqueRuns(left, right, 2, 1)
                  .runs().stream().map(run -> List.of(run[0], run[1])).toList();
          assertThat(new UniqueRuns(left, right, 2, 4).runs())
              .allSatisfy(run -> assertThat(all).contains(List.of(run[0], run[1])));
        });
  }
}
