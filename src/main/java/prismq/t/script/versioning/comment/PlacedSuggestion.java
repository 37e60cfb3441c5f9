package prismq.t.script.versioning.comment;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.anchor.AnchorState;
import prismq.t.script.versioning.core.anchor.Placement;
import prismq.t.script.versioning.core.text.CodePointRange;

/**
 * A suggestion and where it stands in a version.
 *
 * @param placement null once it is decided
 * @param range in code points of the version's text; null where it has no place
 */
public record PlacedSuggestion(
    Suggestion suggestion, @Nullable Placement placement, @Nullable CodePointRange range) {
  /** How it stands with it. */
  public SuggestionState state() {
    SuggestionDecision decision = suggestion.decision();
    if (decision != null) {
      return decision.acceptedIn() == null ? SuggestionState.REJECTED : SuggestionState.ACCEPTED;
    }
    return hasPlace() ? SuggestionState.OPEN : SuggestionState.NO_PLACE;
  }

  /** Whether its words, or others in their place, are known to stand in the version. */
  boolean hasPlace() {
    return placement != null && placement.bytes() != null && !placement.isGuess();
  }

  /** Whether its words stand there as they were. */
  boolean isUnchanged() {
    AnchorState state = placement == null ? AnchorState.GONE : placement.state();
    return hasPlace()
        && (state == AnchorState.HERE || state == AnchorState.MOVED || state == AnchorState.BACK);
  }
}
