package prismq.t.script.versioning.readmark;

/**
 * How much of a version somebody says they have read.
 *
 * @param wordsRead number of words in passages that they have read in their wording
 * @param words number of words in all passages
 */
public record ReadShare(int wordsRead, int words) {
  /** In percent; 0 only of nothing, and 100 only of everything. */
  public int percent() {
    if (wordsRead >= words) {
      return 100;
    }
    return wordsRead == 0 ? 0 : (int) Math.min(99, Math.max(1, 100L * wordsRead / words));
  }
}
