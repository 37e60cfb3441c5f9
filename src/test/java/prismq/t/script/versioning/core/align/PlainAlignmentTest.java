package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Prose;
import prismq.t.script.versioning.core.align.WindowAligner.Candidate;

class PlainAlignmentTest {
  private static final long STEPS = 100_000_000;

  /** Two made-up texts of a paragraph each, as one window. */
  private static SequencePair pair(Prose prose) {
    String from = prose.text();
    return Sequences.pair(from, prose.edited(from));
  }

  @Test
  void asManyWordsAreKeptAsTheTextbookKeeps() {
    Cases.each(
        33,
        3_000,
        random -> {
          SequencePair pair = pair(new Prose(random));
          PlainAlignment plain =
              PlainAlignment.of(pair, Sequences.whole(pair), new WorkBudget(STEPS));
          assertThat(plain.words()).isEqualTo(PlainWords.marked(pair.left(), pair.right()));
        });
  }

  @Test
  void noCandidateOfAWindowMarksMoreWordsThanItsPlainWordDiff() {
    Cases.each(
        34,
        3_000,
        random -> {
          SequencePair pair = pair(new Prose(random));
          WindowAligner aligner = new WindowAligner(pair, new WorkBudget(STEPS));
          int[] nothing = new int[pair.a().length];
          Arrays.fill(nothing, -1);
          int plain = PlainWords.marked(pair.left(), pair.right());
          assertThat(aligner.candidates(Sequences.whole(pair), nothing))
              .isNotEmpty()
              .extracting(Candidate::marked)
              .allSatisfy(marked -> assertThat(marked.words()).isLessThanOrEqualTo(plain));
        });
  }
}
