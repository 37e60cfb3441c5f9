package prismq.t.script.versioning.token.page;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.page.LocalTimes;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.token.OwnedToken;
import prismq.t.script.versioning.token.Token;

/**
 * A token as its list shows it.
 *
 * @param scripts the ids of the scripts and the names of the projects it is for; empty for all
 * @param facts when it was made, was used last, and ends, in a sentence each
 */
record TokenRow(
    long id, String name, String ownerName, String right, String scripts, String facts) {
  static TokenRow of(OwnedToken owned, LocalTimes times) {
    Token token = owned.token();
    return new TokenRow(
        token.id(),
        token.name(),
        owned.owner().name(),
        token.right().title(),
        Messages.series(limit(owned)),
        Messages.text("token.facts", times.shown(token.createdAt()), used(token, times))
            + " "
            + ends(token, times));
  }

  private static List<String> limit(OwnedToken owned) {
    List<String> limit = new ArrayList<>(owned.scriptIds());
    limit.addAll(owned.projects());
    if (owned.isForOthers()) {
      limit.add(Messages.text("token.other_projects"));
    }
    return limit;
  }

  private static String used(Token token, LocalTimes times) {
    @Nullable Instant usedAt = token.usedAt();
    return usedAt == null
        ? Messages.text("token.not_used")
        : Messages.text("token.used", times.shown(usedAt));
  }

  private static String ends(Token token, LocalTimes times) {
    @Nullable Instant expiresAt = token.expiresAt();
    if (expiresAt == null) {
      return Messages.text("token.ends_never");
    }
    boolean isOver = token.isExpired(Clock.systemUTC().instant());
    return Messages.text(isOver ? "token.ended" : "token.ends", times.shown(expiresAt));
  }
}
