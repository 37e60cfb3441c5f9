package prismq.t.script.versioning.api;

import java.util.List;
import prismq.t.script.versioning.conflict.Passage;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.MergeProposal;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.merge.Settlement;

/**
 * The result of a merge, as JSON.
 *
 * @param outcome clean, fast_forward, or conflicts
 * @param fromVersion the version that is merged, or whose change is picked
 * @param intoVersion the head of the branch it goes on
 * @param baseVersions the common versions of both
 * @param conflicts those without a resolution
 */
record MergeJson(
    String outcome,
    int fromVersion,
    int intoVersion,
    List<Integer> baseVersions,
    List<ConflictJson> conflicts) {

  /**
   * A passage that both sides changed.
   *
   * @param type changed, inserted, deleted_into or deleted_from; moved_apart, moved_and_removed or
   *     added_twice where it is about the place of what one side put here
   */
  record ConflictJson(String conflictId, String type, String base, String into, String from) {
    static ConflictJson of(Passage passage) {
      Conflict conflict = passage.conflict();
      return new ConflictJson(
          passage.id(),
          type(conflict),
          text(conflict.base()),
          text(conflict.ours()),
          text(conflict.theirs()));
    }

    private static String text(ScriptText text) {
      return text.characters();
    }

    private static String type(Conflict conflict) {
      return switch (conflict.cause()) {
        case EDITED -> typeOfEdited(conflict);
        case MOVED_APART -> "moved_apart";
        case MOVED_AND_REMOVED -> "moved_and_removed";
        case ADDED_TWICE -> "added_twice";
      };
    }

    private static String typeOfEdited(Conflict conflict) {
      if (isNothing(conflict.base())) {
        return "inserted";
      }
      if (isNothing(conflict.ours())) {
        return "deleted_into";
      }
      return isNothing(conflict.theirs()) ? "deleted_from" : "changed";
    }

    private static boolean isNothing(ScriptText text) {
      return text.sizeBytes() == 0;
    }
  }

  static MergeJson of(Settlement settlement) {
    MergeProposal proposal = settlement.proposal();
    List<ConflictJson> conflicts =
        settlement.passages().stream()
            .filter(passage -> !passage.isSettled())
            .map(ConflictJson::of)
            .toList();
    return new MergeJson(
        proposal.fastForward() ? "fast_forward" : conflicts.isEmpty() ? "clean" : "conflicts",
        proposal.merged().versionNumber(),
        proposal.head().versionNumber(),
        proposal.bases().stream().map(Version::versionNumber).toList(),
        conflicts);
  }
}
