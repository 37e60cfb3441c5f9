package prismq.t.script.versioning.review;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.language.Messages;

/**
 * Somebody whose turn it is, as it is shown.
 *
 * @param by who gave it to them; null where nobody did
 */
public record ShownTurn(Account account, TurnReason reason, Instant since, @Nullable Account by) {
  /** Empty where the account is gone. */
  static Optional<ShownTurn> of(TurnHolder holder, Map<Long, Account> known) {
    @Nullable Long by = holder.by();
    return Optional.ofNullable(known.get(holder.account()))
        .map(
            account ->
                new ShownTurn(
                    account, holder.reason(), holder.since(), by == null ? null : known.get(by)));
  }

  /** Why, such as “asked by Ann”. */
  public String why() {
    return Messages.text("reviews.turn." + reason.word(), by == null ? "" : by.name());
  }
}
