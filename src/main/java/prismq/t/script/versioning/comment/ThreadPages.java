package prismq.t.script.versioning.comment;

import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Pages;

/**
 * All that shows comments and takes forms about them.
 *
 * @param comments the page of all comments
 * @param margin the notes beside a text
 * @param forms answer with either of both
 */
public record ThreadPages(CommentsPage comments, MarginPage margin, ThreadForms forms) {
  /** Reads versions by the version manager; all else is done by the threads and the drafts. */
  public static ThreadPages of(
      VersionManager versionManager,
      Threads threads,
      CommentDrafts drafts,
      Suggestions suggestions,
      Pages pages) {
    CommentsPage comments = new CommentsPage(versionManager, threads, drafts, suggestions, pages);
    MarginPage margin = new MarginPage(versionManager, threads, drafts, suggestions, pages);
    return new ThreadPages(comments, margin, new ThreadForms(threads, drafts, comments, margin));
  }
}
