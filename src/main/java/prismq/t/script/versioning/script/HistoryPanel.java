package prismq.t.script.versioning.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.review.ReviewChip;
import prismq.t.script.versioning.web.KeyedContent;
import prismq.t.script.versioning.web.Urls;

/**
 * A version whose changes are shown beside the list of a history: of equal ones the same is shown,
 * because a version stays what it is.
 *
 * @param from the version that it is compared with; null for its parent
 * @param review what has come of its newest review; null where there is none
 * @param head the head of the branch that it was saved on
 * @param canPick whether there is another branch to pick its change onto
 * @param mayWrite whether whoever sees it may save versions
 * @param mergedWith what it was merged with as it was saved, in a sentence; null for nothing
 * @param problem why its changes cannot be shown, where what is stored is damaged
 */
record HistoryPanel(
    Version version,
    @Nullable Version from,
    List<String> labels,
    @Nullable ReviewChip review,
    int head,
    boolean canPick,
    boolean mayWrite,
    @Nullable String mergedWith,
    @Nullable String problem)
    implements KeyedContent {
  private record HistoryPanelKey(
      VersionKey version,
      @Nullable VersionKey from,
      List<String> labels,
      @Nullable ReviewChip review,
      int head,
      boolean canPick,
      boolean mayWrite,
      @Nullable String mergedWith,
      @Nullable String problem) {}

  @Override
  public Object key() {
    return new HistoryPanelKey(
        VersionKey.of(version),
        from == null ? null : VersionKey.of(from),
        labels,
        review,
        head,
        canPick,
        mayWrite,
        mergedWith,
        problem);
  }

  /** The same where what is stored is damaged. */
  HistoryPanel damaged(@Nullable String why) {
    return new HistoryPanel(
        version, from, labels, review, head, canPick, mayWrite, mergedWith, why);
  }

  /** The version that its text is compared with; null for a first version. */
  public @Nullable Integer comparedWith() {
    return from == null ? version.parentVersion() : Integer.valueOf(from.versionNumber());
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
    return from == null
        ? HistoryRow.changesUrl(version)
        : Urls.compare(version.scriptId(), from.versionNumber(), version.versionNumber());
  }

  public String sinceUrl() {
    return Urls.compare(version.scriptId(), version.versionNumber(), head);
  }

  public String editUrl() {
    return Urls.edit(version.scriptId(), version.versionNumber());
  }

  /** Leads to undoing its changes; null for a first version. */
  public @Nullable String undoUrl() {
    return version.parentVersion() == null
        ? null
        : Urls.undo(version.scriptId(), version.versionNumber());
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
