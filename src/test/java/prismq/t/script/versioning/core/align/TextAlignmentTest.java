package prismq.t.script.versioning.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Prose;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.align.TextAlignment.TokenRanges;
import prismq.t.script.versioning.core.text.ScriptText;

class TextAlignmentTest {
  private static final int CASES = Cases.of(10_000);

  private static TextAlignment aligned(ScriptText from, ScriptText to) {
    TokenNumbers numbers = new TokenNumbers();
    TokenSequence left = tokens(from, numbers);
    TokenSequence right = tokens(to, numbers);
    TokenRanges all = new TokenRanges(0, left.size(), 0, right.size());
    return TextAlignment.of(left, right, numbers, List.of(all));
  }

  private static TokenSequence tokens(ScriptText text, TokenNumbers numbers) {
    String exact = text.exactLines().text();
    TokenCutter cutter = new TokenCutter(exact, numbers);
    for (int line = 0; line < text.exactLines().size(); line++) {
      if (!text.exactLines().get(line).isBlank()) {
        cutter.add(line, text.exactLines().start(line), text.exactLines().end(line));
      }
    }
    return cutter.tokens();
  }

  private static void assertKeepsOnlyWhatIsEqual(TextAlignment alignment) {
    int[] left = alignment.left().numbers();
    int[] right = alignment.right().numbers();
    int last = -1;
    BitSet taken = new BitSet();
    for (int token = 0; token < left.length; token++) {
      int kept = alignment.keptAs(token);
      int moved = alignment.movedTo(token);
      assertThat(kept < 0 || moved < 0).as("kept and moved").isTrue();
      if (kept >= 0) {
        assertThat(kept).as("kept in order").isGreaterThan(last);
        assertThat(alignment.keptFrom(kept)).isEqualTo(token);
        last = kept;
      }
      int to = Math.max(kept, moved);
      if (to >= 0) {
        assertThat(right[to]).isEqualTo(left[token]);
        assertThat(taken.get(to)).as("two tokens became one").isFalse();
        taken.set(to);
      }
      if (moved >= 0) {
        assertThat(alignment.moveOfLeft(token)).isBetween(1, alignment.moveCount());
        assertThat(alignment.moveOfRight(moved)).isEqualTo(alignment.moveOfLeft(token));
      }
    }
  }

  private static int marked(TextAlignment alignment) {
    return MarkedTokens.words(alignment.left(), token -> isLeftMarked(alignment, token))
        + MarkedTokens.words(alignment.right(), token -> isRightMarked(alignment, token));
  }

  private static boolean isLeftMarked(TextAlignment alignment, int token) {
    return alignment.keptAs(token) < 0 && alignment.moveOfLeft(token) == 0;
  }

  private static boolean isRightMarked(TextAlignment alignment, int token) {
    return alignment.keptFrom(token) < 0 && alignment.moveOfRight(token) == 0;
  }

  private static List<Integer> partners(TextAlignment alignment) {
    return IntStream.range(0, alignment.left().size())
        .map(token -> Math.max(alignment.keptAs(token), alignment.movedTo(token)))
        .boxed()
        .toList();
  }

  /** Returns whether more is marked than by a plain word diff of the whole texts. */
  private static boolean marksMore(ScriptText from, ScriptText to) {
    TextAlignment alignment = aligned(from, to);
    assertKeepsOnlyWhatIsEqual(alignment);
    assertThat(partners(aligned(from, to))).isEqualTo(partners(alignment));
    return marked(alignment) > PlainWords.marked(alignment.left(), alignment.right());
  }

  /** Texts are cut where they are sure to be equal; a cut may cost a word in few pairs. */
  private static void assertIsRare(AtomicInteger more) {
    assertThat(more.get()).isLessThanOrEqualTo(CASES / 100);
  }

  @Test
  @Tag("long")
  void editedTextsOfAllScriptsAreHardlyEverMarkedMoreThanTheirWordsDiffer() {
    Texts texts = new Texts(30);
    AtomicInteger more = new AtomicInteger();
    Cases.each(
        31,
        CASES,
        random -> {
          ScriptText from = texts.any();
          ScriptText to = random.nextInt(4) == 0 ? texts.any() : texts.edited(from);
          more.addAndGet(marksMore(from, to) ? 1 : 0);
        });
    assertIsRare(more);
  }

  @Test
  void editedProseIsHardlyEverMarkedMoreThanItsWordsDiffer() {
    AtomicInteger more = new AtomicInteger();
    Cases.each(
        32,
        CASES,
        random -> {
          Prose prose = new Prose(random);
          String from = prose.text();
          ScriptText to = ScriptText.of(prose.edited(from));
          more.addAndGet(marksMore(ScriptText.of(from), to) ? 1 : 0);
        });
    assertIsRare(more);
  }

  @Test
  void equalTextsAreKeptWhole() {
    ScriptText text = ScriptText.of("- One, two.\n\nThree\nfour (five).\n");
    TextAlignment alignment = aligned(text, text);
    assertThat(partners(alignment)).isEqualTo(IntStream.range(0, 13).boxed().toList());
    assertThat(alignment.moveCount()).isZero();
  }
}
