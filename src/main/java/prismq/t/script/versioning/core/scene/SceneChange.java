package prismq.t.script.versioning.core.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scene.
 *
 * @param from null for a new one
 * @param to null for one that was omitted
 * @param isMoved whether it stands elsewhere, whatever else became of it
 * @param renamings the parts of its heading that changed
 */
public record SceneChange(
    SceneOutcome outcome,
    @Nullable Scene from,
    @Nullable Scene to,
    boolean isMoved,
    int wordsAdded,
    int wordsRemoved,
    List<SceneHeading.Renaming> renamings) {
  /** By how many minutes it became longer, in the middle of what it may last. */
  public double minutes() {
    return (to == null ? 0 : to.minutes().middle()) - (from == null ? 0 : from.minutes().middle());
  }

  /** The scene as it is, or as it was before it was omitted. */
  public Scene scene() {
    Scene shown = to == null ? from : to;
    if (shown == null) {
      throw new IllegalStateException("a change of no scene");
    }
    return shown;
  }
}
