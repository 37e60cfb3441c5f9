package prismq.t.script.versioning.account.page;

import org.jspecify.annotations.Nullable;

/**
 * How people get in besides their passwords.
 *
 * @param signOn how a provider of single sign-on is called; null where there is none
 * @param isByMail whether a link for a new password can be sent
 */
public record WaysIn(@Nullable String signOn, boolean isByMail) {}
