package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** What is to be imported or exported is not what was saved. */
public final class BrokenRecordException extends Problem {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param versionNumber null if it is about the script as a whole
   * @param what the problem, as a clause of its own
   */
  public BrokenRecordException(
      String scriptId, @Nullable Integer versionNumber, FilledMessage what) {
    this(scriptId, versionNumber, what, null);
  }

  /**
   * Creates it.
   *
   * @param next what it should be, in full sentences; null if that is plain
   */
  BrokenRecordException(
      String scriptId,
      @Nullable Integer versionNumber,
      FilledMessage what,
      @Nullable FilledMessage next) {
    super(
        ProblemKind.BROKEN_SOURCE,
        versionNumber == null
            ? FilledMessage.of("record.script", scriptId, what)
            : FilledMessage.of("record.version", scriptId, what, versionNumber),
        next,
        null);
  }
}
