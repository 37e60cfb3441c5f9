package prismq.t.script.versioning.script;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.SuggestionAcceptance;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/**
 * The suggestions that a version was made of, as its page tells it.
 *
 * @param numbers their numbers, with commas between them
 * @param acceptedBy who accepted them; null where nobody said
 * @param review the review of the version that they were made for; null for none
 */
record SuggestedBy(
    Version version, String numbers, @Nullable String acceptedBy, @Nullable Integer review) {
  /** Those of a version; null where it was made of none. */
  static @Nullable SuggestedBy of(Version version) {
    if (!(version.metadata().values().get(SuggestionAcceptance.SUGGESTIONS)
        instanceof List<?> numbers)) {
      return null;
    }
    Object by = version.metadata().values().get(SuggestionAcceptance.ACCEPTED_BY);
    Object review = version.metadata().values().get(SuggestionAcceptance.REVIEW);
    return new SuggestedBy(
        version,
        numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        by == null ? null : by.toString(),
        review instanceof Number number ? number.intValue() : null);
  }

  /** Who suggested and who accepted, in a sentence. */
  public String sentence() {
    String author = version.person().name();
    return acceptedBy == null
        ? Messages.text("version.suggested_by", author)
        : Messages.text("version.suggested_accepted_by", author, acceptedBy);
  }

  /** All suggestions, as they stand in this version. */
  public String url() {
    return Urls.suggestions(version.scriptId(), version.versionNumber());
  }

  /** The review; null for none. */
  public @Nullable String reviewUrl() {
    return review == null ? null : Urls.review(version.scriptId(), review);
  }
}
