package prismq.t.script.versioning.group;

import java.util.Set;

/**
 * A named set of accounts.
 *
 * @param members the numbers of the accounts
 */
public record AccountGroup(long id, String name, Set<Long> members) {}
