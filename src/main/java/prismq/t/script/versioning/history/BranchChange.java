package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/**
 * The changes to make to a branch; null leaves a field as it is.
 *
 * @param description empty removes the present one
 * @param archived true archives the branch, false restores it
 */
public record BranchChange(
    @Nullable String name, @Nullable String description, @Nullable Boolean archived) {}
