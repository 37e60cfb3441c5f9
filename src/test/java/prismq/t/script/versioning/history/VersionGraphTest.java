package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;

class VersionGraphTest {
  private static final int GRAPHS = 300;

  private static VersionGraph graph(int... parentsAndMergeParents) {
    int versions = parentsAndMergeParents.length / 2;
    int[] parents = new int[versions + 1];
    int[] mergeParents = new int[versions + 1];
    for (int v = 1; v <= versions; v++) {
      parents[v] = parentsAndMergeParents[2 * v - 2];
      mergeParents[v] = parentsAndMergeParents[2 * v - 1];
    }
    return new VersionGraph(parents, mergeParents, new int[versions + 1]);
  }

  @Test
  void theNearestCommonAncestorIsWhereTheBranchesPart() {
    VersionGraph graph = graph(0, 0, 1, 0, 2, 0, 2, 0, 4, 0);
    assertThat(graph.nearestCommonAncestors(3, 5)).containsExactly(2);
    assertThat(graph.ahead(5, 3)).isEqualTo(2);
    assertThat(graph.ahead(3, 5)).isEqualTo(1);
  }

  @Test
  void afterAMergeItIsWhatWasMerged() {
    VersionGraph graph = graph(0, 0, 1, 0, 1, 0, 2, 3, 3, 0);
    assertThat(graph.nearestCommonAncestors(4, 5)).containsExactly(3);
    assertThat(graph.isMadeOf(4, 3)).isTrue();
    assertThat(graph.isMadeOf(5, 2)).isFalse();
  }

  @Test
  void branchesMergedCrosswiseHaveTwo() {
    VersionGraph graph = graph(0, 0, 1, 0, 1, 0, 2, 3, 3, 2, 4, 0, 5, 0);
    assertThat(graph.nearestCommonAncestors(6, 7)).containsExactly(3, 2);
  }

  @Test
  void unrelatedVersionsHaveNone() {
    assertThat(graph(0, 0, 0, 0).nearestCommonAncestors(1, 2)).isEmpty();
  }

  @Test
  void onAnyGraphTheAnswersAreThoseOfTheDefinitions() {
    Cases.each(
        7,
        GRAPHS,
        random -> {
          int versions = 1 + random.nextInt(25);
          int[] numbers = new int[2 * versions];
          for (int v = 1; v <= versions; v++) {
            numbers[2 * v - 2] = random.nextInt(10) == 0 ? 0 : random.nextInt(v);
            numbers[2 * v - 1] = random.nextInt(3) == 0 ? random.nextInt(v) : 0;
          }
          VersionGraph graph = graph(numbers);
          int one = 1 + random.nextInt(versions);
          int other = 1 + random.nextInt(versions);
          Set<Integer> ours = ancestors(numbers, one);
          Set<Integer> theirs = ancestors(numbers, other);
          assertThat(graph.ancestors(one).stream().boxed()).containsExactlyElementsOf(ours);
          Set<Integer> common = new TreeSet<>(ours);
          common.retainAll(theirs);
          List<Integer> nearest = new ArrayList<>();
          for (int v : common) {
            boolean isBehindAnother =
                common.stream().anyMatch(w -> w != v && ancestors(numbers, w).contains(v));
            if (!isBehindAnother) {
              nearest.add(0, v);
            }
          }
          assertThat(graph.nearestCommonAncestors(one, other)).isEqualTo(nearest);
          ours.removeAll(theirs);
          assertThat(graph.ahead(one, other)).isEqualTo(ours.size());
        });
  }

  private static Set<Integer> ancestors(int[] numbers, int version) {
    Set<Integer> found = new TreeSet<>();
    if (version > 0) {
      found.add(version);
      found.addAll(ancestors(numbers, numbers[2 * version - 2]));
      found.addAll(ancestors(numbers, numbers[2 * version - 1]));
    }
    return found;
  }
}
