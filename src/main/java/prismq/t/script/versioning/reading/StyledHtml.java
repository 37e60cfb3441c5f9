package prismq.t.script.versioning.reading;

import prismq.t.script.versioning.core.fountain.Emphasis;
import prismq.t.script.versioning.core.fountain.StyledRun;
import prismq.t.script.versioning.web.Html;

/** Writes the emphasis of Fountain as HTML. */
final class StyledHtml {
  private StyledHtml() {}

  /** Writes a stretch of a line in which nothing changes its looks. */
  interface PlainWriter {
    /** Adds the characters of the line between two places. */
    void add(int start, int end);
  }

  /** Adds a whole line. */
  static void add(Html html, String text) {
    add(html, text, 0, Integer.MAX_VALUE, (start, end) -> html.text(text, start, end));
  }

  /** Adds a part of a line, given by its characters without the signs of emphasis. */
  static void add(Html html, String text, int from, int to, PlainWriter plain) {
    int shown = 0;
    for (StyledRun run : Emphasis.of(text)) {
      int length = run.end() - run.start();
      int start = run.start() + Math.max(0, Math.min(length, from - shown));
      int end = run.start() + Math.max(0, Math.min(length, to - shown));
      if (start < end) {
        add(html, run, start, end, plain);
      }
      shown += length;
    }
  }

  private static void add(Html html, StyledRun run, int start, int end, PlainWriter plain) {
    html.raw(run.isBold() ? "<b>" : "").raw(run.isItalic() ? "<i>" : "");
    html.raw(run.isUnderlined() ? "<u>" : "");
    plain.add(start, end);
    html.raw(run.isUnderlined() ? "</u>" : "");
    html.raw(run.isItalic() ? "</i>" : "").raw(run.isBold() ? "</b>" : "");
  }
}
