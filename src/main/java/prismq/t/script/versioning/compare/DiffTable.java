package prismq.t.script.versioning.compare;

import java.util.List;
import prismq.t.script.versioning.core.diff.Hunk;
import prismq.t.script.versioning.core.diff.Row;
import prismq.t.script.versioning.core.diff.Segment;

/**
 * The rows of a comparison as HTML. A page has up to a thousand of them, which took a template most
 * of the time of the page.
 */
final class DiffTable {
  private final DiffHtml html = new DiffHtml();

  private DiffTable() {}

  static String of(List<Hunk> hunks) {
    DiffTable table = new DiffTable();
    hunks.forEach(table::hunk);
    return table.html.toString();
  }

  private void hunk(Hunk hunk) {
    html.raw("<tbody>\n<tr class=\"hunk\"><th scope=\"rowgroup\" colspan=\"3\">");
    html.text(hunk.header());
    html.raw("</th></tr>\n");
    hunk.rows().forEach(this::row);
    html.raw("</tbody>\n");
  }

  private void row(Row row) {
    html.raw(
        switch (row.kind()) {
          case UNCHANGED -> "<tr class=\"unchanged\">";
          case DELETED -> "<tr class=\"deleted\">";
          case INSERTED -> "<tr class=\"inserted\">";
        });
    line(row.fromLine());
    line(row.toLine());
    html.raw("<td class=\"content\" dir=\"auto\">");
    html.raw(
        switch (row.kind()) {
          case UNCHANGED -> "";
          case DELETED -> "<span class=\"hidden\">Deleted: </span>";
          case INSERTED -> "<span class=\"hidden\">Inserted: </span>";
        });
    row.segments().forEach(this::segment);
    if (!row.endsWithNewline()) {
      html.raw("<span class=\"hint\"> (no line break at the end)</span>");
    }
    html.raw("</td></tr>\n");
  }

  private void line(int number) {
    html.raw("<td class=\"line\">");
    if (number > 0) {
      html.raw(number);
    }
    html.raw("</td>");
  }

  private void segment(Segment segment) {
    switch (segment.kind()) {
      case UNCHANGED -> html.text(segment.text());
      case DELETED -> element("del", segment.text());
      case INSERTED -> element("ins", segment.text());
    }
  }

  private void element(String name, String text) {
    html.raw("<" + name + ">").text(text).raw("</" + name + ">");
  }
}
