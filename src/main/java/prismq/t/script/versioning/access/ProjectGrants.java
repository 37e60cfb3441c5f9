package prismq.t.script.versioning.access;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one account on projects themselves, by their numbers.
 *
 * @param named the rights it is named with
 * @param hidden restricted ones that do not name it
 * @param only those that all this is limited to; null for all
 */
public record ProjectGrants(Map<Long, Right> named, Set<Long> hidden, @Nullable Set<Long> only) {
  static final ProjectGrants NONE = new ProjectGrants(Map.of(), Set.of(), null);

  /** The same on some projects only. */
  ProjectGrants only(Set<Long> projects) {
    return new ProjectGrants(named, hidden, Set.copyOf(projects));
  }

  /** The right on a project; null where the role counts. */
  @Nullable Right on(long project, boolean isAdmin) {
    if (only != null && !only.contains(project)) {
      return Right.NONE;
    }
    if (isAdmin) {
      return null;
    }
    return hidden.contains(project) ? Right.NONE : named.get(project);
  }
}
