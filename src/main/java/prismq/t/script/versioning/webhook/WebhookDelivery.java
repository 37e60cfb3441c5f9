package prismq.t.script.versioning.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an address is told.
 *
 * @param notification what it is about, by its number; null for a trial
 * @param attempts how often it was tried
 * @param dueAt when it is tried next; null once it was taken, or is given up
 * @param takenAt when the address took it; null for not yet
 * @param outcome what came of the last attempt; null before the first
 */
public record WebhookDelivery(
    long id,
    long webhook,
    @Nullable Long notification,
    Instant createdAt,
    int attempts,
    @Nullable Instant dueAt,
    @Nullable Instant takenAt,
    @Nullable String outcome) {
  /** Whether it was given up, and can be sent again by hand. */
  public boolean isDead() {
    return dueAt == null && takenAt == null;
  }
}
