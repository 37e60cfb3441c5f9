package prismq.t.script.versioning.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose turn it is.
 *
 * @param account the number of their account
 * @param by the number of who gave it to them; null where nobody did
 */
record TurnHolder(long account, TurnReason reason, Instant since, @Nullable Long by) {}
