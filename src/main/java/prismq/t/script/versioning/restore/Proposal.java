package prismq.t.script.versioning.restore;

import java.util.Map;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.RebaseHandler;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;

/**
 * Something that could be undone on the head of a branch.
 *
 * @param branch the branch that the new version goes on
 * @param head the version it goes on top of
 */
record Proposal(
    Script script,
    UndoWording wording,
    String branch,
    Version head,
    Draft draft,
    RestoreForm form) {
  /** Whether nothing of it is left in the head. */
  public boolean isDone() {
    return draft.passages().isEmpty() && draft.changesNothing() && !hasMoved();
  }

  /** Whether something stands elsewhere now that can be moved back. */
  public boolean hasMoved() {
    RestoredScene scene = wording.undoing().scene();
    return scene != null && scene.hasMoved();
  }

  /** Whether there is something to choose, whose effect can be looked at before it is saved. */
  public boolean canBePreviewed() {
    return hasMoved() || !draft.passages().isEmpty();
  }

  /** Whether it is about the head that was on the page. */
  boolean isOnHeadShown() {
    return Integer.valueOf(head.versionNumber()).equals(form.baseVersion());
  }

  /**
   * Whether it can be saved on a head that was not shown: everything is settled, it changes
   * something, and all that was written has its place.
   */
  boolean mergesByItself() {
    return form.baseVersion() != null
        && draft.isSettled()
        && !draft.changesNothing()
        && draft.strays().size() <= form.answers().kept().size();
  }

  /** What is to be known of the new version beyond its text. */
  Metadata metadata() {
    Integer shown = form.baseVersion();
    return shown == null || isOnHeadShown()
        ? Metadata.NONE
        : Metadata.of(Map.of(RebaseHandler.WRITTEN_ON, shown));
  }

  public String changeDescription() {
    String typed = form.changeDescription();
    return typed == null ? wording.changeDescription() : typed;
  }
}
