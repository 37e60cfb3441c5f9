package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.ADMINISTER;
import static prismq.t.script.versioning.access.Right.NONE;
import static prismq.t.script.versioning.access.Right.OWN_ACCOUNT;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.Right.WRITE;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.page.AccountPage;
import prismq.t.script.versioning.account.page.ForgottenPage;
import prismq.t.script.versioning.account.page.NewAccountPage;
import prismq.t.script.versioning.account.page.PeoplePage;
import prismq.t.script.versioning.account.page.ResetPage;
import prismq.t.script.versioning.account.page.SignInPage;
import prismq.t.script.versioning.account.page.SignOnPage;
import prismq.t.script.versioning.account.page.SignOnState;
import prismq.t.script.versioning.account.page.WaysIn;
import prismq.t.script.versioning.annotate.AnnotatePage;
import prismq.t.script.versioning.annotate.AnnotateTwin;
import prismq.t.script.versioning.api.AnnotationsApi;
import prismq.t.script.versioning.api.ApiDescription;
import prismq.t.script.versioning.api.BranchesApi;
import prismq.t.script.versioning.api.ChangesApi;
import prismq.t.script.versioning.api.DiffApi;
import prismq.t.script.versioning.api.LabelsApi;
import prismq.t.script.versioning.api.MergesApi;
import prismq.t.script.versioning.api.PhraseHistoryApi;
import prismq.t.script.versioning.api.ReportApi;
import prismq.t.script.versioning.api.RollbacksApi;
import prismq.t.script.versioning.api.ScriptsApi;
import prismq.t.script.versioning.api.SearchApi;
import prismq.t.script.versioning.api.VersionsApi;
import prismq.t.script.versioning.audit.AuditPage;
import prismq.t.script.versioning.board.BoardPage;
import prismq.t.script.versioning.branch.BranchesPage;
import prismq.t.script.versioning.compare.ComparePage;
import prismq.t.script.versioning.edit.EditPage;
import prismq.t.script.versioning.edit.NewScriptPage;
import prismq.t.script.versioning.edit.RacePage;
import prismq.t.script.versioning.feed.Feed;
import prismq.t.script.versioning.help.HelpPage;
import prismq.t.script.versioning.label.LabelsPage;
import prismq.t.script.versioning.merge.MergePage;
import prismq.t.script.versioning.phrase.PhraseHistoryPage;
import prismq.t.script.versioning.report.ReportPage;
import prismq.t.script.versioning.restore.RestorePage;
import prismq.t.script.versioning.rollback.RollbackPage;
import prismq.t.script.versioning.script.FormatForm;
import prismq.t.script.versioning.script.HistoryPage;
import prismq.t.script.versioning.script.ScriptsPage;
import prismq.t.script.versioning.script.VersionPage;
import prismq.t.script.versioning.search.SearchPage;
import prismq.t.script.versioning.transfer.page.ImportPage;
import prismq.t.script.versioning.web.Health;

/** Every route of the application with the right it needs and what answers it. */
final class Routes {
  private final RoutesConfig routes;
  private final Services app;

  Routes(RoutesConfig routes, Services app) {
    this.routes = routes;
    this.app = app;
  }

  void register() {
    scripts();
    versions();
    branches();
    writing();
    api();
    AuditPage audit = new AuditPage(app.auditLog, app.pages);
    get("/audit", ADMINISTER, audit::show);
    get("/audit.csv", ADMINISTER, audit::csv);
    gettingIn();
    people();
    get("/static/<file>", NONE, app.assets::show);
    get("/healthz", NONE, new Health(app.database)::show);
  }

  private void scripts() {
    NewScriptPage newScript = new NewScriptPage(app.versions, app.pages);
    Feed feed = new Feed(app.versions, app.changes, app.comparisons);
    get("/", READ, new ScriptsPage(app.versions, app.pages)::show);
    get("/new", WRITE, newScript::show);
    post("/scripts", WRITE, newScript::create);
    get("/search", READ, new SearchPage(app.search, app.pages)::show);
    get("/feed.atom", READ, feed::all);
    get("/scripts/{script_id}/feed.atom", READ, feed::script);

    ImportPage imports = new ImportPage(app.importJobs, app.pages);
    get("/import", WRITE, imports::show);
    post("/import", WRITE, imports::upload);
    get("/import/{import_id}", WRITE, imports::showJob);
    get("/import/{import_id}/progress", WRITE, imports::progress);
    get("/import/{import_id}/log.txt", WRITE, imports::log);
    post("/import/{import_id}/preview", WRITE, imports::preview);
    post("/import/{import_id}/start", WRITE, imports::start);
    post("/import/{import_id}/cancel", WRITE, imports::cancel);
  }

  private void versions() {
    HistoryPage history =
        new HistoryPage(app.versions, app.passages, app.comparisons, app.search, app.pages);
    VersionPage version = new VersionPage(app.versions, app.pages);
    AnnotatePage annotate = new AnnotatePage(app.annotations, app.pages);
    AnnotateTwin annotateTwin = new AnnotateTwin(app.annotations);
    get("/scripts/{script_id}", READ, history::show);
    get("/scripts/{script_id}/versions/{version_number}", READ, version::show);
    get("/scripts/{script_id}/versions/{version_number}/content", READ, version::content);
    post("/scripts/{script_id}/format", WRITE, new FormatForm(app.versions)::save);
    get("/scripts/{script_id}/versions/{version_number}/annotate", READ, annotate::show);
    get("/scripts/{script_id}/versions/{version_number}/annotate.txt", READ, annotateTwin::text);
    PhraseHistoryPage phraseHistory =
        new PhraseHistoryPage(app.versions, app.passages, app.comparisons, app.pages);
    ReportPage report = new ReportPage(app.versions, app.reports, app.pages);
    get("/scripts/{script_id}/phrase-history", READ, phraseHistory::show);
    get("/scripts/{script_id}/report", READ, report::show);
    ComparePage compare = new ComparePage(app.versions, app.comparisons, app.pages);
    get("/scripts/{script_id}/compare", READ, compare::choose);
    get("/scripts/{script_id}/compare/{range}.diff", READ, app.compareTwins::diff);
    get("/scripts/{script_id}/compare/{range}.json", READ, app.compareTwins::json);
    get("/scripts/{script_id}/compare/{range}.txt", READ, app.compareTwins::text);
    get("/scripts/{script_id}/compare/{range}.criticmarkup", READ, app.compareTwins::criticMarkup);
    get("/scripts/{script_id}/compare/{range}", READ, compare::show);
  }

  private void branches() {
    BranchesPage branches =
        new BranchesPage(app.versions, app.branches, app.comparisons, app.pages);
    BoardPage board = new BoardPage(app.versions, app.comparisons, app.pages);
    MergePage merge = new MergePage(app.versions, app.merges, app.comparisons, app.pages);
    get("/scripts/{script_id}/branches", READ, branches::show);
    post("/scripts/{script_id}/branches", WRITE, branches::create);
    post("/scripts/{script_id}/branches/rename", WRITE, branches::rename);
    post("/scripts/{script_id}/branches/archive", WRITE, branches::archive);
    post("/scripts/{script_id}/branches/unarchive", WRITE, branches::unarchive);
    get("/scripts/{script_id}/board", READ, board::show);
    get("/scripts/{script_id}/merge", WRITE, merge::showMerge);
    post("/scripts/{script_id}/merges", WRITE, merge::saveMerge);
    get("/scripts/{script_id}/pick", WRITE, merge::showPick);
    post("/scripts/{script_id}/picks", WRITE, merge::savePick);
    LabelsPage labels = new LabelsPage(app.versions, app.labels, app.pages);
    get("/scripts/{script_id}/labels", READ, labels::show);
    post("/scripts/{script_id}/labels", WRITE, labels::give);
    post("/scripts/{script_id}/labels/remove", WRITE, labels::remove);
  }

  private void writing() {
    RacePage race = new RacePage(app.comparisons, app.pages);
    EditPage edit = new EditPage(app.versions, app.rebases, app.comparisons, race, app.pages);
    RollbackPage rollback =
        new RollbackPage(app.versions, app.rollbacks, app.comparisons, race, app.pages);
    RestorePage restore = new RestorePage(app.versions, app.comparisons, app.pages);
    get("/scripts/{script_id}/edit", WRITE, edit::show);
    post("/scripts/{script_id}/versions", WRITE, edit::save);
    get("/scripts/{script_id}/rollback", WRITE, rollback::show);
    post("/scripts/{script_id}/rollbacks", WRITE, rollback::save);
    get("/scripts/{script_id}/restore", WRITE, restore::show);
    post("/scripts/{script_id}/restorations", WRITE, restore::save);
  }

  private void api() {
    HelpPage help = new HelpPage(app.pages);
    ScriptsApi scripts = new ScriptsApi(app.versions);
    get("/api", READ, help::leadToApi);
    get("/help", READ, help::show);
    get("/help/{page}", READ, help::showTopic);
    get("/api/v1/openapi.yaml", READ, new ApiDescription()::openApi);
    get("/api/v1/changes", READ, new ChangesApi(app.changes, app.changeWait)::list);
    get("/api/v1/search", READ, new SearchApi(app.search)::search);
    get("/api/v1/scripts", READ, scripts::list);
    post("/api/v1/scripts", WRITE, scripts::create);
    get("/api/v1/scripts/{script_id}", READ, scripts::show);
    patch("/api/v1/scripts/{script_id}", WRITE, scripts::change);

    VersionsApi versions = new VersionsApi(app.versions, app.rebases);
    AnnotationsApi annotate = new AnnotationsApi(app.annotations);
    get("/api/v1/scripts/{script_id}/versions", READ, versions::list);
    post("/api/v1/scripts/{script_id}/versions", WRITE, versions::save);
    get("/api/v1/scripts/{script_id}/versions/{version_number}", READ, versions::show);
    get("/api/v1/scripts/{script_id}/versions/{version_number}/content", READ, versions::content);
    get("/api/v1/scripts/{script_id}/versions/{version_number}/hash", READ, versions::hash);
    get("/api/v1/scripts/{script_id}/versions/{version_number}/annotations", READ, annotate::show);
    get("/api/v1/scripts/{script_id}/diff", READ, new DiffApi(app.compareTwins)::show);
    post("/api/v1/scripts/{script_id}/rollbacks", WRITE, new RollbacksApi(app.rollbacks)::save);
    PhraseHistoryApi phraseHistory = new PhraseHistoryApi(app.passages);
    get("/api/v1/scripts/{script_id}/phrase-history", READ, phraseHistory::show);
    get("/api/v1/scripts/{script_id}/report", READ, new ReportApi(app.reports)::show);

    BranchesApi branches = new BranchesApi(app.versions, app.branches);
    MergesApi merges = new MergesApi(app.merges, app.versions);
    LabelsApi labels = new LabelsApi(app.versions, app.labels);
    get("/api/v1/scripts/{script_id}/branches", READ, branches::list);
    post("/api/v1/scripts/{script_id}/branches", WRITE, branches::create);
    get("/api/v1/scripts/{script_id}/branches/<branch>", READ, branches::show);
    patch("/api/v1/scripts/{script_id}/branches/<branch>", WRITE, branches::change);
    get("/api/v1/scripts/{script_id}/labels", READ, labels::list);
    post("/api/v1/scripts/{script_id}/labels", WRITE, labels::give);
    delete("/api/v1/scripts/{script_id}/labels", WRITE, labels::remove);
    post("/api/v1/scripts/{script_id}/merges", WRITE, merges::merge);
    post("/api/v1/scripts/{script_id}/picks", WRITE, merges::pick);
  }

  private void gettingIn() {
    @Nullable String signOnName = app.signOn == null ? null : app.signOn.name();
    WaysIn ways = new WaysIn(signOnName, app.mails != null);
    SignInPage signIn = new SignInPage(app.signIns, app.sessions, ways, app.pages);
    ForgottenPage forgotten = new ForgottenPage(app.mails, app.pages);
    SignOnPage signOn =
        new SignOnPage(app.signOn, app.begunSignOns, app.admissions, app.sessions, signIn);
    NewAccountPage join = new NewAccountPage(app.accounts, app.links, app.sessions, app.pages);
    ResetPage reset = new ResetPage(app.accounts, app.sessions, app.pages);
    get("/sign-in", NONE, signIn::show);
    post("/sign-in", NONE, signIn::signIn);
    get("/sign-in/oidc", NONE, signOn::begin);
    get("/sign-in/oidc/callback", NONE, signOn::comeBack);
    get("/account/oidc", OWN_ACCOUNT, signOn::connect);
    post("/sign-out", OWN_ACCOUNT, signIn::signOut);
    get("/forgotten", NONE, forgotten::show);
    post("/forgotten", NONE, forgotten::send);
    get("/set-up", ADMINISTER, join::showFirst);
    post("/set-up", ADMINISTER, join::makeFirst);
    get("/set-up/{link}", NONE, join::showSetUp);
    post("/set-up/{link}", NONE, join::setUp);
    get("/invitations/{link}", NONE, join::showInvitation);
    post("/invitations/{link}", NONE, join::accept);
    get("/reset/{link}", NONE, reset::show);
    post("/reset/{link}", NONE, reset::save);
  }

  private void people() {
    SignOnState signOn = new SignOnState(app.signOn, app.admissions);
    AccountPage account =
        new AccountPage(app.accounts, app.sessions, app.signIns, signOn, app.pages);
    PeoplePage people = new PeoplePage(app.accounts, app.links, signOn, app.mails, app.pages);
    get("/account", OWN_ACCOUNT, account::show);
    post("/account", OWN_ACCOUNT, account::save);
    post("/account/password", OWN_ACCOUNT, account::changePassword);
    post("/account/sessions/end", OWN_ACCOUNT, account::endSession);
    post("/account/sessions/end-others", OWN_ACCOUNT, account::endOtherSessions);
    get("/people", ADMINISTER, people::show);
    post("/people/invitations", ADMINISTER, people::invite);
    post("/people/invitations/withdraw", ADMINISTER, people::withdraw);
    post("/people/{account_id}/role", ADMINISTER, people::changeRole);
    post("/people/{account_id}/disable", ADMINISTER, people::disable);
    post("/people/{account_id}/enable", ADMINISTER, people::enable);
    post("/people/{account_id}/disconnect", ADMINISTER, people::disconnect);
    post("/people/{account_id}/reset", ADMINISTER, people::reset);
  }

  private void get(String path, Right right, Handler handler) {
    routes.get(path, handler, right);
  }

  private void post(String path, Right right, Handler handler) {
    routes.post(path, handler, right);
  }

  private void patch(String path, Right right, Handler handler) {
    routes.patch(path, handler, right);
  }

  private void delete(String path, Right right, Handler handler) {
    routes.delete(path, handler, right);
  }
}
