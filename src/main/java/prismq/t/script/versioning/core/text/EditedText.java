package prismq.t.script.versioning.core.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an exact text of what came out of a browser's text field. Browsers turn every line ending
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
    String normalised = submitted.replace("\r\n", "\n").replace('\r', '\n');
    if (shown(base).equals(normalised)) {
      return base;
    }
    Map<String, Deque<String>> exactLines = new HashMap<>();
    int windowsEndings = 0;
    List<String> baseLines = base.exactLines();
    for (String exact : baseLines) {
      exactLines
          .computeIfAbsent(ScriptText.displayLine(exact), line -> new ArrayDeque<>())
          .add(exact);
      windowsEndings += exact.endsWith("\r\n") ? 1 : 0;
    }
    String ending = windowsEndings * 2 > baseLines.size() ? "\r\n" : "\n";
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
          exact != null && exact.endsWith("\n") == ended
              ? exact
              : exact(line) + (ended ? ending : ""));
      start = ended ? end + 1 : normalised.length();
    }
    return ScriptText.ofExactLines(lines);
  }

  private static String shown(ScriptText text) {
    return text.display().replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String exact(String line) {
    return new String(ScriptText.of(line).bytes(), StandardCharsets.ISO_8859_1);
  }
}
