package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prismq.t.script.versioning.core.TangledPairs;
import prismq.t.script.versioning.core.TangledPairs.TangledPair;

class TangledTextsTest {
  private static final int BYTES = 200_000;

  static List<TangledPair> pairs() {
    return TangledPairs.of(BYTES);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void howeverTangledTextsAreTheirDiffIsExact(TangledPair pair) {
    Diff diff = new DiffGenerator().diff(pair.from(), pair.to());
    assertThat(diff.apply()).isEqualTo(pair.to());
    assertThat(diff.undo()).isEqualTo(pair.from());
    assertThat(Exact.applied(diff.exactEdits(), pair.from(), pair.to())).isEqualTo(pair.to());
  }

  @Test
  void whoOnlySplitsJoinsOrChangesLineEndingsChangesNoWord() {
    for (TangledPair pair : pairs()) {
      if (pair.name().contains("split") || pair.name().contains("a sentence")) {
        Diff.Statistics statistics = new DiffGenerator().diff(pair.from(), pair.to()).statistics();
        assertThat(statistics.wordsDeleted()).as(pair.name()).isZero();
        assertThat(statistics.wordsInserted()).as(pair.name()).isZero();
      }
    }
    TangledPair endings =
        pairs().stream()
            .filter(pair -> pair.name().equals("line endings changed"))
            .findFirst()
            .orElseThrow();
    assertThat(new DiffGenerator().diff(endings.from(), endings.to()).changes()).isEmpty();
  }
}
