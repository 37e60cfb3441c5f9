package prismq.t.script.versioning.core.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.PageMeasure;

/**
 * How long something lasts, by its words and by its pages; whichever is less, and whichever is
 * more.
 */
public record SceneMinutes(double least, double most) {
  /** Words that are spoken, or acted, in a minute, unless it is said otherwise. */
  public static final int WORDS_A_MINUTE = 150;

  /** The minutes of words and of eighths of a page, which lasts one; of words alone without. */
  public static SceneMinutes of(int words, @Nullable Integer eighths, int wordsPerMinute) {
    double byWords = words / (double) wordsPerMinute;
    double byPages = eighths == null ? byWords : eighths / (double) PageMeasure.EIGHTHS;
    return between(byWords, byPages);
  }

  /** From the lesser of two to the greater. */
  public static SceneMinutes between(double one, double other) {
    return new SceneMinutes(Math.min(one, other), Math.max(one, other));
  }

  /** One after the other. */
  public SceneMinutes plus(SceneMinutes other) {
    return new SceneMinutes(least + other.least, most + other.most);
  }

  /** All scenes one after the other. */
  public static SceneMinutes sum(List<Scene> scenes) {
    SceneMinutes sum = new SceneMinutes(0, 0);
    for (Scene scene : scenes) {
      sum = sum.plus(scene.minutes());
    }
    return sum;
  }

  /** In the middle between both. */
  public double middle() {
    return (least + most) / 2;
  }
}
