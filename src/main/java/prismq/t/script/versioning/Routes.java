package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.MANAGE;
import static prismq.t.script.versioning.access.Right.NONE;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.Right.WRITE;
import static prismq.t.script.versioning.access.RouteThing.IMPORT;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;
import static prismq.t.script.versioning.access.RouteThing.SERVER;

import io.javalin.config.RoutesConfig;
import prismq.t.script.versioning.annotate.AnnotatePage;
import prismq.t.script.versioning.annotate.AnnotateTwin;
import prismq.t.script.versioning.api.AnnotationsApi;
import prismq.t.script.versioning.api.ApiDescription;
import prismq.t.script.versioning.api.BranchesApi;
import prismq.t.script.versioning.api.ChangesApi;
import prismq.t.script.versioning.api.DiffApi;
import prismq.t.script.versioning.api.MeApi;
import prismq.t.script.versioning.api.MergesApi;
import prismq.t.script.versioning.api.PhraseHistoryApi;
import prismq.t.script.versioning.api.ReportApi;
import prismq.t.script.versioning.api.RollbacksApi;
import prismq.t.script.versioning.api.ScenesApi;
import prismq.t.script.versioning.api.ScriptAnswers;
import prismq.t.script.versioning.api.ScriptChangeApi;
import prismq.t.script.versioning.api.ScriptsApi;
import prismq.t.script.versioning.api.SearchApi;
import prismq.t.script.versioning.api.VersionsApi;
import prismq.t.script.versioning.board.BoardPage;
import prismq.t.script.versioning.branch.BranchesPage;
import prismq.t.script.versioning.compare.ComparePage;
import prismq.t.script.versioning.draft.DraftKeeping;
import prismq.t.script.versioning.edit.EditPage;
import prismq.t.script.versioning.edit.NewScriptPage;
import prismq.t.script.versioning.edit.RacePage;
import prismq.t.script.versioning.feed.Feed;
import prismq.t.script.versioning.help.HelpPage;
import prismq.t.script.versioning.merge.MergePage;
import prismq.t.script.versioning.phrase.PhraseHistoryPage;
import prismq.t.script.versioning.report.ReportPage;
import prismq.t.script.versioning.restore.RestorePage;
import prismq.t.script.versioning.revision.ScreenplayAnswer;
import prismq.t.script.versioning.rollback.RollbackPage;
import prismq.t.script.versioning.script.FormatForm;
import prismq.t.script.versioning.script.HistoryPage;
import prismq.t.script.versioning.script.ScriptsPage;
import prismq.t.script.versioning.script.VersionPage;
import prismq.t.script.versioning.search.SearchPage;
import prismq.t.script.versioning.statistics.ComparedFigures;
import prismq.t.script.versioning.statistics.StatisticsPage;
import prismq.t.script.versioning.statistics.StatisticsSettingsPage;
import prismq.t.script.versioning.transfer.page.ImportPage;
import prismq.t.script.versioning.web.Health;

/**
 * Every route about scripts and of the API; those about people are in {@link PeopleRoutes}, those
 * about share links in {@link SharingRoutes}, those about comments in {@link CommentRoutes}, those
 * about reviews in {@link ReviewRoutes}, those about labels in {@link LabelRoutes}, those about one
 * person in {@link PersonalRoutes}.
 */
final class Routes extends GuardedRoutes {
  private final Services app;

  Routes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    scripts();
    versions();
    branches();
    writing();
    api();
    get("/static/<file>", NONE, SERVER, app.assets::show);
    get("/healthz", NONE, SERVER, new Health(app.database)::show);
  }

  private void scripts() {
    NewScriptPage newScript =
        new NewScriptPage(app.versions, app.comparisons, app.drafts, app.pages);
    Feed feed = new Feed(app.versions, app.changes, app.comparisons);
    ScriptsPage list =
        new ScriptsPage(
            app.scriptLists,
            app.scriptRights,
            app.projects,
            app.pins,
            app.drafts,
            app.endingLinks,
            app.pages);
    get("/", READ, SERVER, list::show);
    get("/new", WRITE, SERVER, newScript::show);
    post("/scripts", WRITE, SERVER, newScript::create);
    get("/search", READ, SERVER, new SearchPage(app.search, app.commentSearch, app.pages)::show);
    get("/feed.atom", READ, SERVER, feed::all);
    get("/scripts/{script_id}/feed.atom", READ, SCRIPT, feed::script);

    ImportPage imports = new ImportPage(app.importJobs, app.pages);
    get("/import", WRITE, SERVER, imports::show);
    post("/import", WRITE, SERVER, imports::upload);
    get("/import/{import_id}", WRITE, IMPORT, imports::showJob);
    get("/import/{import_id}/progress", WRITE, IMPORT, imports::progress);
    get("/import/{import_id}/log.txt", WRITE, IMPORT, imports::log);
    post("/import/{import_id}/preview", WRITE, IMPORT, imports::preview);
    post("/import/{import_id}/start", WRITE, IMPORT, imports::start);
    post("/import/{import_id}/cancel", WRITE, IMPORT, imports::cancel);
  }

  private void versions() {
    HistoryPage history =
        new HistoryPage(
            app.versions,
            app.passages,
            app.comparisons,
            app.search,
            app.scriptRights,
            app.threads,
            app.reviews,
            app.unreadChanges,
            app.pages);
    VersionPage version =
        new VersionPage(
            app.versions,
            app.tokens,
            app.threads,
            app.suggestions,
            app.reviews,
            app.guestVerdicts,
            app.readMarks,
            app.unreadWording,
            app.pages);
    AnnotatePage annotate = new AnnotatePage(app.annotations, app.pages);
    AnnotateTwin annotateTwin = new AnnotateTwin(app.annotations);
    get("/scripts/{script_id}", READ, SCRIPT, history::show);
    get("/scripts/{script_id}/versions/{version_number}", READ, SCRIPT, version::show);
    get("/scripts/{script_id}/versions/{version_number}/content", READ, SCRIPT, version::content);
    post("/scripts/{script_id}/format", WRITE, SCRIPT, new FormatForm(app.versions)::save);
    get("/scripts/{script_id}/versions/{version_number}/annotate", READ, SCRIPT, annotate::show);
    get(
        "/scripts/{script_id}/versions/{version_number}/annotate.txt",
        READ,
        SCRIPT,
        annotateTwin::text);
    StatisticsPage statistics =
        new StatisticsPage(
            app.versions, app.annotations, app.lengths, app.versionFigures, app.pages);
    StatisticsSettingsPage lengthSettings =
        new StatisticsSettingsPage(app.versions, app.lengths, app.pages);
    get("/scripts/{script_id}/statistics", READ, SCRIPT, statistics::show);
    get("/scripts/{script_id}/statistics/settings", READ, SCRIPT, lengthSettings::show);
    post("/scripts/{script_id}/statistics/settings", MANAGE, SCRIPT, lengthSettings::change);
    PhraseHistoryPage phraseHistory =
        new PhraseHistoryPage(app.versions, app.passages, app.comparisons, app.pages);
    ReportPage report = new ReportPage(app.versions, app.reports, app.pages);
    get("/scripts/{script_id}/phrase-history", READ, SCRIPT, phraseHistory::show);
    get("/scripts/{script_id}/report", READ, SCRIPT, report::show);
    ComparePage compare =
        new ComparePage(
            app.versions,
            app.comparisons,
            app.threads::open,
            app.suggestions::open,
            app.readMarks,
            new ComparedFigures(app.lengths, app.versionFigures),
            app.pages);
    get("/scripts/{script_id}/compare", READ, SCRIPT, compare::choose);
    get("/scripts/{script_id}/compare/{range}.diff", READ, SCRIPT, app.compareTwins::diff);
    get("/scripts/{script_id}/compare/{range}.json", READ, SCRIPT, app.compareTwins::json);
    get("/scripts/{script_id}/compare/{range}.txt", READ, SCRIPT, app.compareTwins::text);
    get(
        "/scripts/{script_id}/compare/{range}.criticmarkup",
        READ,
        SCRIPT,
        app.compareTwins::criticMarkup);
    get("/scripts/{script_id}/compare/{range}", READ, SCRIPT, compare::show);
  }

  private void branches() {
    BranchesPage branches =
        new BranchesPage(app.versions, app.branches, app.comparisons, app.pages);
    BoardPage board = new BoardPage(app.versions, app.comparisons, app.pages);
    MergePage merge = new MergePage(app.versions, app.merges, app.comparisons, app.pages);
    get("/scripts/{script_id}/branches", READ, SCRIPT, branches::show);
    post("/scripts/{script_id}/branches", WRITE, SCRIPT, branches::create);
    post("/scripts/{script_id}/branches/rename", WRITE, SCRIPT, branches::rename);
    post("/scripts/{script_id}/branches/archive", WRITE, SCRIPT, branches::archive);
    post("/scripts/{script_id}/branches/unarchive", WRITE, SCRIPT, branches::unarchive);
    get("/scripts/{script_id}/board", READ, SCRIPT, board::show);
    get("/scripts/{script_id}/merge", WRITE, SCRIPT, merge::showMerge);
    post("/scripts/{script_id}/merges", WRITE, SCRIPT, merge::saveMerge);
    get("/scripts/{script_id}/pick", WRITE, SCRIPT, merge::showPick);
    post("/scripts/{script_id}/picks", WRITE, SCRIPT, merge::savePick);
  }

  private void writing() {
    RacePage race = new RacePage(app.comparisons, app.pages);
    EditPage edit =
        new EditPage(app.versions, app.rebases, app.comparisons, app.drafts, race, app.pages);
    DraftKeeping keeping = new DraftKeeping(app.versions, app.drafts);
    RollbackPage rollback =
        new RollbackPage(app.versions, app.rollbacks, app.comparisons, race, app.pages);
    RestorePage restore = new RestorePage(app.versions, app.comparisons, app.pages);
    get("/scripts/{script_id}/edit", WRITE, SCRIPT, edit::show);
    post("/scripts/{script_id}/versions", WRITE, SCRIPT, edit::save);
    post("/scripts/{script_id}/drafts", WRITE, SCRIPT, keeping::keep);
    post("/scripts/{script_id}/drafts/discard", WRITE, SCRIPT, keeping::discard);
    post("/drafts", WRITE, SERVER, keeping::keepNew);
    post("/drafts/discard", WRITE, SERVER, keeping::discardNew);
    get("/scripts/{script_id}/rollback", WRITE, SCRIPT, rollback::show);
    post("/scripts/{script_id}/rollbacks", WRITE, SCRIPT, rollback::save);
    get("/scripts/{script_id}/restore", WRITE, SCRIPT, restore::show);
    post("/scripts/{script_id}/restorations", WRITE, SCRIPT, restore::save);
  }

  private void api() {
    HelpPage help = new HelpPage(app.pages);
    ScriptAnswers answers =
        new ScriptAnswers(
            app.versions,
            app.scriptRights,
            app.accounts,
            app.groups,
            app.projects,
            app.reviews,
            app.lengths);
    ScriptsApi scripts = new ScriptsApi(app.versions, app.scriptLists, app.scriptRights, answers);
    ScriptChangeApi scriptChange =
        new ScriptChangeApi(
            app.database,
            app.versions,
            app.scriptRights,
            app.accounts,
            app.groups,
            app.projects,
            app.reviewing,
            app.lengths,
            answers);
    get("/api", READ, SERVER, help::leadToApi);
    get("/help", READ, SERVER, help::show);
    get("/help/{page}", READ, SERVER, help::showTopic);
    get("/api/v1/openapi.yaml", READ, SERVER, new ApiDescription()::openApi);
    get("/api/v1/me", READ, SERVER, new MeApi(app.tokens)::show);
    get(
        "/api/v1/changes",
        READ,
        SERVER,
        new ChangesApi(app.changes, app.changeWait, app.requesters)::list);
    get("/api/v1/search", READ, SERVER, new SearchApi(app.search)::search);
    get("/api/v1/scripts", READ, SERVER, scripts::list);
    post("/api/v1/scripts", WRITE, SERVER, scripts::create);
    get("/api/v1/scripts/{script_id}", READ, SCRIPT, scripts::show);
    patch("/api/v1/scripts/{script_id}", WRITE, SCRIPT, scriptChange::change);

    VersionsApi versions =
        new VersionsApi(app.versions, app.rebases, app.threads, app.suggestionsApi);
    AnnotationsApi annotate = new AnnotationsApi(app.annotations);
    get("/api/v1/scripts/{script_id}/versions", READ, SCRIPT, versions::list);
    post("/api/v1/scripts/{script_id}/versions", WRITE, SCRIPT, versions::save);
    get("/api/v1/scripts/{script_id}/versions/{version_number}", READ, SCRIPT, versions::show);
    get(
        "/api/v1/scripts/{script_id}/versions/{version_number}/content",
        READ,
        SCRIPT,
        versions::content);
    get("/api/v1/scripts/{script_id}/versions/{version_number}/hash", READ, SCRIPT, versions::hash);
    get(
        "/api/v1/scripts/{script_id}/versions/{version_number}/annotations",
        READ,
        SCRIPT,
        annotate::show);
    ScenesApi scenes = new ScenesApi(app.versions);
    get("/api/v1/scripts/{script_id}/versions/{version_number}/scenes", READ, SCRIPT, scenes::list);
    get("/api/v1/scripts/{script_id}/scene-diff", READ, SCRIPT, scenes::compare);
    get("/api/v1/scripts/{script_id}/diff", READ, SCRIPT, new DiffApi(app.compareTwins)::show);
    post(
        "/api/v1/scripts/{script_id}/rollbacks",
        WRITE,
        SCRIPT,
        new RollbacksApi(app.rollbacks)::save);
    PhraseHistoryApi phraseHistory = new PhraseHistoryApi(app.passages);
    get("/api/v1/scripts/{script_id}/phrase-history", READ, SCRIPT, phraseHistory::show);
    get(
        "/api/v1/scripts/{script_id}/report",
        READ,
        SCRIPT,
        new ReportApi(app.reports, new ScreenplayAnswer(app.versions, app.revisions))::show);

    BranchesApi branches = new BranchesApi(app.versions, app.branches);
    MergesApi merges = new MergesApi(app.merges, app.versions);
    get("/api/v1/scripts/{script_id}/branches", READ, SCRIPT, branches::list);
    post("/api/v1/scripts/{script_id}/branches", WRITE, SCRIPT, branches::create);
    get("/api/v1/scripts/{script_id}/branches/<branch>", READ, SCRIPT, branches::show);
    patch("/api/v1/scripts/{script_id}/branches/<branch>", WRITE, SCRIPT, branches::change);
    post("/api/v1/scripts/{script_id}/merges", WRITE, SCRIPT, merges::merge);
    post("/api/v1/scripts/{script_id}/picks", WRITE, SCRIPT, merges::pick);
  }
}
