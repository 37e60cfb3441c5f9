package prismq.t.script.versioning.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * The result of a merge, before it is saved.
 *
 * @param kind whether a branch is merged, or the change of one version is picked
 * @param from the branch that is merged; for a picked change the one it was made on
 * @param merged the head of that branch; or the version whose change is picked
 * @param into the branch that the new version goes on
 * @param head the head of that branch
 * @param bases the nearest versions that both sides were made of, newest first: one as a rule; none
 *     where they have none in common, so that all of both counts as new
 * @param fastForward whether nothing was saved on the branch since the other one left it
 * @param merge of the base, the head as ours and the merged version as theirs
 * @param baseText the text of the base; what merging them gives where there are several
 */
public record MergeProposal(
    Script script,
    MergeKind kind,
    Branch from,
    Version merged,
    Branch into,
    Version head,
    List<Version> bases,
    boolean fastForward,
    Merge merge,
    ScriptText mergedText,
    ScriptText headText,
    ScriptText baseText) {
  /** What is merged. */
  public enum MergeKind {
    /** All that a branch has and the other lacks; the new version has two parents. */
    MERGE,
    /** What one version changed. */
    PICK
  }

  /** Whether both heads are still those that somebody has seen; null counts as seen. */
  public boolean isOf(@Nullable Integer mergedSeen, @Nullable Integer headSeen) {
    return (mergedSeen == null || mergedSeen == merged.versionNumber())
        && (headSeen == null || headSeen == head.versionNumber());
  }

  /**
   * Does nothing where both heads are those that somebody has seen; null counts as seen.
   *
   * @throws StaleBaseException where one has moved
   */
  public void checkHeads(@Nullable Integer mergedSeen, @Nullable Integer headSeen) {
    checkHead(from, mergedSeen, merged);
    checkHead(into, headSeen, head);
  }

  private static void checkHead(Branch branch, @Nullable Integer seen, Version now) {
    if (seen != null && seen != now.versionNumber()) {
      throw new StaleBaseException(branch.name(), seen, now.versionNumber());
    }
  }

  /** The default change description. */
  public String defaultDescription() {
    if (kind == MergeKind.MERGE) {
      return "Merged " + from.name() + " into " + into.name();
    }
    String summary = merged.summary();
    String picked = "Picked version " + merged.versionNumber();
    return summary.isEmpty() ? picked : picked + ": " + summary;
  }
}
