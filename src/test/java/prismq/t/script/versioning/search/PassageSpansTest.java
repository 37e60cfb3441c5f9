package prismq.t.script.versioning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.history.VersionGraph;

class PassageSpansTest {
  /** A history that is written down version by version. */
  private static final class Told {
    private final List<int[]> versions = new ArrayList<>(List.of(new int[3]));
    private final BitSet holders = new BitSet();

    /** The next version, on a branch, made of others. */
    Told version(int branch, int parent, int mergeParent, boolean holds) {
      holders.set(versions.size(), holds);
      versions.add(new int[] {parent, mergeParent, branch});
      return this;
    }

    /** The next version on main, made of the one before. */
    Told main(boolean holds) {
      return version(1, versions.size() - 1, 0, holds);
    }

    VersionGraph graph() {
      int[][] columns = new int[3][versions.size()];
      for (int v = 0; v < versions.size(); v++) {
        for (int column = 0; column < 3; column++) {
          columns[column][v] = versions.get(v)[column];
        }
      }
      return new VersionGraph(columns[0], columns[1], columns[2]);
    }

    PassageSpans spans() {
      return new PassageSpans(holders, graph());
    }

    /** The spans as a reader is told of them. */
    String words() {
      return spans().spans().stream().map(Told::words).collect(Collectors.joining("; "));
    }

    private static String words(Span span) {
      return span.range()
          + (span.branchNumber() == 1 ? "" : " on " + span.branchNumber())
          + ", "
          + span.startInWords()
          + (span.removedIn() == 0 ? "" : ", removed in v" + span.removedIn())
          + (span.omittedBy().isEmpty() ? "" : ", not taken by " + span.omittedBy());
    }
  }

  @Test
  void aPassageThatIsStillThereHasOneSpanToTheHead() {
    assertThat(new Told().main(false).main(true).main(true).words())
        .isEqualTo("v2–v3, added in v2");
  }

  @Test
  void aPassageThatCameBackHasTwoSpansTheNewestFirst() {
    assertThat(new Told().main(true).main(true).main(false).main(false).main(true).words())
        .isEqualTo("v5, added again in v5; v1–v2, added in v1, removed in v3");
  }

  @Test
  void aBranchThatStartsWithItHasASpanOfItsOwn() {
    Told told = new Told().main(true).main(true);
    told.version(2, 2, 0, true).main(false).version(2, 3, 0, false);
    assertThat(told.words())
        .isEqualTo("v3 on 2, kept from v2, removed in v5; v1–v2, added in v1, removed in v4");
  }

  @Test
  void aBranchThatStartsWithoutItIsNamedAtTheSpanItLeft() {
    Told told = new Told().main(true).version(2, 1, 0, false).version(1, 1, 0, true);
    assertThat(told.words()).isEqualTo("v1–v3, added in v1, not taken by [2]");
  }

  @Test
  void aMergeBringsItFromTheOtherBranchAndWasNotItsAuthor() {
    Told told = new Told().main(false).version(2, 1, 0, true).version(1, 1, 0, false);
    told.version(1, 3, 2, true);
    assertThat(told.words()).isEqualTo("v4, merged in v4; v2 on 2, added in v2");
    assertThat(told.spans().arrivals().stream().boxed()).containsExactly(2);
  }

  @Test
  void writingItAgainOnAnotherBranchIsNoComingBack() {
    Told told = new Told().main(false).version(2, 1, 0, true).version(1, 1, 0, true);
    assertThat(told.words()).isEqualTo("v3, added in v3; v2 on 2, added in v2");
    assertThat(told.spans().arrivals().stream().boxed()).containsExactly(2, 3);
  }

  @Test
  void whatARollbackBroughtBackOnAnotherBranchIsToldSo() {
    Told told = new Told().main(true).main(false).version(2, 2, 0, false).version(2, 3, 0, true);
    assertThat(told.words())
        .isEqualTo("v4 on 2, added again in v4; v1, added in v1, removed in v2");
  }

  @Test
  void aVersionWhoseRowIsMissingIsPassedOver() {
    Told told = new Told().main(true).version(0, 0, 0, false).version(1, 2, 0, true);
    assertThat(told.words()).isEqualTo("v1–v3, added in v1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyHolderIsInExactlyOneSpanAndEachSpanIsAsLongAsItCanBe(long seed) {
    Random random = Seeds.random(seed);
    for (int run = 0; run < 500; run++) {
      Told told = random(random);
      VersionGraph graph = told.graph();
      List<Span> spans = told.spans().spans();
      BitSet covered = new BitSet();
      for (Span span : spans) {
        for (int v = 1; v <= graph.latest(); v++) {
          if (graph.branchNumber(v) != span.branchNumber()) {
            continue;
          }
          if (v >= span.from() && v <= span.to()) {
            assertThat(told.holders.get(v)).isTrue();
            assertThat(covered.get(v)).isFalse();
            covered.set(v);
          }
        }
        int before = previous(graph, span.from());
        assertThat(before > 0 && told.holders.get(before)).isFalse();
        assertThat(span.removedIn()).isEqualTo(next(graph, span.to()));
        assertThat(span.removedIn() > 0 && told.holders.get(span.removedIn())).isFalse();
      }
      assertThat(covered).isEqualTo(told.holders);
      assertThat(spans).isSortedAccordingTo((a, b) -> b.to() - a.to());
    }
  }

  private static Told random(Random random) {
    Told told = new Told();
    int[] heads = new int[4];
    boolean holds = false;
    for (int v = 1; v <= 1 + random.nextInt(30); v++) {
      int branch = v == 1 ? 1 : 1 + random.nextInt(3);
      int parent = heads[branch] == 0 && v > 1 ? 1 + random.nextInt(v - 1) : heads[branch];
      int merged = v > 2 && random.nextInt(6) == 0 ? 1 + random.nextInt(v - 1) : 0;
      holds ^= random.nextInt(3) == 0;
      told.version(branch, parent, merged == parent ? 0 : merged, holds);
      heads[branch] = v;
    }
    return told;
  }

  private static int previous(VersionGraph graph, int version) {
    int v = version - 1;
    while (v > 0 && graph.branchNumber(v) != graph.branchNumber(version)) {
      v--;
    }
    return v;
  }

  private static int next(VersionGraph graph, int version) {
    for (int v = version + 1; v <= graph.latest(); v++) {
      if (graph.branchNumber(v) == graph.branchNumber(version)) {
        return v;
      }
    }
    return 0;
  }
}
