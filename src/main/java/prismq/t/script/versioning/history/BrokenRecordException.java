package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** What is to be imported or exported is not what was saved. */
public final class BrokenRecordException extends Problem {
  private static final long serialVersionUID = 1L;

  /**
   * Creates it.
   *
   * @param versionNumber null if it is about the script as a whole
   * @param what the problem, as a predicate to the version or the script
   */
  public BrokenRecordException(String scriptId, @Nullable Integer versionNumber, String what) {
    super(
        ProblemKind.BROKEN_SOURCE,
        (versionNumber == null ? "The script “" : "Version " + versionNumber + " of “")
            + scriptId
            + "” "
            + what
            + ".");
  }
}
