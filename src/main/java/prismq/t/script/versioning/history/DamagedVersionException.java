package prismq.t.script.versioning.history;

/** A version whose stored bytes no longer give the text that was saved. */
public final class DamagedVersionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String scriptId;
  private final int versionNumber;

  /**
   * Creates it.
   *
   * @param brokenVersion the version whose stored bytes are damaged, which this one is built on or
   *     is itself
   */
  DamagedVersionException(String scriptId, int versionNumber, int brokenVersion, String what) {
    super(
        "Version "
            + versionNumber
            + " of “"
            + scriptId
            + "” cannot be read: "
            + (brokenVersion == versionNumber
                ? "what is stored of it is damaged: "
                : "it is built on version "
                    + brokenVersion
                    + ", and what is stored of that is damaged: ")
            + what
            + ". Other versions are not touched by this; bring the database back from a backup.");
    this.scriptId = scriptId;
    this.versionNumber = versionNumber;
  }

  /** The script. */
  public String scriptId() {
    return scriptId;
  }

  /** The version that cannot be read. */
  public int versionNumber() {
    return versionNumber;
  }
}
