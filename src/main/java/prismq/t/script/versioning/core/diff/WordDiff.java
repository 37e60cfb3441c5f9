package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.Kind;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.Words;

/**
 * What changed inside the lines of one edit, by word. Small unchanged stretches between larger
 * changes count as changed, so that a rewritten sentence reads as one replacement.
 *
 * @param deleted the deleted lines
 * @param inserted the inserted lines
 */
record WordDiff(ChangedLines deleted, ChangedLines inserted) {
  /** An edit of which all words changed. */
  static WordDiff ofWholeLines(List<String> exactDeleted, List<String> exactInserted) {
    return new WordDiff(
        new WholeLines(exactDeleted, Kind.DELETED), new WholeLines(exactInserted, Kind.INSERTED));
  }

  /**
   * Compares the lines of an edit by word, with about so many comparisons; where they do not
   * suffice, more words than need be count as changed.
   */
  static WordDiff of(List<String> exactDeleted, List<String> exactInserted, long steps) {
    if (exactDeleted.isEmpty() || exactInserted.isEmpty()) {
      return ofWholeLines(exactDeleted, exactInserted);
    }
    LinesByWord deleted = new LinesByWord(exactDeleted, Kind.DELETED);
    LinesByWord inserted = new LinesByWord(exactInserted, Kind.INSERTED);
    Alignment alignment = Alignment.of(deleted.pieces(), inserted.pieces(), steps);
    for (Edit edit : joined(alignment.edits(), deleted.pieces())) {
      deleted.mark(edit.fromStart(), edit.fromEnd());
      inserted.mark(edit.toStart(), edit.toEnd());
    }
    return new WordDiff(deleted, inserted);
  }

  /** Joins edits over an unchanged stretch that is shorter than the changes on both its sides. */
  private static List<Edit> joined(List<Edit> edits, Pieces from) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : edits) {
      Edit next = edit;
      while (!joined.isEmpty()) {
        Edit before = joined.get(joined.size() - 1);
        int most =
            Math.min(
                Math.max(before.deleted(), before.inserted()),
                Math.max(next.deleted(), next.inserted()));
        if (!isSmall(from.subList(before.fromEnd(), next.fromStart()), most)) {
          break;
        }
        joined.remove(joined.size() - 1);
        next = new Edit(before.fromStart(), next.fromEnd(), before.toStart(), next.toEnd());
      }
      joined.add(next);
    }
    return joined;
  }

  /** Words weigh two pieces, because the space beside one tells nothing. */
  private static boolean isSmall(List<String> unchanged, int most) {
    int weight = 0;
    for (String piece : unchanged) {
      weight += Words.isWord(piece) ? 2 : 0;
      if (weight > most || piece.equals("\n")) {
        return false;
      }
    }
    return true;
  }
}
