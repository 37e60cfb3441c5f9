package prismq.t.script.versioning.core.statistics;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.SceneMinutes;
import prismq.t.script.versioning.core.text.TextFormat;

/**
 * How long a text is, by scene and by character.
 *
 * @param scenes in order; of a text without markup there is one, which is all of it
 * @param characters who says most words first; none of a text that is no screenplay
 */
public record TextMeasure(List<SceneLength> scenes, List<CharacterLength> characters) {
  /** Measures a text of a format. */
  public static TextMeasure of(TextFormat format, String text) {
    return MeasuredText.of(format, text).measure();
  }

  /** How long all of it lasts. */
  public SceneMinutes minutes(int wordsPerMinute) {
    SceneMinutes sum = new SceneMinutes(0, 0);
    for (SceneLength scene : scenes) {
      sum = sum.plus(scene.minutes(wordsPerMinute));
    }
    return sum;
  }

  /** The words that count. */
  public int words() {
    return scenes.stream().mapToInt(SceneLength::words).sum();
  }

  /** How much a character speaks; empty where they do not. */
  public Optional<CharacterLength> character(String name) {
    return characters.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** How long the scenes last that are taken for this one; null where there is none. */
  public @Nullable SceneMinutes minutes(SceneLength wanted, int wordsPerMinute) {
    @Nullable SceneMinutes sum = null;
    for (SceneLength scene : scenes) {
      if (scene.isSame(wanted)) {
        SceneMinutes own = scene.minutes(wordsPerMinute);
        sum = sum == null ? own : sum.plus(own);
      }
    }
    return sum;
  }
}
