package prismq.t.script.versioning.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.text.LinePositions;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A scene as JSON.
 *
 * @param sceneNumber null where it has none
 * @param heading null for what stands before the first one
 * @param start in bytes of the exact content
 * @param end the first byte that no longer belongs to it
 * @param eighths of a page; null where the text has no pages
 */
record SceneJson(
    @Nullable String sceneNumber,
    @Nullable String heading,
    int start,
    int end,
    int words,
    @Nullable Integer eighths,
    MinutesJson minutes,
    List<String> characters) {
  private static final double HUNDREDTHS = 100;

  /** With at most two digits behind the point. */
  record MinutesJson(double least, double most) {
    static MinutesJson of(SceneMinutes minutes) {
      return new MinutesJson(rounded(minutes.least()), rounded(minutes.most()));
    }
  }

  static double rounded(double minutes) {
    return Math.round(minutes * HUNDREDTHS) / HUNDREDTHS;
  }

  /** All scenes of a text, in order. */
  static List<SceneJson> of(ScriptText text, List<Scene> scenes) {
    LinePositions starts = new LinePositions(text);
    LinePositions ends = new LinePositions(text);
    List<SceneJson> all = new ArrayList<>(scenes.size());
    for (Scene scene : scenes) {
      all.add(
          new SceneJson(
              scene.number().isEmpty() ? null : scene.number(),
              scene.heading().isEmpty() ? null : scene.heading(),
              starts.bytes(scene.start()),
              ends.bytes(scene.end()),
              scene.words(),
              scene.eighths(),
              MinutesJson.of(scene.minutes()),
              scene.characters()));
    }
    return all;
  }
}
