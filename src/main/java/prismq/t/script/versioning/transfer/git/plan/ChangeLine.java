package prismq.t.script.versioning.transfer.git.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.walk.FileChange;

/**
 * A line of changes, each made of the one before it; together lines hold every change once.
 *
 * @param branch the name of its branch; null if unknown
 * @param merge the newest change that it was merged into, if its branch was deleted; else null
 * @param position which parent of that merge it is
 * @param changes oldest first, never empty
 * @param isEnded whether its branch was deleted or archived
 */
public record ChangeLine(
    @Nullable String branch,
    @Nullable FileChange merge,
    int position,
    List<FileChange> changes,
    boolean isEnded) {

  public FileChange newest() {
    return changes.get(changes.size() - 1);
  }
}
