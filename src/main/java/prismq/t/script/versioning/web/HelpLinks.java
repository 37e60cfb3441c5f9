package prismq.t.script.versioning.web;

import java.util.Map;

/** Which page of the help explains a page, by the template that shows it. */
public final class HelpLinks {
  private static final String HELP = "/help/";

  private static final Map<String, String> TOPICS =
      Map.ofEntries(
          Map.entry("account/account", "people#passwords"),
          Map.entry("account/new-account", "people#the-first-account"),
          Map.entry("account/people", "people#invite-somebody"),
          Map.entry("group/groups", "people#groups"),
          Map.entry("project/projects", "people#projects"),
          Map.entry("project/project", "people#projects"),
          Map.entry("project/place", "people#projects"),
          Map.entry("person/names", "people#names-of-authors"),
          Map.entry("annotate/annotate", "write-and-compare#authorship"),
          Map.entry("audit/audit", "server#audit-log"),
          Map.entry("board/board", "branches-and-merging#see-how-branches-differ"),
          Map.entry("branch/branches", "branches-and-merging"),
          Map.entry("compare/compare", "write-and-compare#compare-two-versions"),
          Map.entry("draft/draft", "write-and-compare#drafts"),
          Map.entry("draft/drafts", "write-and-compare#drafts"),
          Map.entry("edit/edit", "write-and-compare#write-a-new-version"),
          Map.entry("home/for-you", "review#for-you"),
          Map.entry("notification/notifications", "review#notifications"),
          Map.entry("notification/watch", "review#notifications"),
          Map.entry("notification/unsubscribe", "review#notifications"),
          Map.entry("revision/revision", "revisions"),
          Map.entry("revision/revisions", "revisions"),
          Map.entry("label/labels", "labels-and-reports#label-a-version"),
          Map.entry("merge/merge", "branches-and-merging#merge-a-branch"),
          Map.entry("phrase/phrase-history", "write-and-compare#passage-history"),
          Map.entry("report/report", "labels-and-reports#make-a-report"),
          Map.entry("report/review", "labels-and-reports#the-review-report"),
          Map.entry("statistics/statistics", "write-and-compare#length-and-scores"),
          Map.entry("statistics/settings", "write-and-compare#length-and-scores"),
          Map.entry("restore/restore", "write-and-compare#restore-a-passage-or-undo-one-change"),
          Map.entry("rollback/rollback", "write-and-compare#restore-a-version"),
          Map.entry("review/ask", "review#ask-for-a-review"),
          Map.entry("review/review", "review#give-a-verdict"),
          Map.entry("review/reviews", "review#the-rule"),
          Map.entry("script/history", "start#the-page-of-a-script"),
          Map.entry("script/version", "write-and-compare#read-as-pages"),
          Map.entry("search/search", "search"),
          Map.entry("share/all-links", "share#after-it-is-sent"),
          Map.entry("share/link", "share#after-it-is-sent"),
          Map.entry("share/made", "share"),
          Map.entry("share/my-links", "share#after-it-is-sent"),
          Map.entry("share/script-links", "share#after-it-is-sent"),
          Map.entry("share/share", "share"),
          Map.entry("transfer/import", "import"),
          Map.entry("transfer/import-job", "import#in-the-browser"));

  private HelpLinks() {}

  /** The address of the help for a template; that of the first page where none explains it. */
  public static String url(String template) {
    return TOPICS.containsKey(template) ? HELP + TOPICS.get(template) : "/help";
  }
}
