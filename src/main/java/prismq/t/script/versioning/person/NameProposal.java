package prismq.t.script.versioning.person;

import java.util.List;

/**
 * Names that look like one person's.
 *
 * @param shown the name that would be shown for them
 */
public record NameProposal(List<SavedName> names, Owner owner, String shown) {}
