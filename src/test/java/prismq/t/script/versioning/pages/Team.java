package prismq.t.script.versioning.pages;

import java.time.Clock;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.Role;

/** Accounts on a site, one of each role, named by it. */
final class Team {
  private final Site site;
  private final Accounts accounts;
  private final Links links;

  private Team(Site site) {
    this.site = site;
    this.links = new Links(site.database(), Clock.systemUTC());
    this.accounts = new Accounts(site.database(), links, Clock.systemUTC());
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
    return accounts.add(new NewAccount("The " + word, email(word), Visitor.PASSWORD), role);
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

  Accounts accounts() {
    return accounts;
  }

  Links links() {
    return links;
  }
}
