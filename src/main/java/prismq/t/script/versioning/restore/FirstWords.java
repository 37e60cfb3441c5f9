package prismq.t.script.versioning.restore;

import java.util.List;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;

/** The first words of a text, to name it by. */
final class FirstWords {
  private static final int MAX_LENGTH = 60;

  private FirstWords() {}

  /** The first words of some exact lines in quotation marks. */
  static String quoted(List<String> exactLines) {
    StringBuilder words = new StringBuilder();
    for (String exact : exactLines) {
      words.append(ScriptText.displayLine(exact).replace("\uFEFF", "")).append(' ');
      if (words.length() > 4 * MAX_LENGTH) {
        break;
      }
    }
    String first = shortened(words.toString(), MAX_LENGTH);
    return first.isEmpty()
        ? Messages.text("restore.blank_lines")
        : Messages.text("restore.quoted", first);
  }

  /** A text of one line up to a length, cut between words if possible. */
  static String shortened(String text, int longest) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.codePointCount(0, line.length()) <= longest) {
      return line;
    }
    int end = line.offsetByCodePoints(0, longest);
    int space = line.lastIndexOf(' ', end);
    return line.substring(0, space > end / 2 ? space : end) + "…";
  }
}
