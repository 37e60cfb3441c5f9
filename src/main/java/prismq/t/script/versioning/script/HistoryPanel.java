package prismq.t.script.versioning.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.KeyedContent;
import prismq.t.script.versioning.web.Urls;

/**
 * A version whose changes are shown beside the list of a history: of equal ones the same is shown,
 * because a version stays what it is.
 *
 * @param head the head of the branch that it was saved on
 * @param canPick whether there is another branch to pick its change onto
 * @param mergedWith what it was merged with as it was saved, in a sentence; null for nothing
 * @param problem why its changes cannot be shown, where what is stored is damaged
 */
record HistoryPanel(
    Version version,
    List<String> labels,
    int head,
    boolean canPick,
    @Nullable String mergedWith,
    @Nullable String problem)
    implements KeyedContent {
  private record HistoryPanelKey(
      VersionKey version,
      List<String> labels,
      int head,
      boolean canPick,
      @Nullable String mergedWith,
      @Nullable String problem) {}

  @Override
  public Object key() {
    return new HistoryPanelKey(VersionKey.of(version), labels, head, canPick, mergedWith, problem);
  }

  /** The same where what is stored is damaged. */
  HistoryPanel damaged(@Nullable String why) {
    return new HistoryPanel(version, labels, head, canPick, mergedWith, why);
  }

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

  /** Where the history of a passage is asked for. */
  public String passagesUrl() {
    return Urls.phraseHistory(version.scriptId());
  }
}
