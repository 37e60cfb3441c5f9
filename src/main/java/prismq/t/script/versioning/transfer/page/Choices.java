package prismq.t.script.versioning.transfer.page;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.transfer.folder.DraftChoices;
import prismq.t.script.versioning.transfer.folder.DraftOrder;

/**
 * The choices of an import; a format asks only for some of them.
 *
 * @param script the script it goes to; empty to have it made of names in the source
 * @param title title of that script if it is new
 * @param author who wrote it, if the source does not say
 * @param path the only file of a repository, or page of a wiki, to take; empty for all
 * @param project what the ids of all scripts begin with; empty for nothing
 * @param order of drafts, by names or dates
 * @param encoding of texts that do not tell it; empty to have it guessed
 * @param zipNames the encoding of names that do not tell it; empty to have it guessed
 */
record Choices(
    String script,
    String title,
    String author,
    String path,
    String project,
    String order,
    String encoding,
    String zipNames) {
  /** One of them. */
  enum ImportField {
    SCRIPT,
    TITLE,
    AUTHOR,
    PATH,
    PAGE,
    PROJECT,
    ORDER,
    ENCODING,
    ZIP_NAMES
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

  /** What is chosen of drafts that go to this script; null to have it made of the names. */
  DraftChoices ofDrafts(@Nullable String scriptOrNull) {
    return new DraftChoices(
        scriptOrNull,
        author,
        order.equals(DraftOrder.DATES.toString()) ? DraftOrder.DATES : DraftOrder.NAMES,
        chosen(encoding),
        chosen(zipNames));
  }

  private static @Nullable TextEncoding chosen(String name) {
    return name.isEmpty() ? null : TextEncoding.named(name).orElse(null);
  }

  /** Whether the same would be imported with these. */
  boolean leadToTheSameAs(Choices other) {
    return script.equals(other.script)
        && path.equals(other.path)
        && project.equals(other.project)
        && order.equals(other.order)
        && encoding.equals(other.encoding)
        && zipNames.equals(other.zipNames)
        && author.isBlank() == other.author.isBlank();
  }
}
