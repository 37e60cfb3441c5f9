package prismq.t.script.versioning.comment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * A text as browsers show it: without its byte order mark, and with one character for each end of a
 * line. Tells where its lines stand in the text itself.
 */
final class ShownText {
  /** Of each code point that is shown, and of the end, the code point of the text. */
  private final int[] points;

  private final int[] lineStarts;

  private ShownText(int[] points, int[] lineStarts) {
    this.points = points;
    this.lineStarts = lineStarts;
  }

  static ShownText of(ScriptText text) {
    int[] read = new String(text.read(), StandardCharsets.UTF_8).codePoints().toArray();
    int[] points = new int[read.length + 1];
    int[] lineStarts = new int[read.length + 2];
    int shown = 0;
    int lines = 1;
    for (int at = text.hasByteOrderMark() ? 1 : 0; at < read.length; at++) {
      boolean isPair = read[at] == '\r' && at + 1 < read.length && read[at + 1] == '\n';
      if (!isPair) {
        points[shown++] = at;
        if (read[at] == '\n' || read[at] == '\r') {
          lineStarts[lines++] = shown;
        }
      }
    }
    points[shown] = read.length;
    if (shown > 0 && lineStarts[lines - 1] == shown) {
      lines--; // No line starts after the last end.
    }
    return new ShownText(
        Arrays.copyOf(points, shown + 1), Arrays.copyOf(lineStarts, shown == 0 ? 0 : lines));
  }

  int lines() {
    return lineStarts.length;
  }

  /**
   * Whole lines, counted from 1, without the end of the last one.
   *
   * @throws InvalidInputException if they are not there, or empty
   */
  CodePointRange lines(int first, int last) {
    if (first < 1 || first > lines()) {
      throw new InvalidInputException("first_line", FilledMessage.of("comments.lines", lines()));
    }
    if (last < first || last > lines()) {
      throw new InvalidInputException("last_line", FilledMessage.of("comments.lines", lines()));
    }
    int start = lineStarts[first - 1];
    int end = last == lines() ? points.length - 1 : lineStarts[last] - 1;
    if (end <= start) {
      throw new InvalidInputException("first_line", FilledMessage.of("comments.blank_line"));
    }
    return new CodePointRange(points[start], points[end]);
  }
}
