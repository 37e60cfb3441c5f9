package prismq.t.script.versioning.comment;

import java.util.List;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;

/** Knows who may read a script, and so can be named in its comments. */
public final class ScriptReaders {
  private final Accounts accounts;
  private final ScriptRights rights;

  /** Asks these. */
  public ScriptReaders(Accounts accounts, ScriptRights rights) {
    this.accounts = accounts;
    this.rights = rights;
  }

  /** The accounts of all who may read a script. */
  List<Account> of(String scriptId) {
    Thing.Guarded script = new Thing.GuardedScript(scriptId);
    return accounts.list().stream()
        .filter(account -> !account.isDisabled())
        .filter(account -> Access.most(account, rights.of(account), script) != Right.NONE)
        .toList();
  }

  /** The names of all who may read a script. */
  List<String> names(String scriptId) {
    return of(scriptId).stream().map(Account::name).sorted().toList();
  }

  /** Whom a comment on a script names. */
  List<Mention> named(String scriptId, String body) {
    return body.indexOf('@') < 0 ? List.of() : Mention.in(body, of(scriptId));
  }
}
