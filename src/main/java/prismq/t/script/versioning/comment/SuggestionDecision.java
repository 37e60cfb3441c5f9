package prismq.t.script.versioning.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a suggestion.
 *
 * @param by who said so; null where nobody said who they are
 * @param acceptedIn the version that has its words; null if it was rejected
 * @param reason why it was rejected; null where nobody said
 */
public record SuggestionDecision(
    Instant at, @Nullable String by, @Nullable Integer acceptedIn, @Nullable String reason) {}
