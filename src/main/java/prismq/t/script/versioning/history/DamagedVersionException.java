package prismq.t.script.versioning.history;

import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** A version whose stored bytes no longer give the text that was saved. */
public final class DamagedVersionException extends Problem {
  private static final long serialVersionUID = 1L;

  private final String scriptId;
  private final int versionNumber;
  private final FilledMessage what;

  /**
   * Creates it.
   *
   * @param brokenVersion the version whose stored bytes are damaged, which this one is built on or
   *     is itself
   */
  DamagedVersionException(
      String scriptId, int versionNumber, int brokenVersion, FilledMessage what) {
    super(
        ProblemKind.DAMAGED_VERSION,
        brokenVersion == versionNumber
            ? FilledMessage.of("history.damaged", versionNumber, scriptId, what)
            : FilledMessage.of(
                "history.damaged_base", versionNumber, scriptId, brokenVersion, what),
        FilledMessage.of("history.damaged_next"));
    this.scriptId = scriptId;
    this.versionNumber = versionNumber;
    this.what =
        brokenVersion == versionNumber
            ? FilledMessage.of("history.damage.own", what)
            : FilledMessage.of("history.damage.of_base", brokenVersion, what);
  }

  /** What is damaged, as a part of a sentence. */
  public FilledMessage what() {
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
