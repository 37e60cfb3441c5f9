package prismq.t.script.versioning.notification;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.statistics.LengthWarning;

/**
 * Something that people are told of.
 *
 * @param actor the account of who did it; null where nobody had one
 * @param concerned the accounts that it concerns, to whom it is of this kind
 * @param named of those, the ones that a comment names
 * @param detail figures that it tells of, as JSON; null for none
 */
record Happening(
    String scriptId,
    NotificationKind kind,
    @Nullable Long actor,
    String actorName,
    int firstVersion,
    int versionNumber,
    @Nullable Long thread,
    @Nullable Long comment,
    @Nullable Integer review,
    @Nullable String verdict,
    Instant at,
    Set<Long> concerned,
    Set<Long> named,
    @Nullable String detail) {
  /** That a version no longer is as long as it is to be, which concerns all whose script it is. */
  static Happening length(Happening cause, LengthWarning warning, Set<Long> owners) {
    return new Happening(
        cause.scriptId,
        NotificationKind.LENGTH,
        null,
        cause.actorName,
        warning.before(),
        warning.version(),
        null,
        null,
        null,
        null,
        cause.at,
        owners,
        Set.of(),
        LengthDetail.of(warning).json());
  }

  /** What it is to somebody: only whom it concerns is mentioned, and all others are told of it. */
  NotificationKind kindFor(long account) {
    return named.contains(account) ? NotificationKind.MENTION : kind;
  }

  /** Whether a later one goes on what this one is, so that both are told of as one. */
  boolean isFollowedBy(Happening later) {
    return kind == NotificationKind.VERSION
        && later.kind == NotificationKind.VERSION
        && scriptId.equals(later.scriptId)
        && actorName.equals(later.actorName);
  }

  /** Both as one. */
  Happening with(Happening later) {
    return new Happening(
        scriptId,
        kind,
        later.actor,
        actorName,
        firstVersion,
        later.versionNumber,
        null,
        null,
        null,
        null,
        later.at,
        concerned,
        named,
        null);
  }
}
