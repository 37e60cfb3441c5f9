package prismq.t.script.versioning.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.core.Cases;
import prismq.t.script.versioning.core.Prose;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.ScriptText;

/** Every view of a diff marks the same words, and they are those that the numbers count. */
class OneAccountTest {
  private static final int CASES = Cases.of(10_000);

  private static void assertIsOneAccount(ScriptText from, ScriptText to) {
    assertIsOneAccount(new DiffGenerator().diff(from, to));
  }

  private static void assertIsOneAccount(Diff diff) {
    assertCountsWhatProseMarks(diff, SegmentKind.DELETED, diff.statistics().wordsDeleted());
    assertCountsWhatProseMarks(diff, SegmentKind.INSERTED, diff.statistics().wordsInserted());
    assertExactEditsAreThoseOfTheBlocks(diff);
    assertCriticMarkupMarksTheExactEdits(diff);
    assertRowsMoveWithTheirBlocks(diff);
  }

  private static void assertCountsWhatProseMarks(Diff diff, SegmentKind kind, int counted) {
    MarkedWords prose = MarkedWords.inProse(diff, kind);
    assertThat(prose.words()).as("words counted").isEqualTo(counted);
  }

  /** Whether the rows of lines mark just what prose marks. */
  private static boolean hasSameRows(Diff diff) {
    return Stream.of(SegmentKind.DELETED, SegmentKind.INSERTED)
        .allMatch(
            kind ->
                MarkedWords.inRows(diff, kind)
                    .pieces()
                    .equals(MarkedWords.inProse(diff, kind).pieces()));
  }

  private static void assertExactEditsAreThoseOfTheBlocks(Diff diff) {
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    for (Block block : diff.blocks()) {
      if (block.kind() == Block.Kind.CHANGED) {
        for (WordEdit edit : block.words()) {
          removed.append(edit.from().in(diff.from().text()));
          added.append(edit.to().in(diff.to().text()));
        }
      } else if (block.kind() != Block.Kind.UNCHANGED) {
        removed.append(diff.fromBytes(block.fromLines()).in(diff.from().text()));
        added.append(diff.toBytes(block.toLines()).in(diff.to().text()));
      }
    }
    assertThat(removedByExactEdits(diff)).isEqualTo(removed.toString());
    assertThat(addedByExactEdits(diff)).isEqualTo(added.toString());
  }

  private static String removedByExactEdits(Diff diff) {
    return diff.exactEdits().stream()
        .map(edit -> diff.from().text().substring(edit.fromStart(), edit.fromEnd()))
        .collect(Collectors.joining());
  }

  private static String addedByExactEdits(Diff diff) {
    return diff.exactEdits().stream()
        .map(edit -> diff.to().text().substring(edit.toStart(), edit.toEnd()))
        .collect(Collectors.joining());
  }

  private static void assertCriticMarkupMarksTheExactEdits(Diff diff) {
    CriticMarkupReader reader = new CriticMarkupReader(CriticMarkup.write(diff));
    assertThat(reader.removed()).as("removed in CriticMarkup").isEqualTo(removedByExactEdits(diff));
    assertThat(reader.added()).as("added in CriticMarkup").isEqualTo(addedByExactEdits(diff));
  }

  /** A row is moved where its whole block is, and says to which change it belongs. */
  private static void assertRowsMoveWithTheirBlocks(Diff diff) {
    for (Hunk hunk : diff.hunks(0)) {
      for (Row row : hunk.rows()) {
        boolean isLeft = row.kind() == SegmentKind.DELETED;
        int line = (isLeft ? row.fromLine() : row.toLine()) - 1;
        Block block =
            diff.blocks().stream()
                .filter(each -> holds(isLeft ? each.fromLines() : each.toLines(), line))
                .findFirst()
                .orElseThrow();
        assertThat(row.moved()).isEqualTo(block.isMoved());
        assertThat(row.change()).isEqualTo(block.change());
      }
    }
  }

  private static boolean holds(LineRange lines, int line) {
    return lines.start() <= line && line < lines.end();
  }

  private static void assertEachChangeCanBeUndone(Diff diff, ScriptText from) {
    Diff left = diff;
    int most = 10 * diff.changes().size(); // What is left may be told in other changes.
    for (int undone = 0; undone < most && !left.changes().isEmpty(); undone++) {
      ScriptText text = left.without(left.changes().get(left.changes().size() - 1));
      left = new DiffGenerator().diff(from, text);
    }
    assertThat(left.changes()).as("changes left after undoing all").isEmpty();
  }

  @Test
  void textsOfAllScriptsHaveOneAccountOfTheirChanges() {
    Texts texts = new Texts(60);
    Cases.each(
        61,
        CASES,
        random -> {
          ScriptText from = texts.any();
          assertIsOneAccount(from, random.nextInt(4) == 0 ? texts.any() : texts.edited(from));
        });
  }

  /** A line that is on both sides may be shown as unchanged where its words were aligned apart. */
  @Test
  void editedProseHasOneAccountOfItsChanges() {
    AtomicInteger others = new AtomicInteger();
    Cases.each(
        62,
        CASES,
        random -> {
          Prose prose = new Prose(random);
          ScriptText from = ScriptText.of(prose.text());
          ScriptText to = ScriptText.of(prose.edited(from.display()));
          Diff diff = new DiffGenerator().diff(from, to);
          assertIsOneAccount(diff);
          assertEachChangeCanBeUndone(diff, from);
          others.addAndGet(hasSameRows(diff) ? 0 : 1);
        });
    assertThat(others.get()).isLessThanOrEqualTo(CASES / 100);
  }
}
