package prismq.t.script.versioning.draft;

import org.jspecify.annotations.Nullable;

/**
 * What a draft is of; there is one of each person at most.
 *
 * @param scriptId null for a script that is not there yet
 * @param branchNumber 0 for a script that is not there yet
 */
public record DraftPlace(long accountId, @Nullable String scriptId, int branchNumber) {
  /** That of a script that this person has yet to create. */
  public static DraftPlace ofNewScript(long accountId) {
    return new DraftPlace(accountId, null, 0);
  }
}
