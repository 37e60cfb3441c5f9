package prismq.t.script.versioning.core.diff;

/**
 * Changed lines that are near each other, with unchanged ones around them.
 *
 * @param fromStart number of the first line on the left side from 1; of the line before where the
 *     side has none here
 * @param fromLines number of lines on the left side
 * @param toStart as fromStart, on the right side
 * @param toLines number of lines on the right side
 */
public record Hunk(int fromStart, int fromLines, int toStart, int toLines, Rows rows) {
  /** The line that heads it in a unified diff. */
  public String header() {
    return "@@ -" + range(fromStart, fromLines) + " +" + range(toStart, toLines) + " @@";
  }

  private static String range(int start, int lines) {
    return lines == 1 ? Integer.toString(start) : start + "," + lines;
  }
}
