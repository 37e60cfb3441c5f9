package prismq.t.script.versioning.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Comma-separated values (RFC 4180): rows ended by CRLF. A {@link #safe} text is one that no
 * spreadsheet takes for a formula, because an apostrophe stands before it.
 */
public final class CsvTable {
  /**
   * What formulas begin with, in spreadsheets of all countries, where a cell begins: also behind a
   * semicolon, a tab or a line break, at which a spreadsheet that splits at those begins another.
   */
  private static final Pattern FORMULA_START =
      Pattern.compile("(?<![^;\\t\\r\\n])(?=[\\p{Z}\"\\uFEFF]*[=+\\-@＝＋－＠])");

  private static final Pattern PLAIN =
      Pattern.compile("(?![\\s\\p{Z}])[^,;\"\\t\\r\\n]*(?<![\\s\\p{Z}])");

  private final Writer out;

  /** Writes to this, which stays open. */
  public CsvTable(Writer out) {
    this.out = out;
  }

  /** A text that no spreadsheet takes for a formula. */
  public static String safe(String text) {
    return FORMULA_START.matcher(text).replaceAll("'");
  }

  /** Writes a row. */
  public void row(List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(quoted(cells.get(i)));
    }
    out.write("\r\n");
  }

  private static String quoted(String cell) {
    return PLAIN.matcher(cell).matches() ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
