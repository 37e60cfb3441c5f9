package prismq.t.script.versioning.core.merge;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Edit;
import prismq.t.script.versioning.core.merge.MergePart.Cause;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * A range of three texts in which they do not all agree, in positions of each exact text; between
 * chunks they agree.
 *
 * @param cause why a person is asked even if only one side changed it; {@link Cause#EDITED} where
 *     nobody is
 */
record Chunk(ByteRange base, ByteRange ours, ByteRange theirs, Cause cause) {
  Chunk(ByteRange base, ByteRange ours, ByteRange theirs) {
    this(base, ours, theirs, Cause.EDITED);
  }

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
      chunks.add(
          new Chunk(
              new ByteRange(start, end),
              new ByteRange(ourStart, our.of(end)),
              new ByteRange(theirStart, their.of(end))));
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

  /** The same, about which a person is asked. */
  Chunk asked(Cause why) {
    return new Chunk(base, ours, theirs, why);
  }

  /** Whether a person is asked even if only one side changed it. */
  boolean isAsked() {
    return cause != Cause.EDITED;
  }

  /** This chunk of another one's texts, in positions of the whole texts. */
  Chunk in(Chunk whole) {
    return new Chunk(
        base.shifted(whole.base.start()),
        ours.shifted(whole.ours.start()),
        theirs.shifted(whole.theirs.start()),
        cause);
  }

  /** From where this one starts to where a later one ends. */
  Chunk upTo(Chunk later) {
    return new Chunk(
        base.span(later.base),
        ours.span(later.ours),
        theirs.span(later.theirs),
        cause.or(later.cause));
  }

  /** The same with what agrees before it, up to a position of the base. */
  Chunk startingAt(int position) {
    int by = position - base.start();
    return new Chunk(
        new ByteRange(position, base.end()),
        new ByteRange(ours.start() + by, ours.end()),
        new ByteRange(theirs.start() + by, theirs.end()),
        cause);
  }

  /** The same with what agrees after it, up to a position of the base. */
  Chunk endingAt(int position) {
    int by = position - base.end();
    return new Chunk(
        new ByteRange(base.start(), position),
        new ByteRange(ours.start(), ours.end() + by),
        new ByteRange(theirs.start(), theirs.end() + by),
        cause);
  }
}
