package prismq.t.script.versioning.core.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;

class SequenceHunksTest {
  private static List<Integer> removed(List<PassageHunk> hunks) {
    return hunks.stream().flatMapToInt(hunk -> IntStream.of(hunk.removed())).boxed().toList();
  }

  private static List<Integer> added(List<PassageHunk> hunks) {
    return hunks.stream().flatMapToInt(hunk -> IntStream.of(hunk.added())).boxed().toList();
  }

  private static int[] array(List<Integer> passages) {
    return passages.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Integer> applied(int[] before, List<PassageHunk> hunks) {
    List<Integer> passages = new ArrayList<>();
    int at = 0;
    for (PassageHunk hunk : hunks) {
      for (int i = 0; i < hunk.kept(); i++) {
        passages.add(before[at++]);
      }
      for (int removed : hunk.removed()) {
        assertThat(before[at++]).isEqualTo(removed);
      }
      IntStream.of(hunk.added()).forEach(passages::add);
    }
    IntStream.of(before).skip(at).forEach(passages::add);
    return passages;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void ofDistinctPassagesOnlyThoseAreNamedThatWereRemovedOrAdded(long seed) {
    Random random = Seeds.random(seed);
    for (int i = 0; i < 300; i++) {
      List<Integer> before = new ArrayList<>();
      List<Integer> after = new ArrayList<>();
      List<Integer> removed = new ArrayList<>();
      List<Integer> added = new ArrayList<>();
      for (int passage = random.nextInt(30); passage > 0; passage--) {
        int fate = random.nextInt(6);
        (fate == 0 ? added : fate == 1 ? removed : new ArrayList<Integer>()).add(passage);
        if (fate != 0) {
          before.add(passage);
        }
        if (fate != 1) {
          after.add(passage);
        }
      }
      List<PassageHunk> hunks = SequenceHunks.of(array(before), array(after));
      assertThat(removed(hunks)).isEqualTo(removed);
      assertThat(added(hunks)).isEqualTo(added);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void hunksMakeTheNewSequenceAndNoneIsEmptyOrTouchesAnother(long seed) {
    Random random = Seeds.random(seed);
    for (int i = 0; i < 500; i++) {
      int[] before = random.ints(random.nextInt(20), 0, 8).toArray();
      int[] after = random.ints(random.nextInt(20), 0, 8).toArray();
      List<PassageHunk> hunks = SequenceHunks.of(before, after);
      assertThat(applied(before, hunks)).isEqualTo(IntStream.of(after).boxed().toList());
      assertThat(hunks).allMatch(hunk -> hunk.removed().length + hunk.added().length > 0);
      assertThat(hunks.stream().skip(1)).allMatch(hunk -> hunk.kept() > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whereOnePassageMovedNoOtherIsNamed(long seed) {
    Random random = Seeds.random(seed);
    for (int i = 0; i < 300; i++) {
      int length = 3 + random.nextInt(20);
      List<Integer> before = IntStream.range(0, length).boxed().toList();
      List<Integer> after = new ArrayList<>(before);
      int start = random.nextInt(length - 2);
      // By more than one, because of two neighbours that changed places either may have moved.
      Collections.rotate(after.subList(start, start + 3 + random.nextInt(length - start - 2)), 1);
      List<PassageHunk> hunks = SequenceHunks.of(array(before), array(after));
      assertThat(removed(hunks)).containsExactly(after.get(start));
      assertThat(added(hunks)).containsExactly(after.get(start));
    }
  }

  @Test
  void passagesThatAreRepeatedAreKeptBesideOneThatIsNot() {
    List<PassageHunk> hunks =
        SequenceHunks.of(new int[] {1, 9, 9, 2, 9, 9, 3}, new int[] {4, 9, 9, 2, 9, 9, 5});
    assertThat(removed(hunks)).containsExactly(1, 3);
    assertThat(added(hunks)).containsExactly(4, 5);
  }
}
