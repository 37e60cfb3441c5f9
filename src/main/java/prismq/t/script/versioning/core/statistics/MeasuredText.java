package prismq.t.script.versioning.core.statistics;

import java.util.List;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.Scenes;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.core.text.Words;

/**
 * A text that was measured.
 *
 * @param scenes in order; none of one without markup
 */
public record MeasuredText(List<Scene> scenes, TextMeasure measure) {
  /** Measures a text of a format. */
  public static MeasuredText of(TextFormat format, String text) {
    if (format == TextFormat.SCREENPLAY) {
      Screenplay screenplay = Screenplay.parse(text);
      List<Scene> scenes = Scenes.of(screenplay);
      return new MeasuredText(
          scenes, new TextMeasure(lengths(scenes), SpeechCounter.of(screenplay, scenes)));
    }
    List<Scene> scenes = Scenes.of(format, text);
    return new MeasuredText(
        scenes,
        new TextMeasure(format == TextFormat.PLAIN ? whole(text) : lengths(scenes), List.of()));
  }

  private static List<SceneLength> lengths(List<Scene> scenes) {
    return scenes.stream().map(SceneLength::of).toList();
  }

  private static List<SceneLength> whole(String text) {
    int words = Words.count(text);
    return words == 0 ? List.of() : List.of(new SceneLength("", "", words, null));
  }
}
