package prismq.t.script.versioning;

import static prismq.t.script.versioning.web.Right.NONE;
import static prismq.t.script.versioning.web.Right.READ;
import static prismq.t.script.versioning.web.Right.WRITE;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import prismq.t.script.versioning.web.Right;

/** Every route of the application with the right it needs. */
final class Routes {
  private Routes() {}

  static void register(RoutesConfig routes, App.Handlers handlers) {
    get(routes, "/", handlers.scripts()::show, READ);
    get(routes, "/new", handlers.newScript()::show, WRITE);
    routes.post("/scripts", handlers.newScript()::create, WRITE);

    get(routes, "/scripts/{script_id}", handlers.history()::show, READ);
    get(routes, "/scripts/{script_id}/versions/{version_number}", handlers.version()::show, READ);
    get(
        routes,
        "/scripts/{script_id}/versions/{version_number}/content",
        handlers.version()::content,
        READ);

    get(routes, "/scripts/{script_id}/compare", handlers.compare()::choose, READ);
    get(routes, "/scripts/{script_id}/compare/{range}", handlers.compare()::show, READ);

    get(routes, "/scripts/{script_id}/edit", handlers.edit()::show, WRITE);
    routes.post("/scripts/{script_id}/versions", handlers.edit()::save, WRITE);
    get(routes, "/scripts/{script_id}/rollback", handlers.rollback()::show, WRITE);
    routes.post("/scripts/{script_id}/rollbacks", handlers.rollback()::save, WRITE);

    get(routes, "/api", handlers.apiDescription()::show, READ);
    get(routes, "/api/v1/openapi.yaml", handlers.apiDescription()::openApi, READ);
    get(routes, "/api/v1/scripts", handlers.scriptsApi()::list, READ);
    routes.post("/api/v1/scripts", handlers.scriptsApi()::create, WRITE);
    get(routes, "/api/v1/scripts/{script_id}", handlers.scriptsApi()::show, READ);
    get(routes, "/api/v1/scripts/{script_id}/versions", handlers.versionsApi()::list, READ);
    routes.post("/api/v1/scripts/{script_id}/versions", handlers.versionsApi()::save, WRITE);
    get(
        routes,
        "/api/v1/scripts/{script_id}/versions/{version_number}",
        handlers.versionsApi()::show,
        READ);
    get(
        routes,
        "/api/v1/scripts/{script_id}/versions/{version_number}/content",
        handlers.versionsApi()::content,
        READ);
    get(routes, "/api/v1/scripts/{script_id}/diff", handlers.diffApi()::show, READ);
    routes.post("/api/v1/scripts/{script_id}/rollbacks", handlers.rollbacksApi()::save, WRITE);

    get(routes, "/healthz", handlers.health()::show, NONE);
  }

  /** Answers HEAD too; without it Javalin says 200 to HEAD whether there is something or not. */
  private static void get(RoutesConfig routes, String path, Handler handler, Right right) {
    routes.get(path, handler, right);
    routes.head(path, handler, right);
  }
}
