package prismq.t.script.versioning.comment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/**
 * A suggestion as a page shows it.
 *
 * @param shownVersion beside which version
 * @param isChosen whether its box is ticked
 * @param left why it was not accepted just now; null for nothing
 */
record SuggestionCard(
    String scriptId,
    int shownVersion,
    PlacedSuggestion placed,
    boolean isChosen,
    @Nullable String left) {
  private Suggestion suggestion() {
    return placed.suggestion();
  }

  public long id() {
    return suggestion().id();
  }

  public String author() {
    return suggestion().by().name();
  }

  public Instant createdAt() {
    return suggestion().createdAt();
  }

  public @Nullable String reason() {
    return suggestion().reason();
  }

  /** What it would change, as HTML. */
  public String html() {
    return SuggestedWords.html(suggestion());
  }

  /** Where it is settled by hand; null where it was not left open just now. */
  public @Nullable String settleUrl() {
    return left == null || !isOpen() ? null : Urls.settleSuggestion(scriptId, shownVersion, id());
  }

  /** Whether it can be accepted or rejected. */
  public boolean isOpen() {
    return suggestion().isOpen();
  }

  /** Whether its words, or others in their place, stand in the text. */
  public boolean hasPlace() {
    return placed.range() != null;
  }

  /** What became of it or of its words, in a sentence; null where they are as they were. */
  public @Nullable String state() {
    SuggestionDecision decision = suggestion().decision();
    if (decision == null) {
      return stateOfWords();
    }
    Integer version = decision.acceptedIn();
    String by = decision.by();
    if (version == null) {
      return by == null
          ? Messages.text("suggestions.state_rejected")
          : Messages.text("suggestions.state_rejected_by", by);
    }
    return by == null
        ? Messages.text("suggestions.state_accepted", version)
        : Messages.text("suggestions.state_accepted_by", version, by);
  }

  private @Nullable String stateOfWords() {
    if (placed.placement() == null) {
      return null;
    }
    int goneIn = placed.placement().goneIn();
    return switch (placed.placement().state()) {
      case HERE -> null;
      case EDITED -> Messages.text("comments.state_edited");
      case MOVED -> Messages.text("comments.state_moved");
      case BACK -> Messages.text("comments.state_back");
      case REPLACED, GONE -> Messages.text("suggestions.state_gone", goneIn);
    };
  }

  /** Why it was rejected; null where nobody said. */
  public @Nullable String decisionReason() {
    SuggestionDecision decision = suggestion().decision();
    return decision == null ? null : decision.reason();
  }

  /** The version that has its words; null unless it was accepted. */
  public @Nullable String acceptedUrl() {
    SuggestionDecision decision = suggestion().decision();
    return decision == null || decision.acceptedIn() == null
        ? null
        : Urls.version(scriptId, decision.acceptedIn());
  }

  public @Nullable Integer acceptedIn() {
    SuggestionDecision decision = suggestion().decision();
    return decision == null ? null : decision.acceptedIn();
  }

  /** The version it was made for; null on that very version. */
  public @Nullable Integer otherVersion() {
    int version = suggestion().anchor().version();
    return version == shownVersion ? null : version;
  }

  public @Nullable String originUrl() {
    Integer version = otherVersion();
    return version == null ? null : Urls.suggestion(scriptId, version, id());
  }
}
