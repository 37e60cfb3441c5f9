package prismq.t.script.versioning.script;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.web.Urls;

/**
 * What the page of a history shows.
 *
 * @param labelled number of versions that have labels
 * @param branches all of them, the archived ones too
 * @param hints sentences on what of the filter's words was taken otherwise than it may be meant
 * @param narrow whether the filter leaves versions out
 * @param pick the versions that are picked to be compared
 * @param strip all versions from left to right as HTML; null where there are fewer than two
 * @param panel the HTML of the version whose changes are shown; null where there is no version to
 *     show
 * @param saved the version that was saved just now; null for none
 */
record HistoryModel(
    Script script,
    @Nullable Integer onlyFor,
    List<HistoryRun> runs,
    int labelled,
    List<Branch> branches,
    List<String> authors,
    HistoryForm filter,
    List<String> hints,
    boolean narrow,
    HistoryPick pick,
    @Nullable String strip,
    @Nullable String panel,
    @Nullable SavedNotice saved,
    @Nullable String olderUrl,
    @Nullable String newestUrl) {
  /** Names to choose from, one of which may be chosen. */
  record AuthorOptions(List<String> names, String chosen) {}

  public String url() {
    return Urls.history(script.scriptId());
  }

  /** The form for a new version, on the branch whose versions are shown. */
  public String editUrl() {
    return filter.branch().isEmpty()
        ? Urls.edit(script.scriptId(), null)
        : Urls.editBranch(script.scriptId(), filter.branch());
  }

  /** The two that are picked, on a page of their own. */
  public String compareUrl() {
    return Urls.compare(script.scriptId(), pick.from(), pick.to());
  }

  /** The same list without a mark. */
  public String unmarkedUrl() {
    return filter.url(script.scriptId(), null, 0, pick.isPair() ? pick.selected() : 0);
  }

  /** Who works on the script. */
  public String peopleUrl() {
    return Urls.scriptPeople(script.scriptId());
  }

  /** Where versions are brought into this application. */
  public String importUrl() {
    return Urls.IMPORT;
  }

  public boolean hasBranches() {
    return branches.size() > 1;
  }

  /** Whether the lanes of the versions are drawn beside them. */
  public boolean hasGraph() {
    return !runs.isEmpty() && runs.get(0).rows().get(0).graph() != null;
  }

  /** The authors to choose from. */
  public AuthorOptions authorOptions() {
    return new AuthorOptions(authors, filter.author());
  }

  /** The branches to choose from: archived ones only where one of them was chosen. */
  public List<Branch> filterBranches() {
    return branches.stream()
        .filter(branch -> !branch.isArchived() || branch.name().equals(filter.branch()))
        .toList();
  }

  /** Where the history of a passage is asked for. */
  public String passagesUrl() {
    return Urls.phraseHistory(script.scriptId());
  }

  /** The history of the passage that the filter names. */
  public String phraseHistoryUrl() {
    return Urls.phraseHistory(script.scriptId(), filter.passage().text());
  }

  /** The page on which a report is chosen, of the same versions as far as it can be. */
  public String reportUrl() {
    return filter.reportUrl(script.scriptId());
  }

  /** The search, with this script chosen already. */
  public String searchUrl() {
    return Urls.search("script:" + script.scriptId() + " ");
  }

  public String feedUrl() {
    return Urls.feed(script.scriptId());
  }

  public String labelsUrl() {
    return Urls.labels(script.scriptId());
  }

  public String branchesUrl() {
    return Urls.branches(script.scriptId());
  }
}
