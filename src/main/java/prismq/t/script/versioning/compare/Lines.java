package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Hunk;
import prismq.t.script.versioning.core.diff.Row;
import prismq.t.script.versioning.web.Json;

/**
 * The lines of a comparison, a panel of them at a time, for diff2html and for those without
 * JavaScript.
 *
 * @param hunks with so many rows at most as a panel has
 * @param changes the numbers and ids of the changes that are shown
 * @param hiddenRows number of rows after them
 * @param earlierUrl the panel before; null where this is the first one
 * @param laterUrl the panel after; null where this is the last one
 */
public record Lines(
    List<Hunk> hunks,
    Map<Integer, String> changes,
    int hiddenRows,
    @Nullable String earlierUrl,
    @Nullable String laterUrl) {
  static Lines of(Diff diff, ViewOptions wanted, ShownChanges shown, @Nullable DiffLinks links) {
    List<Hunk> hunks = diff.hunks(wanted.context(), wanted.ignored());
    Panels panels = Panels.of(hunks);
    ViewOptions options = wanted.within(panels.size());
    int first = panels.start(options.piece());
    int last = panels.end(options.piece());
    int position = 0;
    List<Hunk> panel = new ArrayList<>();
    for (Hunk hunk : hunks) {
      int start = Math.max(0, first - position);
      int end = Math.min(hunk.rows().size(), last - position);
      if (start < end) {
        panel.add(part(hunk, start, end));
      }
      position += hunk.rows().size();
    }
    int hidden = position - last;
    Map<Integer, String> changes = new LinkedHashMap<>();
    shown.changes().forEach(change -> changes.put(change.number(), change.id()));
    return new Lines(
        panel,
        changes,
        hidden,
        links == null || options.piece() == 1
            ? null
            : options.atPiece(options.piece() - 1).addTo(links.url()),
        links == null || hidden == 0
            ? null
            : options.atPiece(options.piece() + 1).addTo(links.url()));
  }

  /** Copied, because a row is made anew each time it is read from its hunk. */
  private static Hunk part(Hunk hunk, int start, int end) {
    return new Hunk(
        hunk.fromStart(),
        hunk.fromLines(),
        hunk.toStart(),
        hunk.toLines(),
        List.copyOf(hunk.rows().subList(start, end)));
  }

  /** The rows of the table for those without JavaScript, all text escaped. */
  public String tableRows() {
    return DiffTable.of(hunks);
  }

  /** The lines as diff2html takes them, safe inside a script element. */
  public String diff2html() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("changes", changes);
    data.put("blocks", hunks.stream().map(Lines::block).toList());
    return Json.inScript(data);
  }

  private static Map<String, Object> block(Hunk hunk) {
    // In an order that is the same after every start, or a page's ETag would change with it.
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("header", hunk.header());
    block.put("from", hunk.fromStart());
    block.put("to", hunk.toStart());
    block.put("lines", hunk.rows().stream().map(Lines::line).toList());
    return block;
  }

  private static List<Object> line(Row row) {
    return List.of(
        sign(row), row.fromLine(), row.toLine(), row.text(), row.endsWithNewline(), row.change());
  }

  private static String sign(Row row) {
    return switch (row.kind()) {
      case UNCHANGED -> " ";
      case DELETED -> "-";
      case INSERTED -> "+";
    };
  }
}
