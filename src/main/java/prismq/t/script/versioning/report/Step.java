package prismq.t.script.versioning.report;

import prismq.t.script.versioning.history.Version;

/** What a version changed of its first parent, in numbers. */
final class Step {
  /** Counts versions without a source. */
  static final String UNKNOWN_SOURCE = "unknown";

  private Step() {}

  /** All words of a version that has no parent. */
  static int wordsInserted(Version version) {
    Integer inserted = version.wordsInserted();
    return inserted == null ? version.words() : inserted;
  }

  /** None of a version that has no parent. */
  static int wordsDeleted(Version version) {
    Integer deleted = version.wordsDeleted();
    return deleted == null ? 0 : deleted;
  }

  /**
   * Share of the words of both texts that were added or removed, in percent; 0 only where none
   * were.
   */
  static int changedPercent(Version version) {
    long inserted = wordsInserted(version);
    long deleted = wordsDeleted(version);
    long before = Math.max(deleted, version.words() - inserted + deleted);
    long all = before + version.words();
    return inserted + deleted == 0 || all == 0
        ? 0
        : (int) Math.min(100, Math.max(1, 100 * (inserted + deleted) / all));
  }

  /** Human, ai, import, or unknown. */
  static String source(Version version) {
    String source = version.metadata().source();
    return source == null ? UNKNOWN_SOURCE : source;
  }
}
