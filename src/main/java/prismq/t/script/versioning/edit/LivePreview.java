package prismq.t.script.versioning.edit;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.DiffView;

/**
 * The preview of a text while it is written.
 *
 * @param said a sentence about it, which is read aloud
 * @param diff what saving would change; null if that cannot be told
 */
record LivePreview(String said, @Nullable String notice, @Nullable DiffView diff) {
  /** What will be said about the change where nothing is typed; null if that cannot be told. */
  public @Nullable String changeLine() {
    return diff == null ? null : diff.changeLine();
  }

  public boolean isProblem() {
    return diff == null;
  }
}
