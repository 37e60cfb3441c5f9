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
 * What is said of one account on single scripts, besides its role, by whatever names it: itself or
 * a group it is in, on the script or on its project.
 *
 * @param named the rights it is named with, by the ids of the scripts
 * @param hidden the numbers of restricted scripts that do not name it, by their ids
 * @param projects what is said of it on projects themselves
 * @param only the numbers of the scripts that all this is limited to, by their ids; null for all
 * @param key equal for all of whom the same is said
 */
public record ScriptGrants(
    Map<String, Right> named,
    Map<String, Long> hidden,
    ProjectGrants projects,
    @Nullable Map<String, Long> only,
    String key) {
  /** Nothing: the role counts everywhere. */
  public static final ScriptGrants NONE = of(Map.of(), Map.of(), ProjectGrants.NONE);

  static ScriptGrants of(
      Map<String, Right> named, Map<String, Long> hidden, ProjectGrants projects) {
    String all =
        String.join(
            "\n",
            new TreeMap<>(named).toString(),
            new TreeMap<>(hidden).toString(),
            new TreeMap<>(projects.named()).toString(),
            new TreeSet<>(projects.hidden()).toString());
    return new ScriptGrants(
        Map.copyOf(named),
        Map.copyOf(hidden),
        projects,
        null,
        ContentHash.of(all.getBytes(StandardCharsets.UTF_8)).hex());
  }

  /** The same on some scripts and projects only. */
  ScriptGrants only(Map<String, Long> scripts, Set<Long> onlyProjects) {
    return new ScriptGrants(
        named,
        hidden,
        projects.only(onlyProjects),
        Map.copyOf(scripts),
        key + new TreeSet<>(scripts.values()) + new TreeSet<>(onlyProjects));
  }

  /** The right on something that rights are given on; null where the role counts. */
  @Nullable Right on(Thing.Guarded thing, boolean isAdmin) {
    return thing instanceof Thing.GuardedScript script
        ? on(script.scriptId(), isAdmin)
        : projects.on(((Thing.GuardedProject) thing).projectId(), isAdmin);
  }

  /** Whether something names it, or a group that it is in. */
  public boolean isNamed(Thing.Guarded thing) {
    return named(thing) != null;
  }

  /** The best right that it is named with, if it is. */
  @Nullable Right named(Thing.Guarded thing) {
    return thing instanceof Thing.GuardedScript script
        ? named.get(script.scriptId())
        : projects.named().get(((Thing.GuardedProject) thing).projectId());
  }

  private @Nullable Right on(String scriptId, boolean isAdmin) {
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
