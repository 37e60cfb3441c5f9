package prismq.t.script.versioning.pages;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import prismq.t.script.versioning.access.Grantee;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptAudience;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.QuickAccounts;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.account.Sessions;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.group.Groups;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;
import prismq.t.script.versioning.token.Tokens;

/** Accounts on a site, one of each role, named by it. */
final class Team {
  private final Site site;
  private final Accounts accounts;
  private final Links links;
  private final Groups groups;
  private final ScriptRights rights;
  private final Projects projects;

  private Team(Site site) {
    this.site = site;
    this.links = new Links(site.database(), Clock.systemUTC());
    this.accounts = new Accounts(site.database(), links, Clock.systemUTC());
    this.groups = new Groups(site.database(), AuditLog.of(site.database()), accounts);
    this.rights =
        new ScriptRights(
            site.database(),
            AuditLog.of(site.database()),
            accounts,
            groups,
            site.versions().scriptLists());
    this.projects =
        new Projects(site.database(), AuditLog.of(site.database()), rights, Clock.systemUTC());
  }

  /** A team of an admin alone. */
  static Team on(Site site) {
    Team team = new Team(site);
    team.add(Role.ADMIN);
    return team;
  }

  /** Adds an account; its e-mail address and its name are the word for its role. */
  Account add(Role role) {
    return add(role.word(), role);
  }

  Account add(String word, Role role) {
    return QuickAccounts.add(
        site.database(), new NewAccount("The " + word, email(word), Visitor.PASSWORD), role);
  }

  private static String email(String word) {
    return word + "@example.org";
  }

  /** Signs somebody in. */
  Visitor signedIn(Role role) {
    return signedIn(role.word());
  }

  /** Without the form, because the hash of a password takes long and is tried elsewhere. */
  Visitor signedIn(String word) {
    Account account = accounts.find(email(word)).orElseThrow();
    Secret session =
        new Sessions(site.database(), Clock.systemUTC()).start(account, "A browser", "127.0.0.1");
    return new Visitor(site, "session=" + session.text());
  }

  /** A program with a new token of somebody. */
  Visitor program(Role role, TokenRight right) {
    return program(accounts.find(email(role.word())).orElseThrow(), right);
  }

  Visitor program(Account owner, TokenRight right) {
    NewToken made = new NewToken("Pipeline", right, List.of(), List.of(), null);
    return Visitor.by(site, tokens().make(owner, made));
  }

  Tokens tokens() {
    return tokens(Clock.systemUTC());
  }

  Tokens tokens(Clock clock) {
    return new Tokens(site.database(), accounts, clock);
  }

  ShareLinks shareLinks() {
    return new ShareLinks(site.database(), accounts, rights, Clock.systemUTC());
  }

  /** Names somebody for a script. */
  void give(Account account, String scriptId, Right right) {
    change(scriptId, audience -> audience.with(Grantee.account(account.id()), right));
  }

  /** Names somebody for a script no longer. */
  void take(Account account, String scriptId) {
    change(scriptId, audience -> audience.without(Grantee.account(account.id())));
  }

  /** Restricts a script to those who are named. */
  void restrict(String scriptId) {
    change(scriptId, audience -> audience.restricted(true));
  }

  /** Opens a script to everybody again. */
  void open(String scriptId) {
    change(scriptId, audience -> audience.restricted(false));
  }

  private void change(String scriptId, UnaryOperator<ScriptAudience> change) {
    rights.change(
        new Requester.LoneComputer(), new Thing.GuardedScript(scriptId), scriptId, true, change);
  }

  /** Makes a project of these scripts. */
  Project project(String name, String... scriptIds) {
    Project project = projects.make(name);
    for (String scriptId : scriptIds) {
      projects.move(new Requester.LoneComputer(), scriptId, project);
    }
    return project;
  }

  /** Restricts a project to those who are named. */
  void restrict(Project project) {
    change(project, audience -> audience.restricted(true));
  }

  /** Names somebody for a project. */
  void give(Account account, Project project, Right right) {
    change(project, audience -> audience.with(Grantee.account(account.id()), right));
  }

  private void change(Project project, UnaryOperator<ScriptAudience> change) {
    rights.change(
        new Requester.LoneComputer(),
        new Thing.GuardedProject(project.id()),
        project.name(),
        true,
        change);
  }

  /** Makes a group of these accounts, and gives it a right on a script. */
  void giveGroup(String name, String scriptId, Right right, Account... members) {
    long group = group(name, members);
    change(scriptId, audience -> audience.with(Grantee.group(group), right));
  }

  /** The same on a project. */
  void giveGroup(String name, Project project, Right right, Account... members) {
    long group = group(name, members);
    change(project, audience -> audience.with(Grantee.group(group), right));
  }

  /** Puts a script into a project. */
  void move(String scriptId, String project) {
    Requester anybody = new Requester.LoneComputer();
    projects.move(anybody, scriptId, projects.named(anybody, project));
  }

  /** Makes a group of these accounts, and gives its number. */
  long group(String name, Account... members) {
    groups.make(name);
    long id =
        groups.list().stream()
            .filter(group -> group.name().equals(name))
            .findFirst()
            .orElseThrow()
            .id();
    for (Account member : members) {
      groups.add(id, member.id());
    }
    return id;
  }

  Groups groups() {
    return groups;
  }

  Projects projects() {
    return projects;
  }

  Accounts accounts() {
    return accounts;
  }

  Links links() {
    return links;
  }
}
