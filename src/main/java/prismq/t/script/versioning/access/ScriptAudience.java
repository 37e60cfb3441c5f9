package prismq.t.script.versioning.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who is named for a script, or for the scripts of a project.
 *
 * @param isRestricted whether only those may read it, and admins
 * @param rights by whom they are given to
 */
public record ScriptAudience(boolean isRestricted, Map<Grantee, Right> rights) {
  /** The same, restricted or not. */
  public ScriptAudience restricted(boolean restricted) {
    return new ScriptAudience(restricted, rights);
  }

  /** The same with a right of somebody, in place of what it had. */
  public ScriptAudience with(Grantee grantee, Right right) {
    Map<Grantee, Right> more = new TreeMap<>(rights);
    more.put(grantee, right);
    return new ScriptAudience(isRestricted, more);
  }

  /** The same without somebody. */
  public ScriptAudience without(Grantee grantee) {
    Map<Grantee, Right> fewer = new TreeMap<>(rights);
    fewer.remove(grantee);
    return new ScriptAudience(isRestricted, fewer);
  }

  /**
   * What is other than before, in a few words, for the audit log.
   *
   * @param names of accounts and groups
   */
  String told(ScriptAudience before, Map<Grantee, String> names) {
    List<String> changes = new ArrayList<>();
    if (isRestricted != before.isRestricted) {
      changes.add(isRestricted ? "restricted" : "open to everybody");
    }
    Set<Grantee> all = new TreeSet<>(before.rights.keySet());
    all.addAll(rights.keySet());
    for (Grantee grantee : all) {
      Right right = rights.get(grantee);
      if (right != before.rights.get(grantee)) {
        changes.add(names.get(grantee) + ": " + (right == null ? "by role" : right.word()));
      }
    }
    return String.join(", ", changes);
  }
}
