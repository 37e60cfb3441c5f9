package prismq.t.script.versioning.core.merge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Edit;
import prismq.t.script.versioning.core.text.BinarySearch;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.LineEnds;

/** Where passages of the base are in the text of a side. */
final class Positions {
  private final List<Edit> edits;
  private final String text;

  /**
   * @param edits what the side changed, in positions of both exact texts
   * @param text the exact text of the side
   */
  Positions(List<Edit> edits, String text) {
    this.edits = edits;
    this.text = text;
  }

  /**
   * The same move for this side's text, which takes along what the side wrote into the passage;
   * null if the passage or the place it goes to is not clear, or there is no such passage.
   */
  @Nullable Move of(Move move) {
    if (!isClear(move.bytes().start()) || !isClear(move.bytes().end()) || !isClear(move.place())) {
      return null;
    }
    int start = afterParagraphs(move.bytes().start());
    int end = before(move.bytes().end());
    int place = before(move.place());
    // Whether the passage or what was inserted there comes first is for a person to say.
    boolean isFree = place == afterParagraphs(move.place());
    boolean isOfLines = isLineStart(start) && isLineStart(end) && isLineStart(place);
    return isFree && isOfLines && start < end ? new Move(new ByteRange(start, end), place) : null;
  }

  /** Whether no edit crosses a position of the base. */
  private boolean isClear(int base) {
    int next = edits(base);
    return next == edits.size() || edits.get(next).fromStart() >= base;
  }

  /**
   * Where a position of the base is, after paragraphs that were put in there; words put in before
   * the first one of a paragraph belong to it.
   */
  private int afterParagraphs(int base) {
    int at = shifted(base, edits(base));
    while (at > before(base) && !isLineStart(at)) {
      at--;
    }
    return at;
  }

  /** Where a position of the base is, before what was put in there. */
  private int before(int base) {
    int count = edits(base);
    while (count > 0 && edits.get(count - 1).fromStart() == base) {
      count--;
    }
    return shifted(base, count);
  }

  private int shifted(int base, int count) {
    if (count == 0) {
      return base;
    }
    Edit last = edits.get(count - 1);
    return base + last.toEnd() - last.fromEnd();
  }

  /** Number of edits that end at a position of the base or before it. */
  private int edits(int base) {
    return BinarySearch.first(edits.size(), i -> edits.get(i).fromEnd() > base);
  }

  private boolean isLineStart(int position) {
    return position == 0 || LineEnds.endsAt(text, position - 1);
  }
}
