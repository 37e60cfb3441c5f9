package prismq.t.script.versioning.core.revision;

/**
 * How the pages and scenes of revisions are numbered.
 *
 * @param lockedFrom the revision from which on the numbers of its pages stay, from 0; −1 for never
 * @param numbersScenes whether scenes are numbered where their author gave them none
 */
public record RevisionRules(int lockedFrom, LabelScheme scheme, boolean numbersScenes) {
  boolean isLockedBefore(int revision) {
    return lockedFrom >= 0 && revision > lockedFrom;
  }

  boolean isLocked(int revision) {
    return lockedFrom >= 0 && revision >= lockedFrom;
  }
}
