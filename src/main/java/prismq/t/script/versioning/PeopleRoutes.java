package prismq.t.script.versioning;

import static prismq.t.script.versioning.access.Right.ADMINISTER;
import static prismq.t.script.versioning.access.Right.MANAGE;
import static prismq.t.script.versioning.access.Right.NONE;
import static prismq.t.script.versioning.access.Right.OWN_ACCOUNT;
import static prismq.t.script.versioning.access.Right.READ;
import static prismq.t.script.versioning.access.Right.WRITE;
import static prismq.t.script.versioning.access.RouteThing.ACCOUNT;
import static prismq.t.script.versioning.access.RouteThing.DRAFT;
import static prismq.t.script.versioning.access.RouteThing.LINK;
import static prismq.t.script.versioning.access.RouteThing.PROJECT;
import static prismq.t.script.versioning.access.RouteThing.SCRIPT;
import static prismq.t.script.versioning.access.RouteThing.SERVER;

import io.javalin.config.RoutesConfig;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.page.AudienceForms;
import prismq.t.script.versioning.access.page.ScriptPeoplePage;
import prismq.t.script.versioning.account.page.AccountPage;
import prismq.t.script.versioning.account.page.ForgottenPage;
import prismq.t.script.versioning.account.page.NewAccountPage;
import prismq.t.script.versioning.account.page.PeoplePage;
import prismq.t.script.versioning.account.page.ResetPage;
import prismq.t.script.versioning.account.page.SignInPage;
import prismq.t.script.versioning.account.page.SignOnPage;
import prismq.t.script.versioning.account.page.SignOnState;
import prismq.t.script.versioning.account.page.TechnicalAccountsPage;
import prismq.t.script.versioning.account.page.WaysIn;
import prismq.t.script.versioning.audit.page.AuditPage;
import prismq.t.script.versioning.draft.OwnDraftsPage;
import prismq.t.script.versioning.group.page.GroupsPage;
import prismq.t.script.versioning.person.page.NamesPage;
import prismq.t.script.versioning.project.page.ProjectPage;
import prismq.t.script.versioning.project.page.ProjectsPage;
import prismq.t.script.versioning.project.page.ScriptPlacePage;
import prismq.t.script.versioning.token.page.AllTokensPage;
import prismq.t.script.versioning.token.page.TokensPage;

/** The routes by which people get in, look after their accounts, and admins after people. */
final class PeopleRoutes extends GuardedRoutes {
  private final Services app;

  PeopleRoutes(RoutesConfig routes, Services app) {
    super(routes);
    this.app = app;
  }

  void register() {
    gettingIn();
    people();
    AuditPage audit = new AuditPage(app.auditLog, app.pages);
    get("/audit", ADMINISTER, SERVER, audit::show);
    get("/audit.csv", ADMINISTER, SERVER, audit::csv);
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
    get("/sign-in", NONE, SERVER, signIn::show);
    post("/sign-in", NONE, SERVER, signIn::signIn);
    get("/sign-in/oidc", NONE, SERVER, signOn::begin);
    get("/sign-in/oidc/callback", NONE, SERVER, signOn::comeBack);
    get("/account/oidc", OWN_ACCOUNT, SERVER, signOn::connect);
    post("/sign-out", OWN_ACCOUNT, SERVER, signIn::signOut);
    get("/forgotten", NONE, SERVER, forgotten::show);
    post("/forgotten", NONE, SERVER, forgotten::send);
    get("/set-up", ADMINISTER, SERVER, join::showFirst);
    post("/set-up", ADMINISTER, SERVER, join::makeFirst);
    get("/set-up/{link}", NONE, LINK, join::showSetUp);
    post("/set-up/{link}", NONE, LINK, join::setUp);
    get("/invitations/{link}", NONE, LINK, join::showInvitation);
    post("/invitations/{link}", NONE, LINK, join::accept);
    get("/reset/{link}", NONE, LINK, reset::show);
    post("/reset/{link}", NONE, LINK, reset::save);
  }

  private void people() {
    AudienceForms audience = new AudienceForms(app.scriptRights, app.accounts, app.groups);
    projects(audience);
    ScriptPeoplePage ofScript = new ScriptPeoplePage(app.versions, audience, app.pages);
    get("/scripts/{script_id}/people", MANAGE, SCRIPT, ofScript::show);
    post("/scripts/{script_id}/people", MANAGE, SCRIPT, ofScript::give);
    post("/scripts/{script_id}/people/remove", MANAGE, SCRIPT, ofScript::remove);
    post("/scripts/{script_id}/people/restrict", MANAGE, SCRIPT, ofScript::restrict);
    SignOnState signOn = new SignOnState(app.signOn, app.admissions);
    AccountPage account =
        new AccountPage(app.accounts, app.sessions, app.signIns, signOn, app.pages);
    TechnicalAccountsPage technical =
        new TechnicalAccountsPage(app.accounts, app.technicalAccounts, app.pages);
    get(TechnicalAccountsPage.URL, ADMINISTER, SERVER, technical::show);
    post(TechnicalAccountsPage.URL, ADMINISTER, SERVER, technical::save);
    PeoplePage people = new PeoplePage(app.accounts, app.links, signOn, app.mails, app.pages);
    get("/account", OWN_ACCOUNT, SERVER, account::show);
    post("/account", OWN_ACCOUNT, SERVER, account::save);
    post("/account/password", OWN_ACCOUNT, SERVER, account::changePassword);
    post("/account/sessions/end", OWN_ACCOUNT, SERVER, account::endSession);
    post("/account/sessions/end-others", OWN_ACCOUNT, SERVER, account::endOtherSessions);
    TokensPage tokens = new TokensPage(app.tokens, app.projects, app.pages);
    get("/account/tokens", OWN_ACCOUNT, SERVER, tokens::show);
    post("/account/tokens", OWN_ACCOUNT, SERVER, tokens::make);
    post("/account/tokens/revoke", OWN_ACCOUNT, SERVER, tokens::revoke);
    OwnDraftsPage drafts = new OwnDraftsPage(app.drafts, app.pages);
    get("/account/drafts", OWN_ACCOUNT, SERVER, drafts::list);
    get("/account/drafts/{draft_id}", OWN_ACCOUNT, DRAFT, drafts::show);
    get("/account/drafts/{draft_id}/content.json", OWN_ACCOUNT, DRAFT, drafts::json);
    post("/account/drafts/{draft_id}/discard", OWN_ACCOUNT, DRAFT, drafts::discard);
    AllTokensPage allTokens = new AllTokensPage(app.tokens, app.pages);
    get("/people/tokens", ADMINISTER, SERVER, allTokens::show);
    post("/people/tokens/revoke", ADMINISTER, SERVER, allTokens::revoke);
    NamesPage names = new NamesPage(app.people, app.accounts, app.pages);
    get("/people/names", ADMINISTER, SERVER, names::show);
    post("/people/names/tie", ADMINISTER, SERVER, names::tie);
    post("/people/names/untie", ADMINISTER, SERVER, names::untie);
    get("/people", ADMINISTER, SERVER, people::show);
    post("/people/invitations", ADMINISTER, SERVER, people::invite);
    post("/people/invitations/withdraw", ADMINISTER, SERVER, people::withdraw);
    post("/people/{account_id}/role", ADMINISTER, ACCOUNT, people::changeRole);
    post("/people/{account_id}/disable", ADMINISTER, ACCOUNT, people::disable);
    post("/people/{account_id}/enable", ADMINISTER, ACCOUNT, people::enable);
    post("/people/{account_id}/disconnect", ADMINISTER, ACCOUNT, people::disconnect);
    post("/people/{account_id}/reset", ADMINISTER, ACCOUNT, people::reset);
  }

  private void projects(AudienceForms audience) {
    ScriptPlacePage place =
        new ScriptPlacePage(app.versions, app.projects, app.scriptRights, app.pins, app.pages);
    get("/scripts/{script_id}/place", MANAGE, SCRIPT, place::show);
    post("/scripts/{script_id}/place", MANAGE, SCRIPT, place::move);
    post("/scripts/{script_id}/archive", MANAGE, SCRIPT, place::archive);
    post("/scripts/{script_id}/unarchive", MANAGE, SCRIPT, place::unarchive);
    post("/scripts/{script_id}/pin", READ, SCRIPT, place::pin);
    post("/scripts/{script_id}/unpin", READ, SCRIPT, place::unpin);
    ProjectsPage projects = new ProjectsPage(app.projects, app.pages);
    get("/projects", READ, SERVER, projects::show);
    post("/projects", WRITE, SERVER, projects::make);
    ProjectPage project = new ProjectPage(app.projects, audience, app.pages);
    get("/projects/{project_id}", MANAGE, PROJECT, project::show);
    post("/projects/{project_id}", MANAGE, PROJECT, project::give);
    post("/projects/{project_id}/remove", MANAGE, PROJECT, project::remove);
    post("/projects/{project_id}/restrict", MANAGE, PROJECT, project::restrict);
    post("/projects/{project_id}/name", MANAGE, PROJECT, project::rename);
    post("/projects/{project_id}/delete", MANAGE, PROJECT, project::delete);
    GroupsPage groups = new GroupsPage(app.groups, app.accounts, app.pages);
    get("/people/groups", ADMINISTER, SERVER, groups::show);
    post("/people/groups", ADMINISTER, SERVER, groups::make);
    post("/people/groups/rename", ADMINISTER, SERVER, groups::rename);
    post("/people/groups/add", ADMINISTER, SERVER, groups::add);
    post("/people/groups/take", ADMINISTER, SERVER, groups::take);
    post("/people/groups/remove", ADMINISTER, SERVER, groups::remove);
  }
}
