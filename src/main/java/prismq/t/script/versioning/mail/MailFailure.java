package prismq.t.script.versioning.mail;

import java.time.Instant;

/**
 * A mail was not taken.
 *
 * @param reason in one line
 */
public record MailFailure(Instant at, String reason) {}
