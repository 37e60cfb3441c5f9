package prismq.t.script.versioning.history;

import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A version whose stored bytes no longer give the text that was saved. */
public final class DamagedVersionException extends Problem {
  private static final long serialVersionUID = 1L;

  private final String scriptId;
  private final int versionNumber;
  private final String what;

  /**
   * Creates it.
   *
   * @param brokenVersion the version whose stored bytes are damaged, which this one is built on or
   *     is itself
   */
  DamagedVersionException(String scriptId, int versionNumber, int brokenVersion, String what) {
    super(
        ProblemKind.DAMAGED_VERSION,
        "Version "
            + versionNumber
            + " of “"
            + scriptId
            + "” cannot be read: "
            + described(versionNumber, brokenVersion, what)
            + ".",
        "Versions that are not built on it can still be read; a backup of the database brings this"
            + " one back.");
    this.scriptId = scriptId;
    this.versionNumber = versionNumber;
    this.what = described(versionNumber, brokenVersion, what);
  }

  private static String described(int versionNumber, int brokenVersion, String what) {
    return brokenVersion == versionNumber
        ? "what is stored of it is damaged: " + what
        : "it is built on version "
            + brokenVersion
            + ", and what is stored of that is damaged: "
            + what;
  }

  /** What is damaged, as a part of a sentence. */
  public String what() {
    return what;
  }

  @Override
  public String scriptId() {
    return scriptId;
  }

  /** The version that cannot be read. */
  public int versionNumber() {
    return versionNumber;
  }
}
