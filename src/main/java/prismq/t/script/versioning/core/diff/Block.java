package prismq.t.script.versioning.core.diff;

import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.text.LineRange;

/**
 * One stretch of a comparison of whole lines. In their order the blocks hold each line of both
 * texts once.
 *
 * @param words of what was changed or moved here: the ranges that differ, in positions of both
 *     exact texts, in which every byte is a character; of what was only removed or only added,
 *     none, unless sentences of it moved
 * @param move the number of the move that it is one end of as a whole, from 1; 0 where it is of
 *     none. Moves of sentences have numbers of the same kind
 * @param change the number of the change it belongs to, from 1; 0 where it is none
 */
public record Block(
    Kind kind,
    ChangeCategory category,
    LineRange fromLines,
    LineRange toLines,
    List<WordEdit> words,
    int move,
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

  /** Its first line on the left side. */
  public int fromStart() {
    return fromLines.start();
  }

  /** The line after its last one on the left side. */
  public int fromEnd() {
    return fromLines.end();
  }

  /** Its first line on the right side. */
  public int toStart() {
    return toLines.start();
  }

  /** The line after its last one on the right side. */
  public int toEnd() {
    return toLines.end();
  }

  /** Whether paragraphs stood or stand elsewhere. */
  public boolean isMoved() {
    return move > 0;
  }

  /** Whether a reader has to be told about it. */
  public boolean isChange() {
    return change > 0;
  }

  /** Whether all that changed in it is of some categories, or about line endings. */
  public boolean isIgnored(Set<ChangeCategory> ignored) {
    if (ignored.isEmpty()) {
      return category == ChangeCategory.LINE_ENDINGS;
    }
    return kind == Kind.CHANGED
        && words.stream()
            .map(WordEdit::category)
            .allMatch(each -> each == ChangeCategory.LINE_ENDINGS || ignored.contains(each));
  }

  Block inChange(int number) {
    return new Block(kind, category, fromLines, toLines, words, move, number);
  }
}
