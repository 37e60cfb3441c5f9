package prismq.t.script.versioning.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.script.GraphLanes.Lane;

class GraphLanesTest {
  private static final int HISTORIES = 300;

  /** Three numbers a version: its parent, its merge parent and its branch. */
  private static VersionGraph graph(int... numbers) {
    int versions = numbers.length / 3;
    int[] parents = new int[versions + 1];
    int[] mergeParents = new int[versions + 1];
    int[] branches = new int[versions + 1];
    for (int v = 1; v <= versions; v++) {
      parents[v] = numbers[3 * v - 3];
      mergeParents[v] = numbers[3 * v - 2];
      branches[v] = numbers[3 * v - 1];
    }
    return new VersionGraph(parents, mergeParents, branches);
  }

  @Test
  void aBranchRunsFromWhereItLeftToWhereItIsMerged() {
    GraphLanes lanes = GraphLanes.of(graph(0, 0, 1, 1, 0, 2, 1, 0, 1, 3, 2, 1));
    assertThat(lanes.all()).containsExactly(new Lane(0, 1, 1, 4), new Lane(1, 2, 1, 4));
    assertThat(lanes.mergedInto(4)).isEqualTo(lanes.of(2));
    assertThat(lanes.mergedInto(3)).isNull();
  }

  @Test
  void aColumnIsUsedAgainOnceNothingRunsInIt() {
    GraphLanes lanes = GraphLanes.of(graph(0, 0, 1, 1, 0, 2, 1, 2, 1, 3, 0, 3, 3, 4, 1));
    assertThat(lanes.columns()).isEqualTo(2);
    assertThat(lanes.all())
        .containsExactly(new Lane(0, 1, 1, 5), new Lane(1, 2, 1, 3), new Lane(1, 3, 3, 5));
  }

  @Test
  void aMergeOfAVersionThatItsBranchHadGoneBeyondIsDrawnBesideTheBranch() {
    GraphLanes lanes = GraphLanes.of(graph(0, 0, 1, 1, 0, 2, 2, 0, 2, 1, 2, 1));
    assertThat(lanes.mergedInto(4)).isEqualTo(new Lane(2, 2, 2, 4));
    assertThat(lanes.of(3)).isEqualTo(new Lane(1, 2, 1, 3));
  }

  @Test
  void inOneColumnNothingRunsBesideAnotherThing() {
    Cases.each(
        11,
        HISTORIES,
        random -> {
          int versions = 1 + random.nextInt(60);
          int branches = 1 + random.nextInt(12);
          int[] heads = new int[branches + 1];
          int[] numbers = new int[3 * versions];
          for (int v = 1; v <= versions; v++) {
            int branch = v == 1 ? 1 : 1 + random.nextInt(branches);
            int parent = heads[branch] > 0 || v == 1 ? heads[branch] : 1 + random.nextInt(v - 1);
            numbers[3 * v - 3] = parent;
            numbers[3 * v - 2] = v > 1 && random.nextInt(4) == 0 ? 1 + random.nextInt(v - 1) : 0;
            numbers[3 * v - 1] = branch;
            heads[branch] = v;
          }
          GraphLanes lanes = GraphLanes.of(graph(numbers));
          for (int one = 0; one < lanes.all().size(); one++) {
            for (int other = 0; other < one; other++) {
              assertApart(lanes.all().get(one), lanes.all().get(other));
            }
          }
          for (int v = 1; v <= versions; v++) {
            Lane own = Objects.requireNonNull(lanes.of(v));
            assertThat(own.branchNumber()).isEqualTo(numbers[3 * v - 1]);
            assertThat(v).isBetween(own.start(), own.end());
            Lane merged = lanes.mergedInto(v);
            assertThat(merged != null).isEqualTo(numbers[3 * v - 2] > 0);
            if (merged != null) {
              assertThat(merged.end()).isGreaterThanOrEqualTo(v);
              assertThat(merged.start()).isLessThanOrEqualTo(numbers[3 * v - 2]);
            }
          }
          assertThat(Objects.requireNonNull(lanes.of(1)).column()).isZero();
        });
  }

  private static void assertApart(Lane one, Lane other) {
    if (one.column() == other.column()) {
      assertThat(one.end() <= other.start() || other.end() <= one.start()).isTrue();
    }
  }
}
