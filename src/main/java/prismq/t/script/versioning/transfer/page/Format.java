package prismq.t.script.versioning.transfer.page;

import java.util.Set;
import java.util.function.Predicate;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.transfer.imports.ImportContext;

/**
 * A kind of source that the page takes.
 *
 * @param key of its messages
 * @param files whether a file is imported alone or together with others
 * @param isRecognised tells it by how the file begins
 * @param asks what can be chosen
 * @param work imports it
 */
record Format(
    String key,
    Files files,
    Predicate<Opening> isRecognised,
    Set<Choices.ImportField> asks,
    Importer work) {
  /** How many files of a kind are imported at once. */
  enum Files {
    /** Each file is a whole source. */
    ALONE,
    /** Any number of files are one source. */
    TOGETHER
  }

  /** Imports a source. */
  interface Importer {
    /** Imports it, or previews it, as the context says. */
    void run(ImportContext context, Upload upload, Choices choices) throws Exception;
  }

  /** What it is, as in “This is …”. */
  public String name() {
    return Messages.text("import.format." + key);
  }

  /** What is imported from it, and how one is made. */
  public String says() {
    return Messages.text("import.format." + key + ".says");
  }

  /** Whether this field can be chosen. */
  public boolean asks(String field) {
    return asks.contains(Choices.ImportField.valueOf(field));
  }
}
