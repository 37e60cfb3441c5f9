package prismq.t.script.versioning.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * Who is named for a script.
 *
 * @param isRestricted whether only those may read it, and admins
 * @param rights by the numbers of accounts
 */
public record ScriptAudience(boolean isRestricted, Map<Long, Right> rights) {
  /** The same, restricted or not. */
  public ScriptAudience restricted(boolean restricted) {
    return new ScriptAudience(restricted, rights);
  }

  /** The same with a right of an account, in place of what it had. */
  public ScriptAudience with(long accountId, Right right) {
    Map<Long, Right> more = new TreeMap<>(rights);
    more.put(accountId, right);
    return new ScriptAudience(isRestricted, more);
  }

  /** The same without an account. */
  public ScriptAudience without(long accountId) {
    Map<Long, Right> fewer = new TreeMap<>(rights);
    fewer.remove(accountId);
    return new ScriptAudience(isRestricted, fewer);
  }

  /**
   * What is other than before, in a few words, for the audit log.
   *
   * @param names of accounts, by their numbers
   */
  String told(ScriptAudience before, Map<Long, String> names) {
    List<String> changes = new ArrayList<>();
    if (isRestricted != before.isRestricted) {
      changes.add(isRestricted ? "restricted" : "open to everybody");
    }
    Set<Long> all = new TreeSet<>(before.rights.keySet());
    all.addAll(rights.keySet());
    for (Long account : all) {
      Right right = rights.get(account);
      if (right != before.rights.get(account)) {
        changes.add(names.get(account) + ": " + (right == null ? "by role" : right.word()));
      }
    }
    return String.join(", ", changes);
  }

  /** Refuses to take the right to change this from whoever asks for it. */
  void checkKept(long accountId) {
    if (rights.get(accountId) != Right.MANAGE) {
      throw new Problem(
          ProblemKind.LOCKS_OUT,
          FilledMessage.of("rights.locks_out"),
          FilledMessage.of("rights.locks_out_next"));
    }
  }
}
