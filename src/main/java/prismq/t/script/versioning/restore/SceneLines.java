package prismq.t.script.versioning.restore;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.ScriptText;

/** Finds the lines of scenes, which are known by their characters. */
final class SceneLines {
  private final int[] starts;

  private SceneLines(int[] starts) {
    this.starts = starts;
  }

  /**
   * Those of a text.
   *
   * @param bytes where lines stand in it
   */
  static SceneLines of(ScriptText text, int lines, Function<LineRange, ByteRange> bytes) {
    int[] inBytes =
        IntStream.range(0, lines)
            .map(line -> bytes.apply(new LineRange(line, line + 1)).start())
            .toArray();
    return new SceneLines(CharacterPositions.of(text.read(), inBytes));
  }

  /** The lines of a scene; one that ends in the middle of a line has all of it. */
  LineRange of(Scene scene) {
    int start = line(scene.start());
    return new LineRange(start, Math.max(start, line(scene.end())));
  }

  /** The first line that begins at a character, or behind it. */
  private int line(int character) {
    int found = Arrays.binarySearch(starts, character);
    return found >= 0 ? found : -found - 1;
  }
}
