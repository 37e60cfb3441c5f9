package prismq.t.script.versioning.api;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.api.ThreadJson.PlaceJson;
import prismq.t.script.versioning.comment.PlacedSuggestion;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.comment.SuggestionDecision;
import prismq.t.script.versioning.core.text.CodePointRange;

/**
 * A suggestion where it stands in a version, as JSON.
 *
 * @param versionNumber the version that it was made for
 * @param range null where it has no place, and once it is decided
 * @param acceptedIn the version that has its words; null unless it was accepted
 */
record SuggestionJson(
    long suggestionId,
    int versionNumber,
    String quote,
    String replacement,
    @Nullable String reason,
    String author,
    String state,
    @Nullable PlaceJson range,
    @Nullable String decidedBy,
    @Nullable String decidedAt,
    @Nullable Integer acceptedIn,
    @Nullable String decisionReason,
    String createdAt) {
  static SuggestionJson of(PlacedSuggestion placed) {
    Suggestion suggestion = placed.suggestion();
    @Nullable SuggestionDecision decision = suggestion.decision();
    @Nullable CodePointRange range = placed.range();
    return new SuggestionJson(
        suggestion.id(),
        suggestion.anchor().version(),
        suggestion.anchor().quote(),
        suggestion.replacement(),
        suggestion.reason(),
        suggestion.by().name(),
        placed.state().word(),
        range == null ? null : new PlaceJson(range.start(), range.end()),
        decision == null ? null : decision.by(),
        decision == null ? null : ApiTime.format(decision.at()),
        decision == null ? null : decision.acceptedIn(),
        decision == null ? null : decision.reason(),
        ApiTime.format(suggestion.createdAt()));
  }
}
