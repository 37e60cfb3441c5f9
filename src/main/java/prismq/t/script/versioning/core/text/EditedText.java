package prismq.t.script.versioning.core.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an exact text from the value of a browser's text field. Browsers turn every line ending
 * into CRLF and cannot hold a byte order mark or bytes that are not UTF-8; lines that the user left
 * as they were get their exact bytes back from the text the field was filled with.
 */
public final class EditedText {
  private EditedText() {}

  /**
   * The exact text.
   *
   * @param base what the field was filled with
   * @param submitted what the browser sent
   * @throws NotTextException where it has NUL characters or half surrogate pairs
   */
  public static ScriptText restore(ScriptText base, String submitted) {
    return restore(base, submitted, base);
  }

  /**
   * The same for a passage of a larger text.
   *
   * @param around the text whose line endings new lines get
   */
  public static ScriptText restore(ScriptText base, String submitted, ScriptText around) {
    String normalised = normalised(submitted);
    String ending = around.lineEnding();
    if (isShownExactly(base) && ending.equals("\n")) {
      return ScriptText.of(normalised);
    }
    if (shown(base).equals(normalised)) {
      return base;
    }
    Map<String, Deque<String>> exactLines = new HashMap<>();
    for (String exact : base.exactLines()) {
      exactLines
          .computeIfAbsent(ScriptText.displayLine(exact), line -> new ArrayDeque<>())
          .add(exact);
    }
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < normalised.length()) {
      int end = normalised.indexOf('\n', start);
      boolean ended = end >= 0;
      String line = normalised.substring(start, ended ? end : normalised.length());
      if (start == 0 && base.hasByteOrderMark() && !line.startsWith("\uFEFF")) {
        line = "\uFEFF" + line;
      }
      Deque<String> known = exactLines.get(line);
      String exact = known == null || known.isEmpty() ? null : known.poll();
      lines.add(
          exact != null && LineEnds.endsAt(exact, exact.length() - 1) == ended
              ? exact
              : exact(line) + (ended ? ending : ""));
      start = ended ? end + 1 : normalised.length();
    }
    return ScriptText.ofExactLines(lines);
  }

  /** Whether an unchanged text field sends back every byte. */
  private static boolean isShownExactly(ScriptText text) {
    return text.encoding().isUtf8()
        && !text.hasByteOrderMark()
        && !text.hasCarriageReturn()
        && text.exactlyDecoded();
  }

  /** A text as a text field shows it: every line ending as a line feed. */
  public static String shown(ScriptText text) {
    return normalised(text.display());
  }

  /** What a text field sent, every line ending as a line feed. */
  public static String normalised(String submitted) {
    return submitted.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String exact(String line) {
    return ScriptText.of(line).exactLines().text();
  }
}
