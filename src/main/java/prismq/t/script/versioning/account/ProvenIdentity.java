package prismq.t.script.versioning.account;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as a provider of single sign-on vouches for them.
 *
 * @param subject names them at the issuer, for good
 * @param email only an address that the provider has checked; null for none
 * @param name how they are called there; empty where that is not told
 * @param role the one that the provider gives; null where roles are given here
 */
public record ProvenIdentity(
    String issuer, String subject, @Nullable String email, String name, @Nullable Role role) {}
