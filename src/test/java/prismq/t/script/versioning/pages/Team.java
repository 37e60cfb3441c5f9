package prismq.t.script.versioning.pages;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptAudience;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.QuickAccounts;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;
import prismq.t.script.versioning.token.Tokens;

/** Accounts on a site, one of each role, named by it. */
final class Team {
  private final Site site;
  private final Accounts accounts;
  private final Links links;
  private final ScriptRights rights;

  private Team(Site site) {
    this.site = site;
    this.links = new Links(site.database(), Clock.systemUTC());
    this.accounts = new Accounts(site.database(), links, Clock.systemUTC());
    this.rights =
        new ScriptRights(
            site.database(), AuditLog.of(site.database()), accounts, site.versions().scriptLists());
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

  Visitor signedIn(String word) {
    return Visitor.signedIn(site, email(word), Visitor.PASSWORD);
  }

  /** A program with a new token of somebody. */
  Visitor program(Role role, TokenRight right) {
    return program(accounts.find(email(role.word())).orElseThrow(), right);
  }

  Visitor program(Account owner, TokenRight right) {
    return Visitor.by(site, tokens().make(owner, new NewToken("Pipeline", right, List.of(), null)));
  }

  Tokens tokens() {
    return tokens(Clock.systemUTC());
  }

  Tokens tokens(Clock clock) {
    return new Tokens(site.database(), accounts, clock);
  }

  /** Names somebody for a script. */
  void give(Account account, String scriptId, Right right) {
    change(scriptId, audience -> audience.with(account.id(), right));
  }

  /** Names somebody for a script no longer. */
  void take(Account account, String scriptId) {
    change(scriptId, audience -> audience.without(account.id()));
  }

  /** Restricts a script to those who are named. */
  void restrict(String scriptId) {
    change(scriptId, audience -> audience.restricted(true));
  }

  private void change(String scriptId, UnaryOperator<ScriptAudience> change) {
    rights.change(new Requester.LoneComputer(), scriptId, true, change);
  }

  Accounts accounts() {
    return accounts;
  }

  Links links() {
    return links;
  }
}
