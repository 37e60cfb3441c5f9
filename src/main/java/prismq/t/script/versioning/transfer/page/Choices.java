package prismq.t.script.versioning.transfer.page;

import org.jspecify.annotations.Nullable;

/**
 * The choices of an import; a format asks only for some of them.
 *
 * @param script the script it goes to; empty to have it made of names in the source
 * @param title title of that script if it is new
 * @param author who wrote it, if the source does not say
 * @param path the only file of a repository, or page of a wiki, to take; empty for all
 * @param project what the ids of all scripts begin with; empty for nothing
 */
record Choices(String script, String title, String author, String path, String project) {
  /** One of them. */
  enum ImportField {
    SCRIPT,
    TITLE,
    AUTHOR,
    PATH,
    PAGE,
    PROJECT
  }

  @Nullable String scriptOrNull() {
    return script.isEmpty() ? null : script;
  }

  @Nullable String pathOrNull() {
    return path.isEmpty() ? null : path;
  }

  @Nullable String projectOrNull() {
    return project.isEmpty() ? null : project;
  }

  /** Whether the same would be imported with these. */
  boolean leadToTheSameAs(Choices other) {
    return script.equals(other.script)
        && path.equals(other.path)
        && project.equals(other.project)
        && author.isBlank() == other.author.isBlank();
  }
}
