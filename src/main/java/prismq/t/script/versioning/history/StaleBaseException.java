package prismq.t.script.versioning.history;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** The branch has a new head: the base version is no longer its head. */
public final class StaleBaseException extends Problem {
  private static final long serialVersionUID = 1L;

  private final @Nullable Integer headVersion;

  StaleBaseException(String branch, int baseVersion, @Nullable Integer headVersion) {
    super(ProblemKind.STALE_BASE, happened(branch, baseVersion, headVersion));
    this.headVersion = headVersion;
  }

  private static String happened(String branch, int baseVersion, @Nullable Integer headVersion) {
    if (headVersion == null) {
      return "Version " + baseVersion + " is not the latest on " + branch + ", which has none yet.";
    }
    if (baseVersion == NewVersion.NO_VERSION_YET) {
      return "Meanwhile "
          + branch
          + " has its first version now; the latest is version "
          + headVersion
          + ".";
    }
    return "Version "
        + baseVersion
        + (baseVersion < headVersion ? " is no longer the latest on " : " is not the latest on ")
        + branch
        + "; version "
        + headVersion
        + " is.";
  }

  @Override
  public Map<String, @Nullable Object> members() {
    return Collections.singletonMap("head_version", headVersion);
  }

  /** The branch's head now; null if it has no versions. */
  public @Nullable Integer headVersion() {
    return headVersion;
  }
}
