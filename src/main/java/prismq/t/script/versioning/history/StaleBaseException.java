package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/** Somebody saved on the branch meanwhile: the base version is no longer its head. */
public final class StaleBaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable Integer headVersion;

  StaleBaseException(String branch, int baseVersion, @Nullable Integer headVersion) {
    super(sentence(branch, baseVersion, headVersion) + " Nothing was saved.");
    this.headVersion = headVersion;
  }

  private static String sentence(String branch, int baseVersion, @Nullable Integer headVersion) {
    if (headVersion == null) {
      return "Version " + baseVersion + " is not the head of " + branch + ", which has none yet.";
    }
    if (baseVersion == NewVersion.NO_VERSION_YET) {
      return "Meanwhile "
          + branch
          + " has got its first version; its head is version "
          + headVersion
          + ".";
    }
    return "Version "
        + baseVersion
        + (baseVersion < headVersion ? " is no longer the head of " : " is not the head of ")
        + branch
        + "; version "
        + headVersion
        + " is.";
  }

  /** The branch's head now; null where it has no versions. */
  public @Nullable Integer headVersion() {
    return headVersion;
  }
}
