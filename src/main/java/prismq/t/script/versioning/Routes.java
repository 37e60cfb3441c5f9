package prismq.t.script.versioning;

import static prismq.t.script.versioning.web.Right.NONE;
import static prismq.t.script.versioning.web.Right.READ;
import static prismq.t.script.versioning.web.Right.WRITE;

import io.javalin.config.RoutesConfig;

/** Every route of the application with the right it needs. */
final class Routes {
  private Routes() {}

  static void register(RoutesConfig routes, App.Handlers handlers) {
    routes.get("/", handlers.scripts()::show, READ);
    routes.get("/new", handlers.newScript()::show, WRITE);
    routes.post("/scripts", handlers.newScript()::create, WRITE);
    routes.get("/search", handlers.search()::show, READ);
    routes.get("/feed.atom", handlers.feed()::all, READ);

    routes.get("/import", handlers.imports()::show, WRITE);
    routes.post("/import", handlers.imports()::upload, WRITE);
    routes.get("/import/{import_id}", handlers.imports()::showJob, WRITE);
    routes.get("/import/{import_id}/progress", handlers.imports()::progress, WRITE);
    routes.get("/import/{import_id}/log.txt", handlers.imports()::log, WRITE);
    routes.post("/import/{import_id}/preview", handlers.imports()::preview, WRITE);
    routes.post("/import/{import_id}/start", handlers.imports()::start, WRITE);
    routes.post("/import/{import_id}/cancel", handlers.imports()::cancel, WRITE);

    routes.get("/scripts/{script_id}", handlers.history()::show, READ);
    routes.get("/scripts/{script_id}/feed.atom", handlers.feed()::script, READ);
    routes.get("/scripts/{script_id}/versions/{version_number}", handlers.version()::show, READ);
    routes.get(
        "/scripts/{script_id}/versions/{version_number}/content",
        handlers.version()::content,
        READ);
    routes.get(
        "/scripts/{script_id}/versions/{version_number}/annotate", handlers.annotate()::show, READ);
    routes.get(
        "/scripts/{script_id}/versions/{version_number}/annotate.txt",
        handlers.annotateTwin()::text,
        READ);

    routes.get("/scripts/{script_id}/branches", handlers.branches()::show, READ);
    routes.post("/scripts/{script_id}/branches", handlers.branches()::create, WRITE);
    routes.post("/scripts/{script_id}/branches/rename", handlers.branches()::rename, WRITE);
    routes.post("/scripts/{script_id}/branches/archive", handlers.branches()::archive, WRITE);
    routes.post("/scripts/{script_id}/branches/unarchive", handlers.branches()::unarchive, WRITE);

    routes.get("/scripts/{script_id}/labels", handlers.labels()::show, READ);
    routes.post("/scripts/{script_id}/labels", handlers.labels()::give, WRITE);
    routes.post("/scripts/{script_id}/labels/remove", handlers.labels()::remove, WRITE);

    routes.get("/scripts/{script_id}/compare", handlers.compare()::choose, READ);
    routes.get("/scripts/{script_id}/compare/{range}.diff", handlers.compareTwins()::diff, READ);
    routes.get("/scripts/{script_id}/compare/{range}.json", handlers.compareTwins()::json, READ);
    routes.get("/scripts/{script_id}/compare/{range}.txt", handlers.compareTwins()::text, READ);
    routes.get(
        "/scripts/{script_id}/compare/{range}.criticmarkup",
        handlers.compareTwins()::criticMarkup,
        READ);
    routes.get("/scripts/{script_id}/compare/{range}", handlers.compare()::show, READ);

    routes.get("/scripts/{script_id}/edit", handlers.edit()::show, WRITE);
    routes.post("/scripts/{script_id}/versions", handlers.edit()::save, WRITE);
    routes.get("/scripts/{script_id}/rollback", handlers.rollback()::show, WRITE);
    routes.post("/scripts/{script_id}/rollbacks", handlers.rollback()::save, WRITE);
    routes.get("/scripts/{script_id}/restore", handlers.restore()::show, WRITE);
    routes.post("/scripts/{script_id}/restorations", handlers.restore()::save, WRITE);

    routes.get("/scripts/{script_id}/board", handlers.board()::show, READ);
    routes.get("/scripts/{script_id}/merge", handlers.merge()::showMerge, WRITE);
    routes.post("/scripts/{script_id}/merges", handlers.merge()::saveMerge, WRITE);
    routes.get("/scripts/{script_id}/pick", handlers.merge()::showPick, WRITE);
    routes.post("/scripts/{script_id}/picks", handlers.merge()::savePick, WRITE);

    routes.get("/scripts/{script_id}/phrase-history", handlers.phraseHistory()::show, READ);
    routes.get("/scripts/{script_id}/report", handlers.report()::show, READ);

    routes.get("/api", handlers.apiDescription()::show, READ);
    routes.get("/api/v1/openapi.yaml", handlers.apiDescription()::openApi, READ);
    routes.get("/api/v1/changes", handlers.changesApi()::list, READ);
    routes.get("/api/v1/search", handlers.searchApi()::search, READ);
    routes.get("/api/v1/scripts", handlers.scriptsApi()::list, READ);
    routes.post("/api/v1/scripts", handlers.scriptsApi()::create, WRITE);
    routes.get("/api/v1/scripts/{script_id}", handlers.scriptsApi()::show, READ);
    routes.get("/api/v1/scripts/{script_id}/versions", handlers.versionsApi()::list, READ);
    routes.post("/api/v1/scripts/{script_id}/versions", handlers.versionsApi()::save, WRITE);
    routes.get(
        "/api/v1/scripts/{script_id}/versions/{version_number}",
        handlers.versionsApi()::show,
        READ);
    routes.get(
        "/api/v1/scripts/{script_id}/versions/{version_number}/content",
        handlers.versionsApi()::content,
        READ);
    routes.get(
        "/api/v1/scripts/{script_id}/versions/{version_number}/annotations",
        handlers.annotationsApi()::show,
        READ);
    routes.get("/api/v1/scripts/{script_id}/branches", handlers.branchesApi()::list, READ);
    routes.post("/api/v1/scripts/{script_id}/branches", handlers.branchesApi()::create, WRITE);
    routes.get("/api/v1/scripts/{script_id}/branches/<branch>", handlers.branchesApi()::show, READ);
    routes.patch(
        "/api/v1/scripts/{script_id}/branches/<branch>", handlers.branchesApi()::change, WRITE);
    routes.get("/api/v1/scripts/{script_id}/labels", handlers.labelsApi()::list, READ);
    routes.post("/api/v1/scripts/{script_id}/labels", handlers.labelsApi()::give, WRITE);
    routes.delete("/api/v1/scripts/{script_id}/labels", handlers.labelsApi()::remove, WRITE);
    routes.get("/api/v1/scripts/{script_id}/diff", handlers.diffApi()::show, READ);
    routes.post("/api/v1/scripts/{script_id}/rollbacks", handlers.rollbacksApi()::save, WRITE);
    routes.post("/api/v1/scripts/{script_id}/merges", handlers.mergesApi()::merge, WRITE);
    routes.post("/api/v1/scripts/{script_id}/picks", handlers.mergesApi()::pick, WRITE);
    routes.get(
        "/api/v1/scripts/{script_id}/phrase-history", handlers.phraseHistoryApi()::show, READ);
    routes.get("/api/v1/scripts/{script_id}/report", handlers.reportApi()::show, READ);

    routes.get("/static/<file>", handlers.assets()::show, NONE);
    routes.get("/healthz", handlers.health()::show, NONE);
  }
}
