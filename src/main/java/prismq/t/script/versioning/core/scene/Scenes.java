package prismq.t.script.versioning.core.scene;

import java.util.List;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.text.TextFormat;

/** Cuts texts of any format into scenes. */
public final class Scenes {
  private Scenes() {}

  /** The scenes of a text, or its sections, in order; none of one without markup. */
  public static List<Scene> of(TextFormat format, String text) {
    return switch (format) {
      case SCREENPLAY -> of(Screenplay.parse(text));
      case MARKDOWN -> MarkdownSections.of(text, false);
      case NARRATION -> MarkdownSections.of(text, true);
      case PLAIN -> List.of();
    };
  }

  /** The same scenes where another number of words is spoken in a minute. */
  public static List<Scene> at(List<Scene> scenes, int wordsPerMinute) {
    return wordsPerMinute == SceneMinutes.WORDS_A_MINUTE
        ? scenes
        : scenes.stream().map(scene -> scene.at(wordsPerMinute)).toList();
  }

  /** The scenes of a screenplay, in order. */
  public static List<Scene> of(Screenplay screenplay) {
    return ScreenplayScenes.of(screenplay);
  }
}
