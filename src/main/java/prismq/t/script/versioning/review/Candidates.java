package prismq.t.script.versioning.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.group.AccountGroup;
import prismq.t.script.versioning.group.Groups;

/** Finds who can be asked for a review of a script. Safe for use by several threads. */
public final class Candidates {
  private final Accounts accounts;
  private final Groups groups;
  private final ScriptRights rights;

  /** Looks among these accounts and groups, and asks these rights. */
  public Candidates(Accounts accounts, Groups groups, ScriptRights rights) {
    this.accounts = accounts;
    this.groups = groups;
    this.rights = rights;
  }

  /** A group with those of its members who can be asked. */
  public record GroupCandidate(AccountGroup group, List<Account> members) {}

  /** Whether anybody has an account; only they can be asked. */
  boolean exist() {
    return accounts.exist();
  }

  /** Everybody who can be asked, by name. */
  public List<Account> people(String scriptId) {
    return accounts.list().stream().filter(account -> mayAnswer(account, scriptId)).toList();
  }

  /** The groups in which anybody can be asked, by name. */
  public List<GroupCandidate> groups(String scriptId) {
    List<Account> people = people(scriptId);
    List<GroupCandidate> found = new ArrayList<>();
    for (AccountGroup group : groups.list()) {
      List<Account> members =
          people.stream().filter(account -> group.members().contains(account.id())).toList();
      if (!members.isEmpty()) {
        found.add(new GroupCandidate(group, members));
      }
    }
    return found;
  }

  /** The account of an e-mail address, if it can be asked. */
  public Optional<Account> person(String scriptId, String email) {
    return accounts.find(email).filter(account -> mayAnswer(account, scriptId));
  }

  /** Those of a group who can be asked, by name; nobody where there is no such group. */
  public List<Account> members(String scriptId, String group) {
    return groups(scriptId).stream()
        .filter(candidate -> candidate.group().name().equals(group))
        .findFirst()
        .map(GroupCandidate::members)
        .orElse(List.of());
  }

  /** Everybody who manages the script and can sign in, by name. */
  List<Account> managers(String scriptId) {
    return accounts.list().stream()
        .filter(account -> !account.isDisabled() && most(account, scriptId) == Right.MANAGE)
        .toList();
  }

  /** Whether somebody can give a verdict: they can sign in, and may comment. */
  boolean mayAnswer(Account account, String scriptId) {
    return !account.isDisabled() && most(account, scriptId).compareTo(Right.COMMENT) >= 0;
  }

  /** Whether somebody may write, and so approve or request changes. */
  public boolean mayDecide(Account account, String scriptId) {
    return most(account, scriptId).compareTo(Right.WRITE) >= 0;
  }

  private Right most(Account account, String scriptId) {
    return Access.most(account, rights.of(account), new Thing.GuardedScript(scriptId));
  }
}
