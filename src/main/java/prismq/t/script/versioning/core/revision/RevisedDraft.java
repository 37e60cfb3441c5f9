package prismq.t.script.versioning.core.revision;

import java.util.List;
import prismq.t.script.versioning.core.fountain.Screenplay;

/**
 * A revision, laid out.
 *
 * @param revision its place among them, from 0
 * @param replaced labels of pages that take the place of those of the same label
 * @param inserted labels of pages that are new
 * @param removed labels of pages that are there no longer
 */
public record RevisedDraft(
    int revision,
    Screenplay screenplay,
    List<RevisedSheet> sheets,
    List<String> replaced,
    List<String> inserted,
    List<String> removed) {
  /** The pages that have to be printed. */
  public List<RevisedSheet> revisedSheets() {
    return sheets.stream().filter(RevisedSheet::isRevised).toList();
  }

  /** How many lines changed in it. */
  public long changedLines() {
    return sheets.stream().mapToLong(sheet -> sheet.changedLines(revision)).sum();
  }
}
