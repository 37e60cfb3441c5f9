package prismq.t.script.versioning.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.merge.Merge;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A text that was written on a version that is no longer the head, merged with what was saved
 * since.
 *
 * @param base what it was written on; null where the branch had no version yet
 * @param head the head now
 * @param since what was saved on the branch after the base, oldest first
 * @param written the text as it was sent
 * @param merge with the head's text as ours, and the written one as theirs
 */
public record Rebase(
    Script script,
    Branch branch,
    @Nullable Version base,
    Version head,
    List<Version> since,
    ScriptText written,
    ScriptText headText,
    Merge merge) {
  /** The number of the base; 0 for none. */
  public int baseVersion() {
    return base == null ? NewVersion.NO_VERSION_YET : base.versionNumber();
  }
}
