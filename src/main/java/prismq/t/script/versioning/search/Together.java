package prismq.t.script.versioning.search;

import org.jspecify.annotations.Nullable;

/**
 * The newest place that has all words of a search, though no paragraph has.
 *
 * @param versionNumber the version that has it
 * @param heading the first line of the scene or section; null where it is the whole text, or what
 *     stands before the first heading
 */
public record Together(int versionNumber, @Nullable String heading) {
  /** How near to each other words are, the nearest first. */
  enum Scope {
    SECTION,
    SCRIPT
  }
}
