package prismq.t.script.versioning.webhook;

import java.time.Instant;

/**
 * An address that is told what somebody is told.
 *
 * @param account the number of the account whose notifications they are
 */
public record Webhook(long id, long account, String url, Instant createdAt) {}
