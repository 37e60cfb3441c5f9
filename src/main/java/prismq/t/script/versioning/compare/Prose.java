package prismq.t.script.versioning.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Diff;

/**
 * The prose view of a comparison, or a piece of it.
 *
 * @param html the piece, all text escaped
 * @param marks where changes lie in the whole text
 * @param earlierUrl the piece before; null where this is the first one
 * @param laterUrl the piece after; null where this is the last one
 * @param hasMore whether there is more than is shown
 */
public record Prose(
    String html,
    List<ChangeStrip.Mark> marks,
    @Nullable String earlierUrl,
    @Nullable String laterUrl,
    boolean hasMore) {
  static Prose of(
      Comparison comparison, ViewOptions wanted, ShownChanges shown, @Nullable DiffLinks links) {
    Diff diff = comparison.diff();
    ProsePlaces places = new ProsePlaces(diff, wanted);
    ViewOptions options = wanted.within(places.pieces());
    String html = ProseHtml.of(comparison, options, shown, places, links);
    boolean hasMore = options.piece() < places.pieces();
    if (links == null) {
      return new Prose(html, List.of(), null, null, hasMore);
    }
    return new Prose(
        html,
        ChangeStrip.marks(diff, shown, places.places(), options, links),
        options.piece() == 1 ? null : options.atPiece(options.piece() - 1).addTo(links.url()),
        hasMore ? options.atPiece(options.piece() + 1).addTo(links.url()) : null,
        hasMore);
  }
}
