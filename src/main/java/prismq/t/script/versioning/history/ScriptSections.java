package prismq.t.script.versioning.history;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of scripts is divided into: those that are pinned, then those of each project by its
 * name, then those of none.
 *
 * @param pinned ids of scripts
 * @param projects names of the projects of scripts, by the ids of these
 * @param only the one project whose scripts are listed; null for all scripts
 */
public record ScriptSections(
    Set<String> pinned, Map<String, String> projects, @Nullable String only) {
  /** A list without sections. */
  public static final ScriptSections NONE = new ScriptSections(Set.of(), Map.of(), null);

  /**
   * A section.
   *
   * @param rank what comes before others of a higher one
   * @param project null for scripts that are pinned, and those of none
   */
  public record ScriptSection(int rank, @Nullable String project)
      implements Comparable<ScriptSection> {
    private static final Comparator<ScriptSection> IN_ORDER =
        Comparator.comparingInt(ScriptSection::rank)
            .thenComparing(ScriptSection::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(ScriptSection::name);

    /** Whether it is of the pinned ones. */
    public boolean isPinned() {
      return rank == 0;
    }

    @Override
    public int compareTo(ScriptSection other) {
      return IN_ORDER.compare(this, other);
    }

    private String name() {
      return project == null ? "" : project;
    }
  }

  boolean include(Script script) {
    return only == null || only.equals(projects.get(script.scriptId()));
  }

  /** The section of a script. */
  public ScriptSection of(Script script) {
    @Nullable String project = projects.get(script.scriptId());
    if (pinned.contains(script.scriptId())) {
      return new ScriptSection(0, null);
    }
    return new ScriptSection(project == null ? 2 : 1, project);
  }
}
