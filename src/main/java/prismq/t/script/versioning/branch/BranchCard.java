package prismq.t.script.versioning.branch;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.script.SizePlot;
import prismq.t.script.versioning.web.Urls;

/**
 * What the page shows of one branch.
 *
 * @param main the branch that the script started with
 * @param head null if there is none, or its row is missing
 * @param ahead what it has and main lacks
 * @param behind what main has and it lacks
 * @param plot its words by version; null if there are too few
 * @param form what its form for another name holds
 * @param errors its errors, by field
 */
record BranchCard(
    String scriptId,
    Branch branch,
    Branch main,
    @Nullable Version head,
    Lead ahead,
    Lead behind,
    @Nullable SizePlot plot,
    BranchForm form,
    Map<String, String> errors) {

  /** The id in HTML of an element that other cards have too. */
  public String id(String element) {
    return element + "-" + branch.branchNumber();
  }

  public boolean hasHead() {
    return branch.headVersion() != null;
  }

  /** Whether it has a version of its own. */
  public boolean isStarted() {
    return hasHead() && !Objects.equals(branch.headVersion(), branch.originVersion());
  }

  public boolean isLevel() {
    return ahead.versions() == 0 && behind.versions() == 0;
  }

  public String versionUrl(int versionNumber) {
    return Urls.version(scriptId, versionNumber);
  }

  public String historyUrl() {
    return Urls.branchHistory(scriptId, branch.name());
  }

  public String editUrl() {
    return Urls.editBranch(scriptId, branch.name());
  }

  /**
   * Leads to its changes against main; null for main itself, and if there is nothing to compare.
   */
  public @Nullable String compareWithMainUrl() {
    return compareUrl(main.headVersion());
  }

  /** Leads to its changes since the version it started from; null if that is its head. */
  public @Nullable String compareWithOriginUrl() {
    return compareUrl(branch.originVersion());
  }

  private @Nullable String compareUrl(@Nullable Integer from) {
    Integer to = branch.headVersion();
    return from == null || to == null || from.equals(to) ? null : Urls.compare(scriptId, from, to);
  }

  /** Where it is merged into main; null if that has all of it. */
  public @Nullable String mergeUrl() {
    return ahead.versions() == 0 ? null : Urls.merge(scriptId, branch.name(), main.name());
  }
}
