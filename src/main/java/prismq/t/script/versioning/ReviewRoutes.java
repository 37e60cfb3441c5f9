package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.COMMENT;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.api.ThreadsApi;
import prismq.t.script.versioning.review.CommentsPage;

/** The routes about comments. */
final class ReviewRoutes extends GuardedRoutes {
  private static final String THREAD = "/api/v1/scripts/{script_id}/threads/{thread_id}";
  private static final String THREADS =
      "/api/v1/scripts/{script_id}/versions/{version_number}/threads";

  private static final String COMMENTS = "/scripts/{script_id}/versions/{version_number}/comments";
  private static final String PAGE_THREAD = "/scripts/{script_id}/threads/{thread_id}";

  private final Services app;

  ReviewRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    CommentsPage comments = new CommentsPage(app.versions, app.threads, app.pages);
    get(COMMENTS, READ, SCRIPT, comments::show);
    post(COMMENTS, COMMENT, SCRIPT, comments::start);
    post(PAGE_THREAD + "/comments", COMMENT, SCRIPT, comments::reply);
    post(PAGE_THREAD + "/comments/{comment_id}/edit", COMMENT, SCRIPT, comments::edit);
    post(PAGE_THREAD + "/comments/{comment_id}/delete", COMMENT, SCRIPT, comments::delete);
    post(PAGE_THREAD + "/resolve", COMMENT, SCRIPT, comments::resolve);
    post(PAGE_THREAD + "/reopen", COMMENT, SCRIPT, comments::reopen);
    ThreadsApi threads = new ThreadsApi(app.versions, app.threads);
    get(THREADS, READ, SCRIPT, threads::list);
    post(THREADS, COMMENT, SCRIPT, threads::start);
    post(THREAD + "/comments", COMMENT, SCRIPT, threads::reply);
    patch(THREAD + "/comments/{comment_id}", COMMENT, SCRIPT, threads::edit);
    delete(THREAD + "/comments/{comment_id}", COMMENT, SCRIPT, threads::delete);
    post(THREAD + "/resolve", COMMENT, SCRIPT, threads::resolve);
    post(THREAD + "/reopen", COMMENT, SCRIPT, threads::reopen);
  }
}
