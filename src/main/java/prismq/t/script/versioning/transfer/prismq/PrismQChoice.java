package prismq.t.script.versioning.transfer.prismq;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * What of PrismQ is imported, and where to.
 *
 * @param stories ids of the only stories to import from a database; empty for all
 * @param project what the scripts of a database are called before {@code -story-1}; null for
 *     nothing
 * @param script the script that a review history goes to; null to have it made of the file's name
 */
public record PrismQChoice(Set<Long> stories, @Nullable String project, @Nullable String script) {
  private static final int MAX_PROJECT_LENGTH = 60;

  /** Everything, under its own name. */
  public static final PrismQChoice ALL = new PrismQChoice(Set.of(), null, null);

  /** Checks the names. */
  public PrismQChoice {
    stories = Set.copyOf(stories);
    if (script != null) {
      Script.checkedId(script);
    }
    if (project != null && Script.checkedId(project).length() > MAX_PROJECT_LENGTH) {
      throw new ImportException(FilledMessage.of("import.prismq.long_project", MAX_PROJECT_LENGTH));
    }
  }

  boolean takes(long story) {
    return stories.isEmpty() || stories.contains(story);
  }

  String scriptId(long story) {
    return (project == null ? "" : project + "-") + "story-" + story;
  }
}
