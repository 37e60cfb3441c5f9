package prismq.t.script.versioning.core.statistics;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.scene.SceneMinutes;

/**
 * How long a scene is, or a section of another text.
 *
 * @param number as the author gave it; empty for none
 * @param heading empty for what stands before the first one
 * @param words those that are printed
 * @param eighths of a page; null where the text has no pages
 */
public record SceneLength(String number, String heading, int words, @Nullable Integer eighths) {
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_HEADING = 200;

  /** That of a scene; what is too long of its number and heading is left out. */
  static SceneLength of(Scene scene) {
    return new SceneLength(
        shortened(scene.number(), LONGEST_NUMBER),
        shortened(scene.heading(), LONGEST_HEADING),
        scene.words(),
        scene.eighths());
  }

  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }

  /** How long it lasts. */
  public SceneMinutes minutes(int wordsPerMinute) {
    return SceneMinutes.of(words, eighths, wordsPerMinute);
  }

  /**
   * Whether it is taken for the same scene: by its number, or by its heading where one has none.
   */
  public boolean isSame(SceneLength other) {
    boolean isNumbered = !number.isEmpty() && !other.number.isEmpty();
    return !isNumbered
        ? heading.equalsIgnoreCase(other.heading)
        : number.equalsIgnoreCase(other.number);
  }
}
