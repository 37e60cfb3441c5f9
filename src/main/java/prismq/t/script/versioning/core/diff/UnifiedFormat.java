package prismq.t.script.versioning.core.diff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a diff in the unified format of GNU diffutils, as patch and git apply take it: exact
 * bytes, and {@code \ No newline at end of file} where it applies.
 */
public final class UnifiedFormat {
  private UnifiedFormat() {}

  /**
   * The diff as bytes; empty where the texts are equal.
   *
   * @param fromName a file name without line breaks, for the {@code ---} line
   * @param toName a file name without line breaks, for the {@code +++} line
   * @param context number of unchanged lines around each change
   */
  public static byte[] write(Diff diff, String fromName, String toName, int context) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!diff.isEmpty()) {
      out.writeBytes(
          ("--- " + fromName + "\n+++ " + toName + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (Hunk hunk : diff.hunks(context)) {
      out.writeBytes((hunk.header() + "\n").getBytes(StandardCharsets.UTF_8));
      for (Row row : hunk.rows()) {
        out.write(sign(row));
        out.writeBytes(row.exactLine().getBytes(StandardCharsets.ISO_8859_1));
        if (!row.endsWithNewline()) {
          out.writeBytes("\n\\ No newline at end of file\n".getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return out.toByteArray();
  }

  private static char sign(Row row) {
    return switch (row.kind()) {
      case UNCHANGED -> ' ';
      case DELETED -> '-';
      case INSERTED -> '+';
    };
  }
}
