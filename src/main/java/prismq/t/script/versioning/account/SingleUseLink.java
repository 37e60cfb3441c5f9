package prismq.t.script.versioning.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that lets its holder in once.
 *
 * @param secretHash what is kept of the secret in it; names the link
 * @param role the role that an invitation gives; null for other links
 * @param accountId the account whose password is reset; null for other links
 * @param email whom an invitation is for; null where that was not said, and for other links
 */
public record SingleUseLink(
    String secretHash,
    LinkPurpose purpose,
    @Nullable Role role,
    @Nullable Long accountId,
    @Nullable String email,
    Instant createdAt,
    Instant expiresAt) {}
