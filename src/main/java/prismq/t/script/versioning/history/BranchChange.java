package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/**
 * What is to change of a branch; null leaves it as it is.
 *
 * @param description empty removes the present one
 * @param archived true archives the branch, false restores it
 */
public record BranchChange(
    @Nullable String name, @Nullable String description, @Nullable Boolean archived) {}
