package prismq.t.script.versioning.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/**
 * A review of a version that was asked for.
 *
 * @param number counted per script from 1
 * @param fromVersion the left one of a comparison, whose right one is the version; null where it is
 *     of the version alone
 * @param versionHash the hash of the version, which says which one it was whatever its number
 * @param askedBy the account of who asked
 * @param deadline null for none
 * @param message what was said to those who are asked; may be empty
 * @param rule the one of the script as it was asked for
 * @param closedBy who closed it; null while verdicts can be given
 */
public record Review(
    int number,
    String scriptId,
    @Nullable Integer fromVersion,
    int versionNumber,
    ContentHash versionHash,
    Account askedBy,
    Instant askedAt,
    @Nullable Instant deadline,
    String message,
    ReviewRule rule,
    @Nullable Account closedBy,
    @Nullable Instant closedAt,
    List<Reviewer> reviewers) {
  /** Longest message, in characters. */
  public static final int MAX_MESSAGE = 2_000;

  /** What it is of: “v12”, or “v3 to v12”. */
  public String ofWhat() {
    return fromVersion == null
        ? "v" + versionNumber
        : Messages.text("reviews.of_comparison", fromVersion, versionNumber);
  }

  /** Where that can be read. */
  public String ofWhatUrl() {
    return fromVersion == null
        ? Urls.version(scriptId, versionNumber)
        : Urls.compare(scriptId, fromVersion, versionNumber);
  }

  /** Whether no more verdicts are taken. */
  public boolean isClosed() {
    return closedAt != null;
  }

  /** What those who were asked said comes to. */
  ReviewDecision decision() {
    return ReviewDecision.of(rule, reviewers.stream().map(Reviewer::ballot).toList());
  }

  /** The person of an account, where it was asked. */
  Optional<Reviewer> reviewer(long accountId) {
    return reviewers.stream().filter(asked -> asked.account().id() == accountId).findFirst();
  }

  /** The same with more known of those who were asked. */
  Review with(List<Reviewer> others) {
    return new Review(
        number,
        scriptId,
        fromVersion,
        versionNumber,
        versionHash,
        askedBy,
        askedAt,
        deadline,
        message,
        rule,
        closedBy,
        closedAt,
        others);
  }
}
