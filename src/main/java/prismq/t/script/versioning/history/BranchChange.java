package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/**
 * What is to change of a branch; null leaves it as it is.
 *
 * @param description empty takes away what it says now
 * @param archived true puts the branch away, false brings it back
 */
public record BranchChange(
    @Nullable String name, @Nullable String description, @Nullable Boolean archived) {}
