package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.LineRange;

/**
 * One stretch of a comparison of whole lines. In their order the blocks hold each line of both
 * texts once; starts count from 0 and belong to the range, ends do not.
 *
 * @param words of what was changed or moved here: the ranges that differ, in positions of both
 *     exact texts, in which every byte is a character
 * @param change the number of the change it belongs to, from 1; 0 where it is none
 */
public record Block(
    Kind kind,
    ChangeCategory category,
    int fromStart,
    int fromEnd,
    int toStart,
    int toEnd,
    List<Edit> words,
    int change) {
  /** What happened to the lines. */
  public enum Kind {
    /** On both sides, byte for byte. */
    UNCHANGED,
    /** The same paragraph with some words changed; or one that was split, or several joined. */
    CHANGED,
    /** Only on the left side. */
    DELETED,
    /** Only on the right side. */
    INSERTED,
    /** On the left side here, on the right side elsewhere. */
    MOVED_AWAY,
    /** On the right side here, on the left side elsewhere; words say what was edited on the way. */
    MOVED_HERE
  }

  /** Its lines on the left side. */
  public LineRange fromLines() {
    return new LineRange(fromStart, fromEnd);
  }

  /** Its lines on the right side. */
  public LineRange toLines() {
    return new LineRange(toStart, toEnd);
  }

  /** Whether a reader has to be told about it. */
  public boolean isChange() {
    return change > 0;
  }

  Block inChange(int number) {
    return new Block(kind, category, fromStart, fromEnd, toStart, toEnd, words, number);
  }
}
