package prismq.t.script.versioning.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of all figures, in Markdown; rows are shown as they come, too. */
final class Report {
  private static final List<String> TITLES = List.of("What", "Ours", "git", "Goal", "Met");

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Adds a figure that has no goal. */
  void add(String what, String ours, String git) {
    row(List.of(what, ours, git, "", ""));
  }

  /** Adds a figure with its goal. */
  void add(String what, String ours, String git, String goal, boolean met) {
    row(List.of(what, ours, git, goal, met ? "yes" : "no"));
  }

  /** Adds a line above the table. */
  void note(String text) {
    notes.add(text);
    System.out.println(text);
  }

  private void row(List<String> row) {
    rows.add(row);
    System.out.println(String.join(" | ", row));
  }

  /** The Markdown, its columns padded so that it reads well as plain text. */
  String markdown() {
    int[] widths = new int[TITLES.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = TITLES.get(column).length();
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder markdown = new StringBuilder(String.join("\n\n", notes)).append("\n\n");
    line(markdown, TITLES, widths);
    markdown.append('|');
    for (int width : widths) {
      markdown.append("-".repeat(width + 2)).append('|');
    }
    markdown.append('\n');
    rows.forEach(row -> line(markdown, row, widths));
    return markdown.toString();
  }

  private static void line(StringBuilder markdown, List<String> cells, int[] widths) {
    markdown.append('|');
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      markdown.append(' ').append(cell).append(" ".repeat(widths[column] - cell.length()));
      markdown.append(" |");
    }
    markdown.append('\n');
  }

  void write(Path file) throws IOException {
    Files.writeString(file, markdown());
  }
}
