package prismq.t.script.versioning.core.diff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Writes a diff in the unified format of GNU diffutils, as patch and git apply take it: exact
 * bytes, and {@code \ No newline at end of file} where it applies.
 */
public final class UnifiedFormat {
  private static final byte[] NO_NEWLINE =
      "\n\\ No newline at end of file\n".getBytes(StandardCharsets.UTF_8);

  private final Diff diff;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int nextEdit;

  private UnifiedFormat(Diff diff) {
    this.diff = diff;
  }

  /**
   * The diff as bytes; empty where the texts are equal.
   *
   * @param fromName a file name without line breaks, for the {@code ---} line
   * @param toName a file name without line breaks, for the {@code +++} line
   * @param context number of unchanged lines around each change
   */
  public static byte[] write(Diff diff, String fromName, String toName, int context) {
    UnifiedFormat format = new UnifiedFormat(diff);
    if (!diff.isEmpty()) {
      format.heading("--- " + fromName + "\n+++ " + toName);
    }
    diff.hunks(context).forEach(format::hunk);
    return format.out.toByteArray();
  }

  private void heading(String heading) {
    out.writeBytes((heading + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Uses the edits, not the rows, which are made for display. */
  private void hunk(Hunk hunk) {
    heading(hunk.header());
    int line = hunk.fromStart() - (hunk.fromLines() == 0 ? 0 : 1);
    int end = line + hunk.fromLines();
    // An unchanged line stays between two edits, so that the next hunk's start behind this end.
    while (nextEdit < diff.edits().size() && diff.edits().get(nextEdit).fromStart() <= end) {
      Edit edit = diff.edits().get(nextEdit++);
      lines(' ', diff.from(), line, edit.fromStart());
      lines('-', diff.from(), edit.fromStart(), edit.fromEnd());
      lines('+', diff.to(), edit.toStart(), edit.toEnd());
      line = edit.fromEnd();
    }
    lines(' ', diff.from(), line, end);
  }

  private void lines(char sign, Pieces lines, int start, int end) {
    for (int line = start; line < end; line++) {
      String exactLine = lines.get(line);
      out.write(sign);
      out.writeBytes(exactLine.getBytes(StandardCharsets.ISO_8859_1));
      if (!exactLine.endsWith("\n")) {
        out.writeBytes(NO_NEWLINE);
      }
    }
  }
}
