package prismq.t.script.versioning.branch;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.web.SentForm;

/**
 * What a form for a branch holds, so that nothing typed is lost when it is shown again.
 *
 * @param branch a name of the branch that is changed; empty for a new one
 * @param fromVersion where a new one is to start, as it was typed
 */
record BranchForm(String branch, String name, String fromVersion, String description) {

  /** An empty form for a branch that starts at this version. */
  static BranchForm startingAt(@Nullable Integer version) {
    return new BranchForm("", "", version == null ? "" : version.toString(), "");
  }

  /** The form for a branch as it is. */
  static BranchForm of(Branch branch) {
    return new BranchForm(branch.name(), branch.name(), "", branch.description());
  }

  /** The form as the browser sent it. */
  static BranchForm sent(Context context) {
    return new BranchForm(
        SentForm.stripped(context, "branch"),
        SentForm.stripped(context, "name"),
        SentForm.stripped(context, "from_version"),
        SentForm.stripped(context, "description"));
  }

  /** The number of the version to start at; null if what was typed is no number. */
  @Nullable Integer fromNumber() {
    return fromVersion.matches("[1-9]\\d{0,8}") ? Integer.valueOf(fromVersion) : null;
  }
}
