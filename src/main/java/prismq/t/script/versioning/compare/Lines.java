package prismq.t.script.versioning.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Diff;

/**
 * The lines of a comparison, a panel of them at a time: a table, which diff2html lays out where
 * there is JavaScript.
 *
 * @param html the rows of the table, all text escaped; empty where no change is shown
 * @param marks where changes lie in the whole text
 * @param isShortened whether something of a long line is left out
 * @param wholeUrl where nothing is left out; null where there is no page to lead to
 * @param hiddenRows number of rows after the panel
 * @param earlierUrl the panel before; null where this is the first one
 * @param laterUrl the panel after; null where this is the last one
 */
public record Lines(
    String html,
    List<ChangeStrip.Mark> marks,
    boolean isShortened,
    @Nullable String wholeUrl,
    int hiddenRows,
    @Nullable String earlierUrl,
    @Nullable String laterUrl) {
  static Lines of(
      Comparison comparison, ViewOptions wanted, ShownChanges shown, @Nullable DiffLinks links) {
    Diff diff = comparison.diff();
    LinePlaces places = new LinePlaces(diff, wanted);
    ViewOptions options = wanted.within(places.pieces());
    int piece = options.piece();
    DiffTable table = DiffTable.of(comparison, options, shown, places, links);
    int hiddenRows = places.rowsAfter(piece);
    if (links == null) {
      return new Lines(table.html(), List.of(), table.isShortened(), null, hiddenRows, null, null);
    }
    return new Lines(
        table.html(),
        ChangeStrip.marks(diff, shown, places.places(), options, links),
        table.isShortened(),
        links.wholeUrl(),
        hiddenRows,
        piece == 1 ? null : options.atPiece(piece - 1).addTo(links.url()),
        hiddenRows == 0 ? null : options.atPiece(piece + 1).addTo(links.url()));
  }
}
