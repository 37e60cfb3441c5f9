package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/** The size of a version and its score. */
public record VersionSize(int versionNumber, int branchNumber, int words, Metadata metadata) {
  /** From 0 to 100; null if it has none. */
  public @Nullable Number reviewScore() {
    return metadata.reviewScore();
  }
}
