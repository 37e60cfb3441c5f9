package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ScriptText;

/** Notices for the reader of a comparison. */
final class DiffNotices {
  private DiffNotices() {}

  /**
   * The notices, each a sentence or two.
   *
   * @param hidden number of changes that are not shown, because they are of ignored categories
   */
  static List<String> of(Comparison comparison, int hidden) {
    ScriptText from = comparison.from();
    ScriptText to = comparison.to();
    Diff diff = comparison.diff();
    List<String> notices = new ArrayList<>();
    if (diff.isEmpty()) {
      notices.add("Both texts are the same, byte for byte.");
    }
    if (hidden > 0) {
      notices.add(
          hidden == 1
              ? "One change is not shown, because it is of a kind that you chose to ignore."
              : hidden
                  + " changes are not shown, because they are of a kind that you chose to ignore.");
    }
    if (diff.coarse()) {
      notices.add(
          "These texts are so long or so tangled that the comparison is a coarse one: more may be"
              + " marked than has changed.");
    }
    if (!from.exactlyDecoded() || !to.exactlyDecoded()) {
      notices.add("Some bytes are not UTF-8. They are kept exactly, and shown here as \ufffd.");
    }
    if (from.endsLinesWithCarriageReturns() != to.endsLinesWithCarriageReturns()) {
      notices.add(
          from.endsLinesWithCarriageReturns()
              ? "The line endings changed from CRLF (Windows) to LF."
              : "The line endings changed from LF to CRLF (Windows).");
    } else if (!diff.isEmpty() && diff.changes().isEmpty()) {
      notices.add("Only the endings of some lines changed, between LF and CRLF (Windows).");
    }
    if (from.hasByteOrderMark() != to.hasByteOrderMark()) {
      notices.add(
          from.hasByteOrderMark()
              ? "The byte order mark at the start went."
              : "A byte order mark came at the start.");
    }
    return notices;
  }
}
