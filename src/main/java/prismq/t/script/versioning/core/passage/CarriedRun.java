package prismq.t.script.versioning.core.passage;

import prismq.t.script.versioning.core.text.ByteRange;

/**
 * Words that two versions share.
 *
 * @param from where they stand in the one text, in bytes
 * @param to where they stand in the other one; of another length where a word is spelled anew
 */
public record CarriedRun(ByteRange from, ByteRange to) {
  /** Whether both are the same bytes, so that parts of the one are parts of the other. */
  boolean isExact() {
    return from.length() == to.length();
  }

  /** What of it lies in a stretch of the first text, which it overlaps. */
  CarriedRun within(ByteRange stretch) {
    if (stretch.contains(from) || !isExact()) {
      return this;
    }
    ByteRange cut = from.within(stretch);
    return new CarriedRun(cut, cut.shifted(to.start() - from.start()));
  }
}
