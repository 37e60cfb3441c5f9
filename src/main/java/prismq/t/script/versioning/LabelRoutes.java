package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.MANAGE;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.Right.WRITE;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.api.LabelRecordApi;
import prismq.t.script.versioning.api.LabelRulesApi;
import prismq.t.script.versioning.api.LabelsApi;
import prismq.t.script.versioning.api.RevisionsApi;
import prismq.t.script.versioning.label.LabelLogPage;
import prismq.t.script.versioning.label.LabelRulesPage;
import prismq.t.script.versioning.label.LabelsPage;
import prismq.t.script.versioning.label.RecordPage;
import prismq.t.script.versioning.revision.RevisionPage;
import prismq.t.script.versioning.revision.RevisionsPage;

/** Every route about labels, their rules and their log, and about the revisions made of them. */
final class LabelRoutes extends GuardedRoutes {
  private final Services app;

  LabelRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    LabelsPage labels = new LabelsPage(app.versions, app.labelling, app.labelRules, app.pages);
    LabelRulesPage rules =
        new LabelRulesPage(app.versions, app.candidates, app.labelRules, app.pages);
    LabelLogPage log = new LabelLogPage(app.versions, app.labelRules, app.pages);
    get("/scripts/{script_id}/labels", READ, SCRIPT, labels::show);
    post("/scripts/{script_id}/labels", WRITE, SCRIPT, labels::give);
    post("/scripts/{script_id}/labels/remove", WRITE, SCRIPT, labels::remove);
    get("/scripts/{script_id}/labels/log", READ, SCRIPT, log::show);
    RecordPage record = new RecordPage(app.editorialRecords, app.pages);
    get("/scripts/{script_id}/labels/record", READ, SCRIPT, record::show);
    post("/scripts/{script_id}/labels/record/responsibility", WRITE, SCRIPT, record::take);
    get("/scripts/{script_id}/labels/rules", READ, SCRIPT, rules::show);
    post("/scripts/{script_id}/labels/rules", MANAGE, SCRIPT, rules::put);
    post("/scripts/{script_id}/labels/rules/remove", MANAGE, SCRIPT, rules::remove);

    RevisionsPage revisions = new RevisionsPage(app.versions, app.revisions, app.pages);
    get("/scripts/{script_id}/revisions", READ, SCRIPT, revisions::show);
    post("/scripts/{script_id}/revisions", WRITE, SCRIPT, revisions::save);
    RevisionPage revision = new RevisionPage(app.revisions, app.pages);
    get("/scripts/{script_id}/revisions/{version_number}", READ, SCRIPT, revision::show);

    RevisionsApi revisionsApi = new RevisionsApi(app.revisions);
    get("/api/v1/scripts/{script_id}/revisions", READ, SCRIPT, revisionsApi::show);
    post("/api/v1/scripts/{script_id}/revisions", WRITE, SCRIPT, revisionsApi::choose);
    LabelsApi api = new LabelsApi(app.versions, app.labelling);
    get("/api/v1/scripts/{script_id}/labels", READ, SCRIPT, api::list);
    post("/api/v1/scripts/{script_id}/labels", WRITE, SCRIPT, api::give);
    delete("/api/v1/scripts/{script_id}/labels", WRITE, SCRIPT, api::remove);
    LabelRulesApi ruling = new LabelRulesApi(app.labelRules, app.candidates);
    get("/api/v1/scripts/{script_id}/label-rules", READ, SCRIPT, ruling::list);
    post("/api/v1/scripts/{script_id}/label-rules", MANAGE, SCRIPT, ruling::put);
    delete("/api/v1/scripts/{script_id}/label-rules", MANAGE, SCRIPT, ruling::remove);
    get("/api/v1/scripts/{script_id}/label-log", READ, SCRIPT, ruling::log);
    get(
        "/api/v1/scripts/{script_id}/label-record",
        READ,
        SCRIPT,
        new LabelRecordApi(app.editorialRecords)::show);
  }
}
