package prismq.t.script.versioning.script;

import prismq.t.script.versioning.web.ProjectUrls;
import prismq.t.script.versioning.web.Urls;

/**
 * The menu of a history: what else there is of the script. Equal ones look the same.
 *
 * @param branches how many it has
 * @param labelled number of versions that have labels
 * @param filter which versions are shown
 * @param mayManage whether whoever sees it says who works on the script
 * @param mayShare whether whoever sees it may share it by links
 * @param mayAdd whether whoever sees it may add scripts
 * @param isSignedIn whether whoever sees it has an account
 */
record HistoryMenu(
    String scriptId,
    int branches,
    int labelled,
    HistoryForm filter,
    boolean mayManage,
    boolean mayShare,
    boolean mayAdd,
    boolean isSignedIn) {
  /** Where somebody says what of it they want to be told. */
  public String watchUrl() {
    return Urls.watch(scriptId);
  }

  /** Where the history of a passage is asked for. */
  public String passagesUrl() {
    return Urls.phraseHistory(scriptId);
  }

  /** The search, with this script chosen already. */
  public String searchUrl() {
    return Urls.search("script:" + scriptId + " ");
  }

  public String branchesUrl() {
    return Urls.branches(scriptId);
  }

  public String labelsUrl() {
    return Urls.labels(scriptId);
  }

  public String reviewReportUrl() {
    return Urls.reviewReport(scriptId);
  }

  public String reviewsUrl() {
    return Urls.reviews(scriptId);
  }

  /** The page on which a report is chosen, of the same versions as far as it can be. */
  public String reportUrl() {
    return filter.reportUrl(scriptId);
  }

  /** Its lengths and scores. */
  public String statisticsUrl() {
    return Urls.statistics(scriptId);
  }

  /** Who works on the script. */
  public String peopleUrl() {
    return Urls.scriptPeople(scriptId);
  }

  /** Its project, and the archive. */
  public String placeUrl() {
    return ProjectUrls.place(scriptId);
  }

  /** Its share links. */
  public String shareLinksUrl() {
    return Urls.shareLinks(scriptId);
  }

  public String feedUrl() {
    return Urls.feed(scriptId);
  }

  /** Where versions are brought into this application. */
  public String importUrl() {
    return Urls.IMPORT;
  }
}
