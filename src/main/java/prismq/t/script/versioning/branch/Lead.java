package prismq.t.script.versioning.branch;

import org.jspecify.annotations.Nullable;

/**
 * What one branch has and another lacks.
 *
 * @param versions number of versions
 * @param wordsInserted since the common version; null if it cannot be read
 * @param wordsDeleted the same
 */
record Lead(int versions, @Nullable Integer wordsInserted, @Nullable Integer wordsDeleted) {
  /** For a branch that has nothing of its own. */
  static final Lead NONE = new Lead(0, 0, 0);

  public boolean isCounted() {
    return wordsInserted != null;
  }
}
