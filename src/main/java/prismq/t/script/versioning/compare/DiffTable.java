package prismq.t.script.versioning.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.LinePlaces.PlacedRow;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Drawn;
import prismq.t.script.versioning.core.diff.Row;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Numbers;

/**
 * A panel of a comparison's lines as the rows of a table. A page has up to a thousand of them,
 * which took a template most of the time of the page.
 */
final class DiffTable {
  /** Most lines that are unfolded at once. */
  private static final int MAX_UNFOLDED = 500;

  /** Every part of the table begins with a row that may head it. */
  private static final String NO_HEADER =
      "<tr class=\"hunk\" hidden><td colspan=\"3\"></td></tr>\n";

  private final Diff diff;
  private final ViewOptions options;
  private final ShownChanges shown;
  private final BlockPlaces places;
  private final @Nullable DiffLinks links;
  private final Numbers numbers = new Numbers();
  private final Html html = new Html();
  private final ChangeActs acts;
  private final LetterMarks letters;
  private final MarkWords words = MarkWords.now();
  private final String lineAdded = Messages.text("compare.line.added");
  private final String lineRemoved = Messages.text("compare.line.removed");
  private final String lineMovedAway = Messages.text("compare.line.moved_away");
  private final String lineMovedHere = Messages.text("compare.line.moved_here");
  private final String noLineBreak = Messages.text("compare.no_line_break");
  private final String showThem = Messages.text("compare.show_them");
  private boolean isShortened;

  private DiffTable(
      Comparison comparison,
      ViewOptions options,
      ShownChanges shown,
      BlockPlaces places,
      @Nullable DiffLinks links) {
    this.diff = comparison.diff();
    this.options = options;
    this.shown = shown;
    this.places = places;
    this.links = links;
    this.acts = new ChangeActs(diff, html, links);
    this.letters = LetterMarks.of(comparison.from(), comparison.to(), options, links);
  }

  /**
   * The requested panel.
   *
   * @param links null where there is no page to lead to
   */
  static DiffTable of(
      Comparison comparison,
      ViewOptions options,
      ShownChanges shown,
      LinePlaces places,
      @Nullable DiffLinks links) {
    DiffTable table = new DiffTable(comparison, options, shown, places.places(), links);
    places.parts(options.piece()).forEach(table::part);
    return table;
  }

  /** The rows, all text escaped. */
  String html() {
    return html.toString();
  }

  /** Whether something of a long line is left out. */
  boolean isShortened() {
    return isShortened;
  }

  private void part(LinePlaces.PanelHunk part) {
    unchanged(part.before(), part.shift());
    if (options.hunks()) {
      html.raw("<tbody>\n<tr class=\"hunk\"><th scope=\"rowgroup\" colspan=\"3\">");
      html.text(part.header()).raw("</th></tr>\n");
    } else {
      html.raw("<tbody>\n").raw(NO_HEADER);
    }
    part.rows().forEach(this::row);
    html.raw("</tbody>\n");
    unchanged(part.after(), part.shiftAfter());
  }

  /** Unchanged lines, folded but for those that were asked for. */
  private void unchanged(LineRange lines, int shift) {
    if (lines.end() - lines.start() == 1) {
      // A fold takes as much room.
      unfolded(lines, shift);
      return;
    }
    int line = options.unfolded();
    if (line < lines.start() || line >= lines.end()) {
      fold(lines);
      return;
    }
    LineRange shownLines = new LineRange(line, Math.min(lines.end(), line + MAX_UNFOLDED));
    fold(new LineRange(lines.start(), line));
    unfolded(shownLines, shift);
    fold(new LineRange(shownLines.end(), lines.end()));
  }

  private void unfolded(LineRange lines, int shift) {
    int start = lines.start();
    html.raw("<tbody class=\"unfolded\" id=\"lines-").raw(start).raw("\">\n").raw(NO_HEADER);
    for (int at = start; at < lines.end(); at++) {
      String exactLine = diff.to().get(at);
      String text = ScriptText.displayLine(exactLine);
      List<Segment> segments = text.isEmpty() ? List.of() : List.of(Segment.unchanged(text));
      row(
          new PlacedRow(
              new Row(
                  Segment.SegmentKind.UNCHANGED,
                  at + shift + 1,
                  at + 1,
                  exactLine,
                  segments,
                  0,
                  false),
              null,
              0));
    }
    html.raw("</tbody>\n");
  }

  private void fold(LineRange lines) {
    if (lines.isEmpty()) {
      return;
    }
    html.raw("<tbody class=\"folded\" id=\"lines-").raw(lines.start());
    html.raw("\">\n<tr class=\"hunk\"><th scope=\"rowgroup\" colspan=\"3\">");
    String what = numbers.count(lines.end() - lines.start(), "unchanged line");
    if (links == null) {
      html.text(what);
    } else {
      String url = options.unfolding(lines.start()).addTo(links.url()) + "#lines-" + lines.start();
      html.raw("<a class=\"unfold\" href=\"").text(url).raw("\">").text(what);
      html.raw("<span class=\"hidden\">").text(showThem).raw("</span></a>");
    }
    html.raw("</th></tr>\n</tbody>\n");
  }

  private void row(PlacedRow placed) {
    Row row = placed.row();
    html.raw("<tr class=\"").raw(cssClass(row)).raw("\"");
    @Nullable Change change = shownChange(row);
    if (change != null) {
      place(row, change, placed.start());
    }
    if (placed.lineBeside() > 0) {
      html.raw(" data-beside=\"").raw(placed.lineBeside()).raw("\"");
    }
    letters.write(
        html,
        row.kind() == Segment.SegmentKind.DELETED ? diff.from().start(row.fromLine() - 1) : -1,
        row.toLine() > 0 ? diff.to().start(row.toLine() - 1) : -1);
    html.raw(">");
    line(row.fromLine());
    line(row.toLine());
    html.raw("<td class=\"content\">");
    Block start = placed.start();
    if (change != null && row.moved() && start != null) {
      move(start, change);
    }
    label(rowLabel(row));
    html.raw("<span class=\"text\" dir=\"auto\">");
    text(row);
    html.raw("</span>");
    if (links != null && change != null && startsChange(row, change, start)) {
      // Behind the text, so that lines start one below the other.
      acts.undo(change);
    }
    html.raw("</td></tr>\n");
  }

  private @Nullable Change shownChange(Row row) {
    return row.change() == 0 || shown.position(row.change()) == 0
        ? null
        : diff.changes().get(row.change() - 1);
  }

  private static String cssClass(Row row) {
    String kind =
        switch (row.kind()) {
          case UNCHANGED -> "unchanged";
          case DELETED -> "deleted";
          case INSERTED -> "inserted";
        };
    return row.moved() ? kind + " moved" : kind;
  }

  /** The change that a row belongs to; the other end of a move is not a change of its own. */
  private void place(Row row, Change change, @Nullable Block start) {
    boolean isOther = isOtherEnd(row, change);
    if (startsChange(row, change, start) || (isOther && start != null)) {
      html.raw(" id=\"change-").raw(change.number()).raw(isOther ? "-other\"" : "\"");
    }
    if (!isOther) {
      html.raw(" data-change=\"").raw(change.number()).raw("\"");
    }
    html.raw(" data-position=\"").raw(shown.position(change.number()));
    html.raw("\" tabindex=\"-1\"");
  }

  private static boolean startsChange(Row row, Change change, @Nullable Block start) {
    return !isOtherEnd(row, change) && change.blocks().get(0).equals(start);
  }

  private static boolean isOtherEnd(Row row, Change change) {
    boolean isAwayFirst = isAway(change.blocks().get(0));
    return row.moved() && isAwayFirst != (row.kind() == Segment.SegmentKind.DELETED);
  }

  private static boolean isAway(Block block) {
    return block.kind() == Block.Kind.MOVED_AWAY;
  }

  private void line(int number) {
    html.raw("<td class=\"line\">");
    if (number > 0) {
      html.raw(number);
    }
    html.raw("</td>");
  }

  private void move(Block block, Change change) {
    boolean isFirst = change.blocks().get(0).equals(block);
    String text =
        isAway(block)
            ? Messages.text("compare.moved_to_line", numbers.whole(change.toLines().firstNumber()))
            : Messages.text(
                "compare.moved_from_line", numbers.whole(change.fromLines().firstNumber()));
    text += isFirst ? " ↓" : " ↑";
    @Nullable String url = places.url(diff.otherEnd(block, block.move()), options, links);
    if (url == null) {
      html.raw("<span class=\"move\">").text(text).raw("</span>");
      return;
    }
    html.raw("<a class=\"move\" href=\"");
    html.text(url + "#change-" + change.number() + (isFirst ? "-other" : ""));
    html.raw("\">").text(text).raw("</a>");
  }

  private String rowLabel(Row row) {
    return switch (row.kind()) {
      case UNCHANGED -> "";
      case DELETED -> row.moved() ? lineMovedAway : lineRemoved;
      case INSERTED -> row.moved() ? lineMovedHere : lineAdded;
    };
  }

  /** Isolated, so that the label has no say in which direction the text is written. */
  private void label(String label) {
    if (!label.isEmpty()) {
      html.raw("<bdi class=\"hidden\">").text(label).raw(" </bdi>");
    }
  }

  private void text(Row row) {
    boolean isWhole = row.segments().size() == 1;
    List<Segment> drawn = Drawn.segments(row.segments());
    for (LongLine.LinePart part : LongLine.parts(row.exactLine().length(), drawn)) {
      part.segments().forEach(segment -> segment(segment, isWhole));
      if (part.leftOut() > 0) {
        isShortened = true;
        html.raw("<span class=\"left-out\"> … ");
        html.text(
            Messages.count("compare.left_out", part.leftOut(), numbers.whole(part.leftOut())));
        html.raw(" … </span>");
      }
    }
    if (!row.endsWithNewline()) {
      html.raw("<span class=\"hint\"> ").text(noLineBreak).raw("</span>");
    }
  }

  /**
   * @param isWhole whether the line has nothing else, so that its own label suffices
   */
  private void segment(Segment segment, boolean isWhole) {
    if (segment.kind() == Segment.SegmentKind.UNCHANGED || options.ignores(segment.category())) {
      html.text(segment.text());
      return;
    }
    boolean isDeleted = segment.kind() == Segment.SegmentKind.DELETED;
    if (segment.move() > 0) {
      html.raw(isDeleted ? "<del class=\"moved\">" : "<ins class=\"moved\">");
      label(isDeleted ? words.movedAway() : words.movedHere());
    } else {
      html.raw(isDeleted ? "<del" : "<ins");
      html.raw(isWhole ? " class=\"whole\">" : ProseText.cssClass(segment.text()));
    }
    if (!isWhole && segment.move() == 0) {
      label(isDeleted ? words.removed() : words.added());
    }
    html.text(segment.text()).raw(isDeleted ? "</del>" : "</ins>");
  }
}
