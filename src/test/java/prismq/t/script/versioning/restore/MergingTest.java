package prismq.t.script.versioning.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ScriptText;

class MergingTest {
  private static final int HISTORIES = 400;

  /** A line that no made-up text has. */
  private static final String LATER = "Written 4711 days later.\n";

  private static final RestoreForm UNANSWERED =
      new RestoreForm(1, 2, null, null, false, null, 3, "", "", Answers.NONE);

  private final DiffGenerator diffGenerator = new DiffGenerator();

  private Comparison compare(ScriptText from, ScriptText to) {
    return Comparison.of(from, to, diffGenerator.diff(from, to));
  }

  private static Undoing undoing(Comparison comparison, @Nullable Change change) {
    return change == null ? Undoing.all(comparison) : Undoing.one(comparison, change);
  }

  private static Draft undo(Comparison comparison, @Nullable Change change, ScriptText head) {
    return new Merging(undoing(comparison, change), head, UNANSWERED).draft();
  }

  @Test
  void onTheVersionItselfExactlyTheOneChangeIsUndone() {
    Texts texts = new Texts(60);
    int changes = 0;
    for (int i = 0; i < HISTORIES; i++) {
      ScriptText from = texts.any();
      Comparison comparison = compare(from, texts.edited(from));
      Diff diff = comparison.diff();
      for (Change change : diff.changes()) {
        Draft draft = undo(comparison, change, comparison.to());
        assertThat(draft.passages()).isEmpty();
        if (undoing(comparison, change).numbers().size() == 1) {
          assertThat(draft.text()).isEqualTo(diff.without(change));
          changes++;
        }
      }
    }
    assertThat(changes).isGreaterThan(HISTORIES);
  }

  @Test
  void onTheVersionItselfUndoingAllOfItGivesTheTextBefore() {
    Texts texts = new Texts(61);
    for (int i = 0; i < HISTORIES; i++) {
      ScriptText from = texts.any();
      ScriptText to = i % 4 == 0 ? texts.any() : texts.edited(from);
      Draft draft = undo(compare(from, to), null, to);
      assertThat(draft.passages()).isEmpty();
      assertThat(draft.text()).isEqualTo(from);
    }
  }

  @ParameterizedTest
  @CsvSource({"ABC, AB", "AB, ABC", "CAB, ABC", "ABC, CAB"})
  void aParagraphAtTheEndComesAndGoesWithTheBlankLineBeforeIt(String before, String after) {
    ScriptText from = paragraphs(before);
    ScriptText to = paragraphs(after);
    Comparison comparison = compare(from, to);
    Change change =
        comparison.diff().changes().stream()
            .filter(each -> each.type() != Change.Type.CHANGED)
            .findFirst()
            .orElseThrow();
    assertThat(undo(comparison, change, to).text()).isEqualTo(from);
  }

  private static ScriptText paragraphs(String letters) {
    return ScriptText.of(
        letters
                .replace("A", "The night is long and cold.\n\n")
                .replace("B", "One dog barks behind that mill.\n\n")
                .replace("C", "Keepers count every lost boat.\n\n")
                .strip()
            + "\n");
  }

  @Test
  void whatIsUndoneAlreadyChangesNothing() {
    Texts texts = new Texts(62);
    for (int i = 0; i < HISTORIES; i++) {
      ScriptText from = texts.any();
      Comparison comparison = compare(from, texts.edited(from));
      Draft draft = undo(comparison, null, from);
      assertThat(draft.passages()).isEmpty();
      assertThat(draft.changesNothing()).isTrue();
    }
  }

  @Test
  void noTextIsLostThatIsNotPartOfTheChange() {
    Texts texts = new Texts(63);
    int asked = 0;
    int undone = 0;
    for (int i = 0; i < HISTORIES; i++) {
      ScriptText from = texts.any();
      Comparison comparison = compare(from, texts.edited(from));
      ScriptText head = withLaterLine(texts, texts.edited(comparison.to()));
      for (Change change : comparison.diff().changes()) {
        Draft draft = undo(comparison, change, head);
        assertLosesOnly(comparison, blocks(comparison, change), draft);
        asked += draft.passages().size();
        undone += draft.changesNothing() ? 0 : 1;
      }
      assertLosesOnly(comparison, comparison.diff().blocks(), undo(comparison, null, head));
    }
    assertThat(asked).isGreaterThan(HISTORIES / 4);
    assertThat(undone).isGreaterThan(HISTORIES / 4);
  }

  private static ScriptText withLaterLine(Texts texts, ScriptText text) {
    List<String> lines = new ArrayList<>(text.exactLines());
    lines.add(lines.isEmpty() ? 0 : texts.random().nextInt(lines.size()), LATER);
    return ScriptText.ofExactLines(lines);
  }

  private static List<Block> blocks(Comparison comparison, Change change) {
    Set<Integer> numbers = undoing(comparison, change).numbers();
    return comparison.diff().blocks().stream()
        .filter(block -> numbers.contains(block.change()))
        .toList();
  }

  private static void assertLosesOnly(Comparison comparison, List<Block> blocks, Draft draft) {
    StringBuilder part = new StringBuilder();
    for (Block block : blocks) {
      if (block.kind() != Block.Kind.UNCHANGED) {
        comparison.to().exactLines().subList(block.toStart(), block.toEnd()).forEach(part::append);
      }
    }
    int[] may = counts(part.toString());
    int[] before = counts(draft.now().exactLines().text());
    // What a person is asked about is not lost.
    StringBuilder kept = new StringBuilder(draft.text().exactLines().text());
    draft
        .passages()
        .forEach(passage -> kept.append(passage.conflict().theirs().exactLines().text()));
    int[] after = counts(kept.toString());
    for (int character = 0; character < before.length; character++) {
      assertThat(after[character])
          .as("byte %d of “%s”", character, draft.now().display())
          .isGreaterThanOrEqualTo(before[character] - may[character]);
    }
    assertThat(draft.text().display()).contains(LATER.strip());
  }

  /** How often each byte occurs; line endings are of the place, not of the text. */
  private static int[] counts(String exact) {
    int[] counts = new int[256];
    exact
        .chars()
        .filter(character -> character != '\r' && character != '\n')
        .forEach(c -> counts[c]++);
    return counts;
  }
}
