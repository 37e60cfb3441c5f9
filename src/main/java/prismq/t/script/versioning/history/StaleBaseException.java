package prismq.t.script.versioning.history;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
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

  private static FilledMessage happened(
      String branch, int baseVersion, @Nullable Integer headVersion) {
    if (headVersion == null) {
      return FilledMessage.of("history.stale_none", baseVersion, branch);
    }
    if (baseVersion == NewVersion.NO_VERSION_YET) {
      return FilledMessage.of("history.stale_first", branch, headVersion);
    }
    String key = baseVersion < headVersion ? "history.stale" : "history.not_latest";
    return FilledMessage.of(key, baseVersion, branch, headVersion);
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
