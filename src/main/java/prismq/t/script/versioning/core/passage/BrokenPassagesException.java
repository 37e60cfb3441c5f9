package prismq.t.script.versioning.core.passage;

/** Stored passages that cannot be read; they are made anew from the versions by reindexing. */
public final class BrokenPassagesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is broken, in half a sentence, and what to do. */
  public BrokenPassagesException(String what) {
    super(
        "The search index is damaged: "
            + what
            + ". No version is concerned. The command reindex makes the index anew.");
  }
}
