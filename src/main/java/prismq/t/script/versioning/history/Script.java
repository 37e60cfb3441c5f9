package prismq.t.script.versioning.history;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What has a history.
 *
 * @param scriptId the key its user chose
 * @param latestVersion the highest version number of all branches; 0 before the first version
 * @param changedAt when a version was last saved here
 * @param format what somebody said its texts are written as; null to have each text tell
 * @param descriptionRequired whether whoever saves a version has to say what changed
 * @param isArchived whether it was put away, and stands in no list unless that is asked for
 * @param wordsPerMinute that are spoken, or acted
 */
public record Script(
    String scriptId,
    String title,
    int latestVersion,
    Instant createdAt,
    Instant changedAt,
    @Nullable TextFormat format,
    boolean descriptionRequired,
    boolean isArchived,
    int wordsPerMinute) {
  /** Longest title, in characters. */
  public static final int MAX_TITLE = 200;

  private static final Pattern SCRIPT_ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /** The format that is kept by this word; null for none. */
  public static @Nullable TextFormat keptFormat(@Nullable String word) {
    return word == null ? null : TextFormat.named(word).orElse(null);
  }

  /** Whether one of its texts is a screenplay, which is read in a typewriter face. */
  public boolean isScreenplay(ScriptText text) {
    return TextFormat.isScreenplay(format, text);
  }

  /**
   * The key, when it keeps the rules.
   *
   * @throws InvalidInputException if it does not
   */
  public static String checkedId(String scriptId) {
    // Browsers remove "." and ".." from addresses.
    if (!SCRIPT_ID.matcher(scriptId).matches() || scriptId.equals(".") || scriptId.equals("..")) {
      throw new InvalidInputException("script_id", FilledMessage.of("field.script_id"));
    }
    return scriptId;
  }

  /**
   * The title without white space around it, when it keeps the rules.
   *
   * @throws InvalidInputException if it is empty, longer than {@value #MAX_TITLE} characters, or
   *     has control characters
   */
  public static String checkedTitle(String title) {
    return Field.line("title", title, MAX_TITLE);
  }
}
