package prismq.t.script.versioning.account;

import org.jspecify.annotations.Nullable;

/**
 * What somebody was about who was sent to a provider.
 *
 * @param next the path to go on to
 * @param accountId the account that is to be connected; null for whoever wants to sign in
 */
public record BegunSignOn(String next, @Nullable Long accountId) {}
