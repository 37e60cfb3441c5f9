package prismq.t.script.versioning.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds in the lines of Markdown what a voice says in tables of voice and picture. */
public final class NarrationTable {
  private static final Pattern VOICE =
      Pattern.compile(
          "(?iu).*\\b(?:voice|voice-?over|vo|v\\.?o\\.?|narrat\\w+|audio|spoken|speaker|says|sprecher|ton|voix|voz)\\b.*");

  private static final Pattern PICTURE =
      Pattern.compile(
          "(?iu).*\\b(?:pictures?|visuals?|video|images?|shots?|screen|b-?roll|footage|bild|image|imagen)\\b.*");

  private static final int NONE = -1;
  private static final int LINES_LOOKED_AT = 2_000;

  private String previous = "";
  private int column = NONE;

  /** Begins above the first line of a text. */
  public NarrationTable() {}

  /** Whether a text has such a table. */
  public static boolean isIn(String text) {
    NarrationTable table = new NarrationTable();
    return text.indexOf('|') >= 0
        && text.lines()
            .limit(LINES_LOOKED_AT)
            .anyMatch(
                line -> {
                  table.voice(line);
                  return table.column != NONE;
                });
  }

  /** What is spoken in the next line; an empty text outside of tables. */
  public String voice(String line) {
    String above = previous;
    previous = line;
    if (line.indexOf('|') < 0) {
      column = NONE;
      return "";
    }
    if (column == NONE) {
      if (isDelimiter(line)) {
        column = voiceColumn(cells(above));
      }
      return "";
    }
    List<String> cells = cells(line);
    return column < cells.size() ? cells.get(column) : "";
  }

  private static boolean isDelimiter(String line) {
    return line.indexOf('-') >= 0 && line.chars().allMatch(c -> "|:- \t\r\n".indexOf(c) >= 0);
  }

  private static int voiceColumn(List<String> titles) {
    int voice = NONE;
    boolean hasPicture = false;
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      if (PICTURE.matcher(title).matches()) {
        hasPicture = true;
      } else if (voice == NONE && VOICE.matcher(title).matches()) {
        voice = i;
      }
    }
    return hasPicture ? voice : NONE;
  }

  private static List<String> cells(String line) {
    String row = line.strip();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = row.startsWith("|") ? 1 : 0; i < row.length(); i++) {
      char character = row.charAt(i);
      if (character == '\\' && row.startsWith("|", i + 1)) {
        cell.append('|');
        i++;
      } else if (character == '|') {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(character);
      }
    }
    if (!cell.isEmpty()) {
      cells.add(cell.toString().strip());
    }
    return cells;
  }
}
