package prismq.t.script.versioning.revision;

import java.util.List;
import java.util.stream.Collectors;
import prismq.t.script.versioning.core.fountain.Emphasis;
import prismq.t.script.versioning.core.revision.RevisedDraft;
import prismq.t.script.versioning.core.revision.RevisedSheet;

/**
 * A screenplay as it is printed.
 *
 * @param revisions up to the one that is printed; none where it is a version without a colour
 * @param isRevisedOnly whether only the pages are printed that changed in it
 */
record PrintedScreenplay(
    String scriptTitle,
    RevisedDraft draft,
    List<ScriptRevision> revisions,
    MarkedRevisions marks,
    boolean isRevisedOnly) {
  /** The title that it gives itself, else that of the script. */
  String title() {
    String own =
        draft.screenplay().titlePage().lines("title").stream()
            .map(Emphasis::plain)
            .map(String::strip)
            .collect(Collectors.joining(" "));
    return own.isBlank() ? scriptTitle : own;
  }

  boolean hasColors() {
    return !revisions.isEmpty();
  }

  /** The revision that is printed. */
  ScriptRevision shown() {
    return revisions.get(revisions.size() - 1);
  }

  List<RevisedSheet> sheets() {
    return isRevisedOnly ? draft.revisedSheets() : draft.sheets();
  }

  /** Whether the number of a page is printed: that of the first one is not, at first. */
  boolean isNumbered(RevisedSheet sheet) {
    return sheet.issue() > 0 || !sheet.label().equals("1");
  }
}
