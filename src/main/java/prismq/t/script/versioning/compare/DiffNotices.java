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
    if (from.equals(to)) {
      notices.add("Both texts are the same, byte for byte.");
    } else if (diff.isEmpty()) {
      notices.add("No word changed.");
    }
    if (!from.encoding().equals(to.encoding())) {
      notices.add(
          "The encoding changed from "
              + from.encoding().label()
              + " to "
              + to.encoding().label()
              + ".");
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
      notices.add(
          "Some bytes are not "
              + (from.exactlyDecoded() ? to : from).encoding().label()
              + ". They are kept exactly, and shown here as \ufffd.");
    }
    if (from.endsLinesWithCarriageReturnsAlone() != to.endsLinesWithCarriageReturnsAlone()) {
      notices.add(
          from.endsLinesWithCarriageReturnsAlone()
              ? "The line endings changed from CR (old Mac) to "
                  + (to.endsLinesWithCarriageReturns() ? "CRLF (Windows)." : "LF.")
              : "The line endings changed from "
                  + (from.endsLinesWithCarriageReturns() ? "CRLF (Windows)" : "LF")
                  + " to CR (old Mac).");
    } else if (from.endsLinesWithCarriageReturns() != to.endsLinesWithCarriageReturns()) {
      notices.add(
          from.endsLinesWithCarriageReturns()
              ? "The line endings changed from CRLF (Windows) to LF."
              : "The line endings changed from LF to CRLF (Windows).");
    } else if (!diff.isEmpty() && diff.changes().isEmpty()) {
      notices.add(
          "Only the endings of some lines changed, between LF, CRLF (Windows) and CR (old Mac).");
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
