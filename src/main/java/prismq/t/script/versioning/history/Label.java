package prismq.t.script.versioning.history;

import java.text.Normalizer;
import java.time.Instant;
import java.util.regex.Pattern;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * A name for one version of a script, such as the one that was sent or recorded.
 *
 * @param createdAt when it was given
 */
public record Label(String name, int versionNumber, Instant createdAt) {
  /** Longest name, in characters. */
  public static final int MAX_NAME = 100;

  /** Most labels of a script. */
  public static final int MAX_COUNT = 100_000;

  /** A name of only these signs is invisible. */
  private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]");

  /**
   * The name in the composed form of Unicode, with single spaces of the usual kind and none around
   * it: others look the same.
   */
  public static String tidied(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("\\p{Z}+", " ").strip();
  }

  /** Whether a name is visible. */
  public static boolean isVisible(String name) {
    return VISIBLE.matcher(name).find();
  }

  /**
   * The tidied name, when it keeps the rules.
   *
   * @throws InvalidInputException if there is nothing to see of it, it is longer than {@value
   *     #MAX_NAME} characters, or has control characters
   */
  public static String checkedName(String name) {
    String line = Field.line("name", tidied(name), MAX_NAME);
    if (!isVisible(line)) {
      throw new InvalidInputException("name", FilledMessage.of("field.invisible"));
    }
    return line;
  }
}
