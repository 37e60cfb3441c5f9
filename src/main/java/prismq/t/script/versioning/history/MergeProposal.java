package prismq.t.script.versioning.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;

/**
 * The result of a merge, before it is saved.
 *
 * @param kind whether a branch is merged, or the change of one version is picked
 * @param theirs the branch that is merged, and its head; for a picked change the version that made
 *     it, and the branch it was made on
 * @param ours the branch that the new version goes on, and its head
 * @param bases the nearest versions that both sides were made of, newest first: one as a rule; none
 *     where they have none in common, so that all of both counts as new
 * @param baseText the text of the base; what merging them gives where there are several
 * @param merge of the three texts
 */
public record MergeProposal(
    Script script,
    MergeKind kind,
    MergeSide theirs,
    MergeSide ours,
    List<Version> bases,
    ScriptText baseText,
    Merge merge) {
  /** What is merged. */
  public enum MergeKind {
    /** All that a branch has and the other lacks; the new version has two parents. */
    MERGE,
    /** What one version changed. */
    PICK
  }

  /** The branch that is merged; for a picked change the one it was made on. */
  public Branch from() {
    return theirs.branch();
  }

  /** The head of that branch; or the version whose change is picked. */
  public Version merged() {
    return theirs.version();
  }

  /** The text of {@link #merged}. */
  public ScriptText mergedText() {
    return theirs.text();
  }

  /** The branch that the new version goes on. */
  public Branch into() {
    return ours.branch();
  }

  /** The head of that branch. */
  public Version head() {
    return ours.version();
  }

  /** The text of {@link #head}. */
  public ScriptText headText() {
    return ours.text();
  }

  /** Whether nothing was saved on the branch since the other one left it. */
  public boolean fastForward() {
    return kind == MergeKind.MERGE && bases.contains(head());
  }

  /** Whether both heads are still those that somebody has seen; null counts as seen. */
  public boolean isOf(@Nullable Integer mergedSeen, @Nullable Integer headSeen) {
    return (mergedSeen == null || mergedSeen == merged().versionNumber())
        && (headSeen == null || headSeen == head().versionNumber());
  }

  /**
   * Does nothing where both heads are those that somebody has seen; null counts as seen.
   *
   * @throws StaleBaseException where one has moved
   */
  public void checkHeads(@Nullable Integer mergedSeen, @Nullable Integer headSeen) {
    checkHead(theirs, mergedSeen);
    checkHead(ours, headSeen);
  }

  private static void checkHead(MergeSide side, @Nullable Integer seen) {
    int now = side.version().versionNumber();
    if (seen != null && seen != now) {
      throw new StaleBaseException(side.branch().name(), seen, now);
    }
  }

  /** The default change description of merging one branch into another. */
  public static String description(String from, String into) {
    return Messages.text("history.made.merged", from, into);
  }

  /** The default change description. */
  public String defaultDescription() {
    if (kind == MergeKind.MERGE) {
      return description(from().name(), into().name());
    }
    String summary = merged().summary();
    int picked = merged().versionNumber();
    return summary.isEmpty()
        ? Messages.text("history.made.copied", picked)
        : Messages.text("history.made.copied_with", picked, summary);
  }
}
