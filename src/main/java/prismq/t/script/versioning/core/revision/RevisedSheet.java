package prismq.t.script.versioning.core.revision;

import java.util.List;

/**
 * A page of a revision.
 *
 * @param label its number, or those that it stands for
 * @param issue the revision in which it was printed last, from 0
 * @param isRevised whether it has to be printed for this revision
 */
public record RevisedSheet(String label, int issue, boolean isRevised, List<RevisedLine> lines) {
  /** How many of its lines changed in a revision. */
  public long changedLines(int revision) {
    return lines.stream().filter(line -> revision > 0 && line.revision() == revision).count();
  }
}
