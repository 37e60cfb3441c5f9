package prismq.t.script.versioning.core.statistics;

import prismq.t.script.versioning.core.fountain.PageMeasure;
import prismq.t.script.versioning.core.scene.SceneMinutes;

/**
 * How much somebody speaks in a screenplay.
 *
 * @param name in capitals
 * @param words that are spoken or sung
 * @param lines of the page that these take
 * @param speeches how often they begin to speak
 * @param scenes in which they speak
 * @param pageLines of the page that their speeches take, with the names and empty lines above
 */
public record CharacterLength(
    String name, int words, int lines, int speeches, int scenes, int pageLines) {
  /** How long they speak, by their words and by the room of their speeches on the page. */
  public SceneMinutes minutes(int wordsPerMinute) {
    return SceneMinutes.between(
        words / (double) wordsPerMinute, pageLines / (double) PageMeasure.LINES_A_PAGE);
  }
}
