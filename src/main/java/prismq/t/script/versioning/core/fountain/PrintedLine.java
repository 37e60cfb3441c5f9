package prismq.t.script.versioning.core.fountain;

import java.util.List;

/**
 * A line of a page as it is printed.
 *
 * @param cells what stands in it: none in an empty line, two where two speak at once
 * @param number of the scene that it begins, which is printed in both margins; empty for none
 */
public record PrintedLine(List<PrintedCell> cells, String number) {
  /** An empty line. */
  static final PrintedLine EMPTY = new PrintedLine(List.of(), "");

  /**
   * What stands in a line side by side.
   *
   * @param type what it is a line of
   * @param column of its first letter, from 0; ten are an inch
   * @param start in {@code char}s of the source; with an equal end where it is not written there
   * @param end the first one that is not in it
   */
  public record PrintedCell(
      FountainType type, int column, List<PrintedRun> runs, int start, int end) {
    /** Its letters. */
    public String text() {
      StringBuilder text = new StringBuilder();
      runs.forEach(run -> text.append(run.text()));
      return text.toString();
    }
  }

  /** Letters of one style. */
  public record PrintedRun(String text, boolean isBold, boolean isItalic, boolean isUnderlined) {}

  /** Whether it is empty. */
  public boolean isEmpty() {
    return cells.isEmpty();
  }
}
