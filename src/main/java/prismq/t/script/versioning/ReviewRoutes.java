package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.COMMENT;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.api.ThreadsApi;

/** The routes about comments. */
final class ReviewRoutes extends GuardedRoutes {
  private static final String THREAD = "/api/v1/scripts/{script_id}/threads/{thread_id}";
  private static final String THREADS =
      "/api/v1/scripts/{script_id}/versions/{version_number}/threads";

  private final Services app;

  ReviewRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
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
