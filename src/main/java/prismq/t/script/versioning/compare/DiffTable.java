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
  private final StringBuilder html = new StringBuilder();

  private DiffTable() {}

  static String of(List<Hunk> hunks) {
    DiffTable table = new DiffTable();
    hunks.forEach(table::hunk);
    return table.html.toString();
  }

  private void hunk(Hunk hunk) {
    html.append("<tbody>\n<tr class=\"hunk\"><th scope=\"rowgroup\" colspan=\"3\">");
    text(hunk.header());
    html.append("</th></tr>\n");
    hunk.rows().forEach(this::row);
    html.append("</tbody>\n");
  }

  private void row(Row row) {
    html.append(
        switch (row.kind()) {
          case UNCHANGED -> "<tr class=\"unchanged\">";
          case DELETED -> "<tr class=\"deleted\">";
          case INSERTED -> "<tr class=\"inserted\">";
        });
    line(row.fromLine());
    line(row.toLine());
    html.append("<td class=\"content\" dir=\"auto\">");
    html.append(
        switch (row.kind()) {
          case UNCHANGED -> "";
          case DELETED -> "<span class=\"hidden\">Deleted: </span>";
          case INSERTED -> "<span class=\"hidden\">Inserted: </span>";
        });
    row.segments().forEach(this::segment);
    if (!row.endsWithNewline()) {
      html.append("<span class=\"hint\"> (no line break at the end)</span>");
    }
    html.append("</td></tr>\n");
  }

  private void line(int number) {
    html.append("<td class=\"line\">");
    if (number > 0) {
      html.append(number);
    }
    html.append("</td>");
  }

  private void segment(Segment segment) {
    switch (segment.kind()) {
      case UNCHANGED -> text(segment.text());
      case DELETED -> element("del", segment.text());
      case INSERTED -> element("ins", segment.text());
    }
  }

  private void element(String name, String text) {
    html.append('<').append(name).append('>');
    text(text);
    html.append("</").append(name).append('>');
  }

  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
