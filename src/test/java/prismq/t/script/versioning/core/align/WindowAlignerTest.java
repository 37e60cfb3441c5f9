package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Prose;
import prismq.t.script.versioning.core.align.WindowAligner.Candidate;

class WindowAlignerTest {
  private static final long ENOUGH = 100_000_000;

  private static int[] shortest(SequencePair pair) {
    int[] kept = Sequences.kept(pair.a().length);
    new ShortestAlignment(pair.a(), pair.b(), pair.kinds(), kept, new WorkBudget(ENOUGH))
        .align(0, pair.a().length, 0, pair.b().length);
    return kept;
  }

  private static List<Candidate> candidates(SequencePair pair, int[] base, long steps) {
    return new WindowAligner(pair, new WorkBudget(steps)).candidates(Sequences.whole(pair), base);
  }

  /** What each candidate keeps of the left side. */
  private static List<String> kept(String from, String to, long steps) {
    SequencePair pair = Sequences.pair(from, to);
    List<String> kept = new ArrayList<>();
    for (Candidate candidate : candidates(pair, shortest(pair), steps)) {
      kept.add(Sequences.kept(pair, candidate.kept()));
    }
    return kept;
  }

  private static String plain(String from, String to) {
    SequencePair pair = Sequences.pair(from, to);
    WindowAligner aligner = new WindowAligner(pair, new WorkBudget(ENOUGH));
    return Sequences.kept(pair, aligner.plain(Sequences.whole(pair)).kept());
  }

  @Test
  void theGivenAlignmentIsTheFirst() {
    String from = "He waits for the boat. She sleeps.";
    String to = "She sleeps by the boat. He waits.";
    SequencePair pair = Sequences.pair(from, to);
    assertThat(kept(from, to, ENOUGH).get(0)).isEqualTo(Sequences.kept(pair, shortest(pair)));
  }

  @Test
  void theGivenAlignmentIsTheOnlyOneWithoutStepsOrWithoutAnotherSide() {
    String from = "He waits for the boat. She sleeps.";
    String to = "She sleeps by the boat. He waits.";
    assertThat(kept(from, to, 0)).hasSize(1);
    assertThat(kept(from, to, 20 * (9 + 9) - 1)).hasSize(1);
    assertThat(kept(from, to, 20 * (9 + 9))).hasSizeGreaterThan(1);
    assertThat(kept(from, "", ENOUGH)).hasSize(1);
    assertThat(kept("", to, ENOUGH)).hasSize(1);
  }

  @Test
  void keepingNothingIsAmongThemWhereOnlySignsAreTheSame() {
    assertThat(kept("lamp, boat", "crow, river", ENOUGH)).contains(",", "");
  }

  @Test
  void keepingNoLightWordOrSignAmongChangesIsAmongThem() {
    assertThat(kept("The old lamp, a gift, burns", "The old boat, a wreck, sinks", ENOUGH))
        .contains("The old , a ,", "The old a", "The old , a");
  }

  @Test
  void keepingTheSentencesThatBelongTogetherIsAmongThem() {
    assertThat(
            kept("He waits for the boat. She sleeps.", "She sleeps by the boat. He waits.", ENOUGH))
        .contains("the boat . .", "He waits .");
  }

  @Test
  void thePlainAlignmentKeepsTheSignsAtWordsThatChanged() {
    assertThat(plain("The lamp, (late) burns.", "The boat, (soon) sinks."))
        .isEqualTo("The , ( ) .");
    assertThat(plain("lamp!", "boat!")).isEqualTo("!");
    assertThat(plain("one lamp", "one boat")).isEqualTo("one");
  }

  @Test
  void eachKeepsWhatIsTheSameInItsOrder() {
    Cases.each(
        35,
        300,
        random -> {
          Prose prose = new Prose(random);
          String from = prose.text();
          SequencePair pair = Sequences.pair(from, prose.edited(from));
          for (Candidate candidate : candidates(pair, shortest(pair), ENOUGH)) {
            int[] kept = Arrays.stream(candidate.kept()).filter(to -> to >= 0).toArray();
            assertThat(kept).isSorted().doesNotHaveDuplicates();
            for (int i = 0; i < pair.a().length; i++) {
              int to = candidate.kept()[i];
              assertThat(to < 0 || pair.b()[to] == pair.a()[i]).isTrue();
            }
          }
        });
  }
}
