package prismq.t.script.versioning.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Urls;

/**
 * The changes of one version beside the list of a history.
 *
 * @param head the head of the branch that it was saved on
 * @param canPick whether there is another branch to pick its change onto
 * @param diff null for a first version, whose text is shown instead
 * @param problem why neither can be shown, where what is stored is damaged
 */
record HistoryPanel(
    Version version,
    List<String> labels,
    int head,
    boolean canPick,
    @Nullable DiffView diff,
    @Nullable String text,
    @Nullable String problem) {
  public boolean isHead() {
    return version.versionNumber() == head;
  }

  public String url() {
    return Urls.version(version.scriptId(), version.versionNumber());
  }

  public String annotateUrl() {
    return Urls.annotate(version.scriptId(), version.versionNumber());
  }

  /** Where the changes are shown on a page of their own. */
  public String changesUrl() {
    return HistoryRow.changesUrl(version);
  }

  public String sinceUrl() {
    return Urls.compare(version.scriptId(), version.versionNumber(), head);
  }

  public String rollbackUrl() {
    return Urls.rollback(version.scriptId(), version.versionNumber());
  }

  public String labelUrl() {
    return Urls.label(version.scriptId(), version.versionNumber());
  }

  public String branchOffUrl() {
    return Urls.branchOff(version.scriptId(), version.versionNumber());
  }

  public String pickUrl() {
    return Urls.pick(version.scriptId(), version.versionNumber());
  }
}
