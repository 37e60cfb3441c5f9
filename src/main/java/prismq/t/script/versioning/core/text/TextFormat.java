package prismq.t.script.versioning.core.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the texts of a script are written as. */
public enum TextFormat {
  /** A screenplay in Fountain. */
  SCREENPLAY("fountain"),
  /** Markdown. */
  MARKDOWN("md"),
  /** Markdown with tables of what a voice says and what is seen meanwhile. */
  NARRATION("narration"),
  /** Text without markup. */
  PLAIN("txt");

  private final String ending;

  TextFormat(String ending) {
    this.ending = ending;
  }

  /** What it is called where it is kept and sent. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of this name, or of files of this ending; empty if there is none. */
  public static Optional<TextFormat> named(String word) {
    return Arrays.stream(values())
        .filter(
            format -> format.word().equalsIgnoreCase(word) || format.ending.equalsIgnoreCase(word))
        .findFirst();
  }

  /**
   * What a text is written as.
   *
   * @param chosen what somebody said it is; null to have it told by the text
   */
  public static TextFormat of(@Nullable TextFormat chosen, ScriptText text) {
    if (chosen != null) {
      return chosen;
    }
    String display = text.display();
    if (Fountain.looksLike(display)) {
      return SCREENPLAY;
    }
    if (NarrationTable.isIn(display)) {
      return NARRATION;
    }
    return MarkdownMarks.areIn(display) ? MARKDOWN : PLAIN;
  }

  /** Whether pages show it otherwise than it was written. */
  public boolean hasPages() {
    return this != PLAIN;
  }

  /**
   * Whether a text is a screenplay; the one place where that is decided.
   *
   * @param chosen what somebody said it is; null to have it told by the text
   */
  public static boolean isScreenplay(@Nullable TextFormat chosen, ScriptText text) {
    return chosen == null ? Fountain.looksLike(text.display()) : chosen == SCREENPLAY;
  }
}
