package prismq.t.script.versioning.core.diff;

import prismq.t.script.versioning.core.text.ByteRange;

/**
 * A stretch of words that was removed, added or replaced, in positions of both exact texts.
 *
 * @param from what was removed; empty where nothing was
 * @param to what was added
 * @param move the number of the move that the stretch is one end of, from 1; 0 where it is of none.
 *     One end is a stretch that was removed, the other one that was added
 * @param replacement equal for neighbours that read better as one replacement, from 1; 0 where it
 *     stands alone
 */
public record WordEdit(
    ByteRange from, ByteRange to, ChangeCategory category, int move, int replacement) {
  static WordEdit of(ByteRange from, ByteRange to) {
    return new WordEdit(from, to, ChangeCategory.WORDS, 0, 0);
  }

  /** Both and what is between them. */
  WordEdit joined(WordEdit later) {
    return new WordEdit(
        from.span(later.from), to.span(later.to), ChangeCategory.WORDS, move, replacement);
  }

  /** Where it starts on the left side. */
  public int fromStart() {
    return from.start();
  }

  /** Where it ends on the left side. */
  public int fromEnd() {
    return from.end();
  }

  /** Where it starts on the right side. */
  public int toStart() {
    return to.start();
  }

  /** Where it ends on the right side. */
  public int toEnd() {
    return to.end();
  }

  /** Whether it stands elsewhere on the other side. */
  public boolean isMoved() {
    return move > 0;
  }

  WordEdit inReplacement(int number) {
    return new WordEdit(from, to, category, move, number);
  }
}
