package prismq.t.script.versioning.person;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom names are tied to.
 *
 * @param account the number of their account; null where they have none
 */
public record TiedPerson(long id, String shown, @Nullable Long account) {}
