package prismq.t.script.versioning.cache;

/**
 * How much memory each cache may take. Those that live as long as the server take 67 MiB together,
 * and the others as much as the commands they belong to, which fits a heap of 256 MiB.
 */
public enum CacheBound {
  /** Rendered pages, compressed, with their addresses. */
  PAGES(16 * 1024),
  /** Parts of pages as HTML, such as the rows of versions. */
  FRAGMENTS(8 * 1024),
  /** What histories show of all their versions: names, lanes and plots. */
  HISTORY_OUTLINES(2 * 1024),
  /** Comparisons of versions, the texts included. */
  COMPARISONS(16 * 1024),
  /** Numbers of words that differ between versions. */
  WORD_CHANGES(512),
  /** Passages of scripts, for search and annotations. */
  PASSAGE_HISTORIES(16 * 1024),
  /** Hashes of passages, for saving. */
  PASSAGE_NUMBERS(8 * 1024),
  /** Contents of versions, while histories are read from end to end. */
  RECENT_CONTENTS(8 * 1024),
  /** Parts of an archive, while it is imported. */
  ARCHIVE_PARTS(16 * 1024),
  /** Newest texts of branches, while they are exported. */
  DELTA_BASES(16 * 1024);

  private final long bytes;

  CacheBound(long kibibytes) {
    this.bytes = 1024 * kibibytes;
  }

  /** The bound in bytes. */
  public long bytes() {
    return bytes;
  }
}
