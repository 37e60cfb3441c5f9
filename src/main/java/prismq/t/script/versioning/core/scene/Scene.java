package prismq.t.script.versioning.core.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scene of a screenplay, or a section of another text.
 *
 * @param number as the author gave it; empty for none
 * @param heading without signs of markup; empty for what stands before the first one
 * @param start in {@code char}s of the text
 * @param end the first one that no longer belongs to it
 * @param words those that are printed, its heading among them
 * @param eighths of a page; null where the text has no pages
 * @param characters who speaks in it, in the order in which they begin
 * @param body what is printed of it below its heading, a line for each element
 * @param wordsPerMinute that are spoken, or acted
 */
public record Scene(
    String number,
    String heading,
    int start,
    int end,
    int words,
    @Nullable Integer eighths,
    List<String> characters,
    String body,
    int wordsPerMinute) {
  /** The same where another number of words is spoken in a minute. */
  Scene at(int rate) {
    return new Scene(number, heading, start, end, words, eighths, characters, body, rate);
  }

  /** How long it lasts. */
  public SceneMinutes minutes() {
    return SceneMinutes.of(words, eighths, wordsPerMinute);
  }
}
