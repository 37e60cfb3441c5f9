package prismq.t.script.versioning.access;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.ReadableScripts;

/**
 * What is said of one account on single scripts, besides its role.
 *
 * @param named the rights it is named with, by the ids of the scripts
 * @param hidden the numbers of restricted scripts that do not name it, by their ids
 * @param only the numbers of the scripts that all this is limited to, by their ids; null for all
 * @param key equal for all of whom the same is said
 */
public record ScriptGrants(
    Map<String, Right> named,
    Map<String, Long> hidden,
    @Nullable Map<String, Long> only,
    String key) {
  /** Nothing: the role counts everywhere. */
  public static final ScriptGrants NONE = of(Map.of(), Map.of());

  static ScriptGrants of(Map<String, Right> named, Map<String, Long> hidden) {
    String all = new TreeMap<>(named) + "\n" + new TreeMap<>(hidden);
    return new ScriptGrants(
        Map.copyOf(named),
        Map.copyOf(hidden),
        null,
        ContentHash.of(all.getBytes(StandardCharsets.UTF_8)).hex());
  }

  /** The same on some scripts only. */
  ScriptGrants only(Map<String, Long> scripts) {
    return new ScriptGrants(
        named, hidden, Map.copyOf(scripts), key + new TreeSet<>(scripts.values()));
  }

  /** The right on a script; null where the role counts. */
  @Nullable Right on(String scriptId, boolean isAdmin) {
    if (only != null && !only.containsKey(scriptId)) {
      return Right.NONE;
    }
    if (isAdmin) {
      return null;
    }
    return hidden.containsKey(scriptId) ? Right.NONE : named.get(scriptId);
  }

  ReadableScripts readable(boolean isAdmin) {
    if (only == null) {
      return isAdmin ? ReadableScripts.ALL : ReadableScripts.allBut(hidden.values());
    }
    Set<Long> readable = new TreeSet<>(only.values());
    if (!isAdmin) {
      readable.removeAll(hidden.values());
    }
    return ReadableScripts.only(readable);
  }
}
