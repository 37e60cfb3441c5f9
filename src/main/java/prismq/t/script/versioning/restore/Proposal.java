package prismq.t.script.versioning.restore;

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
    return draft.passages().isEmpty() && draft.changesNothing();
  }

  /** Whether it is about the head that was on the page. */
  boolean isOnHeadShown() {
    return Integer.valueOf(head.versionNumber()).equals(form.baseVersion());
  }

  public String changeDescription() {
    String typed = form.changeDescription();
    return typed == null ? wording.changeDescription() : typed;
  }
}
