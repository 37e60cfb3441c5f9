package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.Kind;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Words;

/**
 * What changed inside the lines of one edit, by word. Small unchanged stretches between larger
 * changes count as changed, so that a rewritten sentence reads as one replacement.
 */
final class WordDiff {
  private static final long STEPS = 2_000_000;
  private static final int MOST_PIECES = 20_000;

  private final List<List<Segment>> deletedLines;
  private final List<List<Segment>> insertedLines;
  private final int wordsDeleted;
  private final int wordsInserted;

  private WordDiff(
      List<List<Segment>> deletedLines,
      List<List<Segment>> insertedLines,
      int wordsDeleted,
      int wordsInserted) {
    this.deletedLines = deletedLines;
    this.insertedLines = insertedLines;
    this.wordsDeleted = wordsDeleted;
    this.wordsInserted = wordsInserted;
  }

  /** The deleted lines in order, each in segments that are unchanged or deleted. */
  List<List<Segment>> deletedLines() {
    return deletedLines;
  }

  /** The inserted lines in order, each in segments that are unchanged or inserted. */
  List<List<Segment>> insertedLines() {
    return insertedLines;
  }

  int wordsDeleted() {
    return wordsDeleted;
  }

  int wordsInserted() {
    return wordsInserted;
  }

  static WordDiff of(List<String> exactDeleted, List<String> exactInserted) {
    List<String> from = pieces(exactDeleted);
    List<String> to = pieces(exactInserted);
    List<Edit> edits = edits(from, to);
    boolean[] deleted = new boolean[from.size()];
    boolean[] inserted = new boolean[to.size()];
    for (Edit edit : edits) {
      java.util.Arrays.fill(deleted, edit.fromStart(), edit.fromEnd(), true);
      java.util.Arrays.fill(inserted, edit.toStart(), edit.toEnd(), true);
    }
    return new WordDiff(
        segments(from, deleted, Kind.DELETED),
        segments(to, inserted, Kind.INSERTED),
        words(from, deleted),
        words(to, inserted));
  }

  private static List<String> pieces(List<String> exactLines) {
    List<String> pieces = new ArrayList<>();
    for (String line : exactLines) {
      pieces.addAll(Words.split(ScriptText.displayLine(line)));
      pieces.add("\n");
    }
    return pieces;
  }

  private static List<Edit> edits(List<String> from, List<String> to) {
    boolean oneSided = from.isEmpty() || to.isEmpty();
    if (oneSided || from.size() + to.size() > MOST_PIECES) {
      return List.of(new Edit(0, from.size(), 0, to.size()));
    }
    Alignment alignment = Alignment.of(from, to, STEPS);
    return joined(alignment.edits(), from);
  }

  /** Joins edits over an unchanged stretch that is shorter than the changes on both its sides. */
  private static List<Edit> joined(List<Edit> edits, List<String> from) {
    List<Edit> joined = new ArrayList<>();
    for (Edit edit : edits) {
      Edit next = edit;
      while (!joined.isEmpty()) {
        Edit before = joined.get(joined.size() - 1);
        int between = weight(from.subList(before.fromEnd(), next.fromStart()));
        boolean small =
            between <= Math.max(before.deleted(), before.inserted())
                && between <= Math.max(next.deleted(), next.inserted());
        if (!small || from.subList(before.fromEnd(), next.fromStart()).contains("\n")) {
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
  private static int weight(List<String> pieces) {
    int weight = 0;
    for (String piece : pieces) {
      weight += Words.isWord(piece) ? 2 : 0;
    }
    return weight;
  }

  private static int words(List<String> pieces, boolean[] changed) {
    int words = 0;
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] && Words.isWord(pieces.get(i))) {
        words++;
      }
    }
    return words;
  }

  private static List<List<Segment>> segments(
      List<String> pieces, boolean[] changed, Kind changedKind) {
    List<List<Segment>> lines = new ArrayList<>();
    List<Segment> line = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < changed.length; i++) {
      boolean lineEnds = pieces.get(i).equals("\n");
      if (!lineEnds) {
        text.append(pieces.get(i));
      }
      boolean kindEnds = lineEnds || changed[i + 1] != changed[i];
      if (kindEnds && text.length() > 0) {
        line.add(new Segment(changed[i] ? changedKind : Kind.UNCHANGED, text.toString()));
        text.setLength(0);
      }
      if (lineEnds) {
        lines.add(line);
        line = new ArrayList<>();
      }
    }
    return lines;
  }
}
