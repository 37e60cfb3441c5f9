package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/** Somebody saved on the branch meanwhile: the base version is no longer its head. */
public final class StaleBaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Integer headVersion;

  StaleBaseException(String branch, int baseVersion, @Nullable Integer headVersion) {
    super(
        "Version "
            + baseVersion
            + " is no longer the head of "
            + branch
            + (headVersion == null
                ? ", which has no versions yet."
                : "; version " + headVersion + " is.")
            + " Nothing was saved.");
    this.headVersion = headVersion;
  }

  /** The branch's head now; null where it has no versions. */
  public @Nullable Integer headVersion() {
    return headVersion;
  }
}
