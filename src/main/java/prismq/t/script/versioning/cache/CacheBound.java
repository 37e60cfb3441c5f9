package prismq.t.script.versioning.cache;

/**
 * How much memory each cache may take. Those that live as long as the server take at most a quarter
 * of a heap of 256 MiB together; the others belong to one piece of work and go with it.
 */
public enum CacheBound {
  /** Rendered pages, compressed, with their addresses. */
  PAGES(Lifetime.SERVER, 16 * 1024),
  /** Parts of pages as HTML, such as the rows of versions. */
  FRAGMENTS(Lifetime.SERVER, 8 * 1024),
  /** What histories show of all their versions: names, lanes and plots. */
  HISTORY_OUTLINES(Lifetime.SERVER, 2 * 1024),
  /** Comparisons of versions, the texts included. */
  COMPARISONS(Lifetime.SERVER, 16 * 1024 - 384),
  /** Numbers of words that differ between versions. */
  WORD_CHANGES(Lifetime.SERVER, 384),
  /** Passages of scripts, for search and annotations. */
  PASSAGE_HISTORIES(Lifetime.SERVER, 16 * 1024),
  /** Where comments stand in versions. */
  THREAD_PLACES(Lifetime.SERVER, 256),
  /** Where suggestions stand in versions. */
  SUGGESTION_PLACES(Lifetime.SERVER, 128),
  /** The comments of scripts, where they stand in a version. */
  PLACED_THREADS(Lifetime.SERVER, 256),
  /** What is new to people in scripts. */
  UNREAD(Lifetime.SERVER, 256),
  /** Which passages of versions are new to people. */
  UNREAD_PASSAGES(Lifetime.SERVER, 128),
  /** Hashes of passages and of phrases in them, for saving. */
  PASSAGE_NUMBERS(Lifetime.SERVER, 5 * 1024),
  /** Contents of versions, while histories are read from end to end. */
  RECENT_CONTENTS(Lifetime.WORK, 8 * 1024),
  /** Parts of an archive, while it is imported. */
  ARCHIVE_PARTS(Lifetime.WORK, 16 * 1024),
  /** Newest texts of branches, while they are exported. */
  DELTA_BASES(Lifetime.WORK, 16 * 1024);

  /** How long a cache lives. */
  enum Lifetime {
    /** As long as the server. */
    SERVER,
    /** As long as one import, one export or one reading of a history. */
    WORK
  }

  private final Lifetime lifetime;
  private final long bytes;

  CacheBound(Lifetime lifetime, long kibibytes) {
    this.lifetime = lifetime;
    this.bytes = 1024 * kibibytes;
  }

  /** The bound in bytes. */
  public long bytes() {
    return bytes;
  }

  /** How long the cache lives. */
  Lifetime lifetime() {
    return lifetime;
  }
}
