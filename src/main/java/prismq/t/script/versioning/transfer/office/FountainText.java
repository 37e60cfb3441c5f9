package prismq.t.script.versioning.transfer.office;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts a screenplay in Fountain together (fountain.io/syntax). Where words would be read as
 * something else than they are, the mark that forces it stands before them.
 */
final class FountainText {
  private static final Pattern SCENE_HEADING =
      Pattern.compile("(?i)(?:int|ext|est|int\\.?/ext|i/e)[. ].*");
  private static final String MARKS = ".@!>~#=";

  private final StringBuilder text = new StringBuilder();
  private final int limit;

  /** A name whose speech is awaited, without a mark; empty for none. */
  private String speaker = "";

  private boolean isSecond;
  private boolean isSpeech;

  /**
   * Starts with nothing.
   *
   * @param limit longest text, in characters
   */
  FountainText(int limit) {
    this.limit = limit;
  }

  /** A scene heading and its number, if it has one. */
  void sceneHeading(String words, @Nullable String number) {
    String heading = oneLine(words);
    if (!heading.isEmpty()) {
      block(
          (SCENE_HEADING.matcher(heading).matches() ? "" : ".")
              + heading
              + (number == null || number.isBlank() ? "" : " #" + number.strip() + "#"));
    }
  }

  /** What is seen and heard. */
  void action(String words) {
    String lines = words.stripTrailing();
    if (lines.isBlank()) {
      return;
    }
    String[] all = lines.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      boolean isBeforeWords = i + 1 < all.length && !all[i + 1].isBlank();
      boolean isTitle = i == 0 && text.length() == 0 && all[i].contains(":");
      if (!all[i].isBlank() && (isTitle || isReadOtherwise(all[i].strip(), isBeforeWords))) {
        all[i] = "!" + all[i];
      }
    }
    block(String.join("\n", all));
  }

  private static boolean isReadOtherwise(String line, boolean isBeforeWords) {
    return isMarked(line)
        || SCENE_HEADING.matcher(line).matches()
        || isTransition(line)
        || (isBeforeWords && isCapital(line));
  }

  private static boolean isMarked(String line) {
    return MARKS.indexOf(line.charAt(0)) >= 0;
  }

  private static boolean isTransition(String line) {
    return isCapital(line) && line.endsWith("TO:");
  }

  /** Whether there are letters, and none of them is a small one. */
  private static boolean isCapital(String line) {
    return line.equals(line.toUpperCase(Locale.ROOT))
        && line.codePoints().anyMatch(Character::isLetter);
  }

  /**
   * Who speaks next.
   *
   * @param isAtOnce whether that is heard together with the one before
   */
  void character(String words, boolean isAtOnce) {
    endSpeech();
    speaker = oneLine(words);
    isSecond = isAtOnce;
  }

  /** A direction inside a speech. */
  void parenthetical(String words) {
    String direction = oneLine(words);
    if (!direction.isEmpty()) {
      speech(
          direction.startsWith("(") && direction.endsWith(")")
              ? direction
              : "(" + direction.replaceAll("^\\(|\\)$", "") + ")");
    }
  }

  /** What somebody says; blank lines in it are kept by spaces. */
  void dialogue(String words) {
    String lines = words.strip();
    if (!lines.isEmpty()) {
      speech(lines.replaceAll("(?m)^\\s*$", "  "));
    }
  }

  private void speech(String lines) {
    if (!speaker.isEmpty()) {
      String named = name(speaker) + (isSecond ? " ^" : "");
      speaker = "";
      block(named);
      isSpeech = true;
    }
    if (isSpeech) {
      text.append('\n').append(lines);
      MarkdownText.check(text.length(), limit);
    } else {
      action(lines);
    }
  }

  private static String name(String words) {
    // What stands in brackets after a name may have small letters.
    String bare = words.replaceFirst("\\s*\\(.*", "");
    boolean isPlain =
        isCapital(bare)
            && !isMarked(words)
            && !SCENE_HEADING.matcher(words).matches()
            && !isTransition(words);
    return (isPlain ? "" : "@") + words;
  }

  /** How one scene becomes the next. */
  void transition(String words) {
    String line = oneLine(words);
    if (!line.isEmpty()) {
      boolean isPlain = isTransition(line) && !isMarked(line) && text.length() > 0;
      block((isPlain ? "" : "> ") + line);
    }
  }

  /** Lines in the middle. */
  void centred(String words) {
    if (!words.isBlank()) {
      block(words.strip().replaceAll("(?m)^[ \\t]*(\\S.*?)[ \\t]*$", "> $1 <"));
    }
  }

  /** What somebody sings. */
  void lyrics(String words) {
    if (!words.isBlank()) {
      String lines = words.strip().replaceAll("(?m)^(?=.*\\S)", "~");
      if (isSpeech || !speaker.isEmpty()) {
        speech(lines);
      } else {
        block(lines);
      }
    }
  }

  void pageBreak() {
    if (text.length() > 0) {
      block("===");
    }
  }

  private static String oneLine(String words) {
    return words.strip().replaceAll("\\s*\\n\\s*", " ");
  }

  private void endSpeech() {
    isSpeech = false;
    String silent = speaker;
    speaker = "";
    if (!silent.isEmpty()) {
      action(silent);
    }
  }

  private void block(String lines) {
    endSpeech();
    text.append(text.length() == 0 ? "" : "\n\n").append(lines);
    MarkdownText.check(text.length(), limit);
  }

  /** All of it. */
  String text() {
    endSpeech();
    return text.length() == 0 ? "" : text + "\n";
  }
}
