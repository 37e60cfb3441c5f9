package prismq.t.script.versioning.core.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.PageMeasure;

/**
 * How long something lasts, by its words and by its pages; whichever is less, and whichever is
 * more.
 */
public record SceneMinutes(double least, double most) {
  /** Words that are spoken, or acted, in a minute. */
  public static final int WORDS_A_MINUTE = 150;

  /** The minutes of words and of eighths of a page, which lasts one; of words alone without. */
  static SceneMinutes of(int words, @Nullable Integer eighths) {
    double byWords = words / (double) WORDS_A_MINUTE;
    double byPages = eighths == null ? byWords : eighths / (double) PageMeasure.EIGHTHS;
    return new SceneMinutes(Math.min(byWords, byPages), Math.max(byWords, byPages));
  }

  /** All scenes one after the other. */
  public static SceneMinutes sum(List<Scene> scenes) {
    double least = 0;
    double most = 0;
    for (Scene scene : scenes) {
      least += scene.minutes().least;
      most += scene.minutes().most;
    }
    return new SceneMinutes(least, most);
  }

  /** In the middle between both. */
  public double middle() {
    return (least + most) / 2;
  }
}
