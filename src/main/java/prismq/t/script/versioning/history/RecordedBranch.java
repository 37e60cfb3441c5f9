package prismq.t.script.versioning.history;

import java.util.List;

/**
 * A branch with all that is kept of it, as it goes from one database to another.
 *
 * @param formerNames what it was called before, in alphabetical order
 */
public record RecordedBranch(Branch branch, List<String> formerNames) {}
