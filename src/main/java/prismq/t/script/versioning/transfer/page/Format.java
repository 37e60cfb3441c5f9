package prismq.t.script.versioning.transfer.page;

import java.util.Set;
import java.util.function.Predicate;
import prismq.t.script.versioning.transfer.imports.ImportContext;

/**
 * A kind of source that the page takes.
 *
 * @param name as in “This is …”
 * @param says what is imported from it, and how one is made
 * @param files whether a file is imported alone or together with others
 * @param isRecognised tells it by how the file begins
 * @param asks what can be chosen
 * @param work imports it
 */
record Format(
    String name,
    String says,
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

  /** Whether this field can be chosen. */
  public boolean asks(String field) {
    return asks.contains(Choices.ImportField.valueOf(field));
  }
}
