package prismq.t.script.versioning.script;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.review.ReviewChip;
import prismq.t.script.versioning.web.KeyedContent;
import prismq.t.script.versioning.web.Urls;

/**
 * A version in the list of a history, with all that its row shows: equal rows look the same.
 *
 * @param saved how long ago it was saved, in words
 * @param extent what it changed where that is not a number of words; empty where it is
 * @param review what has come of its newest review; null where there is none
 * @param selected whether its changes are shown beside the list
 * @param mark the version that one compares from; 0 if none is marked
 * @param place {@code from}, {@code to}, {@code within} the two that are compared, or empty
 * @param graph the lanes beside it as SVG; null if all versions lie in a line
 * @param showsBranch whether there are others than its own
 * @param waiting the branches that start at it and have no versions of their own yet
 * @param openThreads number of threads that were started on it and are not resolved
 * @param canRestore whether there is something to restore, and whoever sees it may
 */
record HistoryRow(
    Version version,
    String saved,
    String extent,
    List<String> labels,
    @Nullable ReviewChip review,
    boolean selected,
    int mark,
    String place,
    @Nullable String graph,
    boolean showsBranch,
    List<Branch> waiting,
    int openThreads,
    boolean canRestore)
    implements KeyedContent {
  private record HistoryRowKey(
      VersionKey version,
      String saved,
      String extent,
      List<String> labels,
      @Nullable ReviewChip review,
      boolean selected,
      int mark,
      String place,
      @Nullable String graph,
      boolean showsBranch,
      List<String> waiting,
      int openThreads,
      boolean canRestore) {}

  @Override
  public Object key() {
    return new HistoryRowKey(
        VersionKey.of(version),
        saved,
        extent,
        labels,
        review,
        selected,
        mark,
        place,
        graph,
        showsBranch,
        waiting.stream().map(branch -> branch.branchNumber() + " " + branch.name()).toList(),
        openThreads,
        canRestore);
  }

  /** The version's own page. */
  public String url() {
    return Urls.version(version.scriptId(), version.versionNumber());
  }

  /** Where its changes, or those since the marked version, are shown on a page of their own. */
  public String changesUrl() {
    return HistoryPick.url(version.scriptId(), mark, version.versionNumber(), changesUrl(version));
  }

  /** The comments that were started on it. */
  public String commentsUrl() {
    return Urls.with(
        Urls.comments(version.scriptId(), version.versionNumber()),
        new TreeMap<>(
            Map.of("show", "open", "version", Integer.toString(version.versionNumber()))));
  }

  static String changesUrl(Version version) {
    Integer parent = version.parentVersion();
    return parent == null
        ? Urls.version(version.scriptId(), version.versionNumber())
        : Urls.compare(version.scriptId(), parent, version.versionNumber());
  }

  /** The page that restores it. */
  public String rollbackUrl() {
    return Urls.rollback(version.scriptId(), version.versionNumber());
  }

  /** The history with this version marked as the one to compare from. */
  public String markUrl() {
    return Urls.marked(version.scriptId(), version.versionNumber());
  }

  /** The history without a mark. */
  public String unmarkedUrl() {
    return Urls.history(version.scriptId());
  }

  /** Whether it is the marked one. */
  public boolean isMark() {
    return mark == version.versionNumber();
  }

  /** Its parents in words, where they are not the version below it. */
  public @Nullable String lineage() {
    Integer parent = version.parentVersion();
    Integer merged = version.mergeParentVersion();
    if (merged != null) {
      return Messages.text("history.row.parents", parent, merged);
    }
    return parent == null || parent == version.versionNumber() - 1
        ? null
        : Messages.text("history.row.parent", parent);
  }
}
