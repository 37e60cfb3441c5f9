package prismq.t.script.versioning.script;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.review.ReviewView;
import prismq.t.script.versioning.unread.Unread;
import prismq.t.script.versioning.web.PersonView;
import prismq.t.script.versioning.web.Urls;

/**
 * What the page of a history shows.
 *
 * @param changedAt when its newest version was written
 * @param waiting the reviews in which it is anybody's turn, newest first
 * @param labelled number of versions that have labels
 * @param branches all of them, the archived ones too
 * @param hints sentences on what of the filter's words was taken otherwise than it may be meant
 * @param narrow whether the filter leaves versions out
 * @param pick the versions that are picked to be compared
 * @param strip all versions from left to right as HTML; null where there are fewer than two
 * @param panel the HTML of the version whose changes are shown; null where there is no version to
 *     show
 * @param saved the version that was saved just now; null for none
 * @param unread what is new to whoever sees it; null for nothing
 */
record HistoryModel(
    Script script,
    Instant changedAt,
    List<ReviewView> waiting,
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
    @Nullable Unread unread,
    @Nullable String olderUrl,
    @Nullable String newestUrl) {
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

  /** Whether the lanes of the versions are drawn beside them. */
  public boolean hasGraph() {
    return !runs.isEmpty() && runs.get(0).rows().get(0).graph() != null;
  }

  /** What chooses the versions. */
  public FilterMenu filterMenu() {
    return FilterMenu.of(url(), narrow, filter, branches, authors);
  }

  /** The menu of what else there is. */
  public HistoryMenu menu(PersonView person) {
    return new HistoryMenu(
        script.scriptId(),
        branches.size(),
        labelled,
        filter,
        person.mayManage() && !person.isAlone(),
        person.mayWrite() && person.isSignedIn(),
        person.mayAdd(),
        person.isSignedIn());
  }

  /** The history of the passage that the filter names. */
  public String phraseHistoryUrl() {
    return Urls.phraseHistory(script.scriptId(), filter.passage().text());
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
