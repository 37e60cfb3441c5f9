package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Edit;

/**
 * A range of three texts in which they do not all agree, in positions of each exact text; between
 * chunks they agree. Starts belong to the range, ends do not.
 */
record Chunk(int baseStart, int baseEnd, int ourStart, int ourEnd, int theirStart, int theirEnd) {

  /** Puts edits of both sides that overlap or touch into one chunk. */
  static List<Chunk> of(List<Edit> ours, List<Edit> theirs) {
    List<Chunk> chunks = new ArrayList<>();
    EditCursor our = new EditCursor(ours);
    EditCursor their = new EditCursor(theirs);
    while (our.start() < Integer.MAX_VALUE || their.start() < Integer.MAX_VALUE) {
      int start = Math.min(our.start(), their.start());
      int ourStart = our.of(start);
      int theirStart = their.of(start);
      int end = start;
      while (our.start() <= end || their.start() <= end) {
        end = Math.max(end, our.start() <= end ? our.take() : their.take());
      }
      chunks.add(new Chunk(start, end, ourStart, our.of(end), theirStart, their.of(end)));
    }
    return chunks;
  }

  /** The edits of one side, taken one after the other. */
  private static final class EditCursor {
    private final List<Edit> edits;
    private int next;
    private int shift;

    EditCursor(List<Edit> edits) {
      this.edits = edits;
    }

    /** Where the next edit starts in the base. */
    int start() {
      return next < edits.size() ? edits.get(next).fromStart() : Integer.MAX_VALUE;
    }

    /** Takes the next edit, and says where it ends in the base. */
    int take() {
      Edit edit = edits.get(next++);
      shift = edit.toEnd() - edit.fromEnd();
      return edit.fromEnd();
    }

    /** Where a position of the base is on this side, as far as edits were taken. */
    int of(int base) {
      return base + shift;
    }
  }

  /** The same where this one is in positions of another's texts only. */
  Chunk in(Chunk whole) {
    return new Chunk(
        whole.baseStart + baseStart,
        whole.baseStart + baseEnd,
        whole.ourStart + ourStart,
        whole.ourStart + ourEnd,
        whole.theirStart + theirStart,
        whole.theirStart + theirEnd);
  }

  /** From where this one starts to where a later one ends. */
  Chunk upTo(Chunk later) {
    return new Chunk(baseStart, later.baseEnd, ourStart, later.ourEnd, theirStart, later.theirEnd);
  }

  /** The same with what agrees before it, up to a position of the base. */
  Chunk startingAt(int base) {
    int by = base - baseStart;
    return new Chunk(base, baseEnd, ourStart + by, ourEnd, theirStart + by, theirEnd);
  }

  /** The same with what agrees after it, up to a position of the base. */
  Chunk endingAt(int base) {
    int by = base - baseEnd;
    return new Chunk(baseStart, base, ourStart, ourEnd + by, theirStart, theirEnd + by);
  }
}
