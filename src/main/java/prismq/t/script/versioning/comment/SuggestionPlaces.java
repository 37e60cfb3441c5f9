package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.search.Passages;

/** Finds where suggestions stand in versions, as threads are found. For several threads. */
final class SuggestionPlaces {
  private final Passages passages;
  private final ThreadPlaces places = new ThreadPlaces(CacheBound.SUGGESTION_PLACES);

  SuggestionPlaces(Passages passages) {
    this.passages = passages;
  }

  /** What placing takes, read in one view. */
  private record PlaceSources(ThreadPlaces.ScriptLineage lineage, ScriptText text) {}

  /** Where they stand in a version; of those that are decided on that is not found. */
  List<PlacedSuggestion> of(String scriptId, int version, List<Suggestion> suggestions) {
    List<CommentThread> open =
        suggestions.stream().filter(Suggestion::isOpen).map(SuggestionPlaces::asThread).toList();
    PlaceSources sources =
        passages.view(
            scriptId,
            view ->
                new PlaceSources(
                    new ThreadPlaces.ScriptLineage(scriptId, passages.history(view), view.graph()),
                    view.content(view.version(version).versionNumber())));
    Map<Long, Placement> found =
        open.isEmpty() ? Map.of() : places.of(sources.lineage, version, open);
    List<Placement> inOrder = open.stream().map(thread -> found.get(thread.id())).toList();
    List<@Nullable CodePointRange> ranges = PointRanges.of(sources.text, inOrder);
    List<PlacedSuggestion> placed = new ArrayList<>();
    int next = 0;
    for (Suggestion suggestion : suggestions) {
      if (suggestion.isOpen()) {
        placed.add(new PlacedSuggestion(suggestion, inOrder.get(next), ranges.get(next)));
        next++;
      } else {
        placed.add(new PlacedSuggestion(suggestion, null, null));
      }
    }
    return placed;
  }

  /** A thread on the same words, so that it is placed as one. */
  static CommentThread asThread(Suggestion suggestion) {
    return new CommentThread(
        suggestion.id(),
        suggestion.anchor(),
        suggestion.createdAt(),
        null,
        List.of(),
        List.of(),
        null);
  }
}
