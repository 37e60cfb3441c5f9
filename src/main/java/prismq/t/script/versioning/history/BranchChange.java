package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/**
 * The changes to make to a branch; null leaves a field as it is.
 *
 * @param description empty removes the present one
 * @param archived true archives the branch, false restores it
 */
public record BranchChange(
    @Nullable String name, @Nullable String description, @Nullable Boolean archived) {
  /** Archives a branch. */
  static final BranchChange ARCHIVE = new BranchChange(null, null, true);

  /** Restores an archived branch. */
  static final BranchChange RESTORE = new BranchChange(null, null, false);

  /** Another name and description. */
  public static BranchChange rename(String name, String description) {
    return new BranchChange(name, description, null);
  }
}
