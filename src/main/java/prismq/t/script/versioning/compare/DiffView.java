package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.diff.Hunk;
import prismq.t.script.versioning.core.diff.Row;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.web.Json;

/**
 * What a page shows of a diff.
 *
 * @param hunks with so many rows at most as the page shows
 * @param hiddenRows number of rows that are left out at the end
 * @param notices what a reader would otherwise wonder about
 */
public record DiffView(
    Diff.Statistics statistics, List<Hunk> hunks, int hiddenRows, List<String> notices) {
  /** So many rows a page shows at first, and more on demand. */
  public static final int ROWS = 1_000;

  private static final int CONTEXT = 3;
  private static final DiffGenerator GENERATOR = new DiffGenerator();

  /** The view of what changed, of so many rows at most. */
  public static DiffView of(ScriptText from, ScriptText to, int rows) {
    Diff diff = GENERATOR.diff(from, to);
    List<Hunk> shown = new ArrayList<>();
    int shownRows = 0;
    int hiddenRows = 0;
    for (Hunk hunk : diff.hunks(CONTEXT)) {
      int take = Math.min(hunk.rows().size(), rows - shownRows);
      if (take > 0) {
        // Copied, because a row is made anew each time it is read from its hunk.
        shown.add(
            new Hunk(
                hunk.fromStart(),
                hunk.fromLines(),
                hunk.toStart(),
                hunk.toLines(),
                List.copyOf(hunk.rows().subList(0, take))));
      }
      shownRows += take;
      hiddenRows += hunk.rows().size() - take;
    }
    return new DiffView(diff.statistics(), shown, hiddenRows, notices(diff, from, to));
  }

  private static List<String> notices(Diff diff, ScriptText from, ScriptText to) {
    List<String> notices = new ArrayList<>();
    if (diff.isEmpty()) {
      notices.add("Both texts are the same, byte for byte.");
    }
    if (diff.coarse()) {
      notices.add(
          "These texts are so tangled that the comparison is a coarse one: more may be marked than"
              + " has changed.");
    }
    if (!from.exactlyDecoded() || !to.exactlyDecoded()) {
      notices.add("Some bytes are not UTF-8. They are kept exactly, and shown here as \ufffd.");
    }
    if (hasCarriageReturns(from) != hasCarriageReturns(to)) {
      notices.add(
          hasCarriageReturns(from)
              ? "The line endings changed from CRLF (Windows) to LF."
              : "The line endings changed from LF to CRLF (Windows).");
    }
    if (from.hasByteOrderMark() != to.hasByteOrderMark()) {
      notices.add(
          from.hasByteOrderMark()
              ? "The byte order mark at the start went."
              : "A byte order mark came at the start.");
    }
    return notices;
  }

  /** Whether most lines end with CRLF; a few odd ones are no change of the line endings. */
  private static boolean hasCarriageReturns(ScriptText text) {
    long lines = text.exactLines().stream().filter(line -> line.endsWith("\r\n")).count();
    return lines * 2 > text.lineCount();
  }

  /** Whether nothing changed. */
  public boolean isEmpty() {
    return hunks.isEmpty();
  }

  /** The rows of the unified table as HTML, all text escaped. */
  public String tableRows() {
    return DiffTable.of(hunks);
  }

  /** The diff as diff2html takes it, safe inside a script element. */
  public String diff2html() {
    return Json.inScript(hunks.stream().map(DiffView::block).toList());
  }

  private static Map<String, Object> block(Hunk hunk) {
    // In an order that is the same after every start, or a page's ETag would change with it.
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("header", hunk.header());
    block.put("from", hunk.fromStart());
    block.put("to", hunk.toStart());
    block.put("lines", hunk.rows().stream().map(DiffView::line).toList());
    return block;
  }

  private static List<Object> line(Row row) {
    return List.of(sign(row), row.fromLine(), row.toLine(), row.text(), row.endsWithNewline());
  }

  private static String sign(Row row) {
    return switch (row.kind()) {
      case UNCHANGED -> " ";
      case DELETED -> "-";
      case INSERTED -> "+";
    };
  }
}
