package prismq.t.script.versioning.core.anchor;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * Where an anchor stands in a version.
 *
 * @param bytes where its words stand, or what stands in their place; null if they are gone
 * @param goneIn the version that no longer had the words; 0 if they are there
 * @param isGuess whether a text like the words was found that nothing says is theirs
 */
public record Placement(AnchorState state, @Nullable ByteRange bytes, int goneIn, boolean isGuess) {
  static Placement of(AnchorState state, ByteRange bytes) {
    return new Placement(state, bytes, 0, false);
  }

  static Placement replaced(ByteRange bytes, int goneIn) {
    return new Placement(AnchorState.REPLACED, bytes, goneIn, false);
  }

  static Placement gone(int goneIn) {
    return new Placement(AnchorState.GONE, null, goneIn, false);
  }

  static Placement guessed(ByteRange bytes, int goneIn) {
    return new Placement(AnchorState.EDITED, bytes, goneIn, true);
  }
}
