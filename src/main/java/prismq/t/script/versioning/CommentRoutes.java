package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.COMMENT;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.api.CommentDraftsApi;
import prismq.t.script.versioning.api.ThreadsApi;
import prismq.t.script.versioning.comment.ThreadForms;
import prismq.t.script.versioning.comment.ThreadPages;

/** The routes about comments. */
final class CommentRoutes extends GuardedRoutes {
  private static final String THREAD = "/api/v1/scripts/{script_id}/threads/{thread_id}";
  private static final String THREADS =
      "/api/v1/scripts/{script_id}/versions/{version_number}/threads";

  private static final String COMMENTS = "/scripts/{script_id}/versions/{version_number}/comments";
  private static final String MARGIN = "/scripts/{script_id}/versions/{version_number}/threads";
  private static final String DRAFTS = "/scripts/{script_id}/comment-drafts";
  private static final String PAGE_THREAD = "/scripts/{script_id}/threads/{thread_id}";

  private final Services app;

  CommentRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    pages();
    api();
  }

  private void pages() {
    ThreadPages pages =
        ThreadPages.of(app.versions, app.threads, app.commentDrafts, app.suggestions, app.pages);
    get(COMMENTS, READ, SCRIPT, pages.comments()::show);
    get(MARGIN, READ, SCRIPT, pages.margin()::show);
    get(PAGE_THREAD, READ, SCRIPT, pages.comments()::find);
    ThreadForms forms = pages.forms();
    post(COMMENTS, COMMENT, SCRIPT, forms::start);
    post(PAGE_THREAD + "/comments", COMMENT, SCRIPT, forms::reply);
    post(PAGE_THREAD + "/comments/{comment_id}/edit", COMMENT, SCRIPT, forms::edit);
    post(PAGE_THREAD + "/comments/{comment_id}/delete", COMMENT, SCRIPT, forms::delete);
    post(PAGE_THREAD + "/resolve", COMMENT, SCRIPT, forms::resolve);
    post(PAGE_THREAD + "/reopen", COMMENT, SCRIPT, forms::reopen);
    post(DRAFTS + "/send", COMMENT, SCRIPT, forms::send);
    post(DRAFTS + "/{comment_draft_id}/edit", COMMENT, SCRIPT, forms::editDraft);
    post(DRAFTS + "/{comment_draft_id}/discard", COMMENT, SCRIPT, forms::discardDraft);
  }

  private void api() {
    ThreadsApi threads = new ThreadsApi(app.versions, app.threads);
    get(THREADS, READ, SCRIPT, threads::list);
    get(THREADS + ".jsonld", READ, SCRIPT, threads::annotations);
    post(THREADS, COMMENT, SCRIPT, threads::start);
    post(THREAD + "/comments", COMMENT, SCRIPT, threads::reply);
    patch(THREAD + "/comments/{comment_id}", COMMENT, SCRIPT, threads::edit);
    delete(THREAD + "/comments/{comment_id}", COMMENT, SCRIPT, threads::delete);
    post(THREAD + "/resolve", COMMENT, SCRIPT, threads::resolve);
    post(THREAD + "/reopen", COMMENT, SCRIPT, threads::reopen);
    CommentDraftsApi drafts = new CommentDraftsApi(app.commentDrafts);
    get("/api/v1" + DRAFTS, COMMENT, SCRIPT, drafts::list);
    post("/api/v1" + DRAFTS, COMMENT, SCRIPT, drafts::keep);
    delete("/api/v1" + DRAFTS + "/{comment_draft_id}", COMMENT, SCRIPT, drafts::discard);
    post("/api/v1" + DRAFTS + "/send", COMMENT, SCRIPT, drafts::send);
  }
}
