package prismq.t.script.versioning.comment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.language.FilledMessage;

/** Says why suggestions were not accepted. */
final class LeftOpenRemarks {
  private LeftOpenRemarks() {}

  /** That its words were changed since, by another one where it is one of these. */
  static FilledMessage overlapping(PlacedSuggestion placed, List<Suggestion> others) {
    Suggestion own = placed.suggestion();
    int goneIn = placed.placement() == null ? 0 : placed.placement().goneIn();
    for (Suggestion other : others) {
      SuggestionDecision decision = other.decision();
      Integer acceptedIn = decision == null ? null : decision.acceptedIn();
      if (acceptedIn != null && (acceptedIn == goneIn || touches(own, other))) {
        return overlaps(other.id(), acceptedIn);
      }
    }
    return FilledMessage.of("suggestions.changed", own.id());
  }

  private static boolean touches(Suggestion own, Suggestion other) {
    ByteRange a = own.anchor().bytes();
    ByteRange b = other.anchor().bytes();
    return own.anchor().version() == other.anchor().version()
        && a.start() <= b.end()
        && b.start() <= a.end();
  }

  static FilledMessage overlaps(long other, @Nullable Integer version) {
    return FilledMessage.of("suggestions.overlaps", other, version);
  }

  static FilledMessage decided(long id, SuggestionDecision decision) {
    return decision.acceptedIn() == null
        ? FilledMessage.of("suggestions.was_rejected", id)
        : FilledMessage.of("suggestions.was_accepted", id, decision.acceptedIn());
  }

  static FilledMessage gone(PlacedSuggestion placed) {
    long id = placed.suggestion().id();
    int goneIn = placed.placement() == null ? 0 : placed.placement().goneIn();
    return goneIn == 0
        ? FilledMessage.of("suggestions.no_place", id)
        : FilledMessage.of("suggestions.gone", id, goneIn);
  }
}
