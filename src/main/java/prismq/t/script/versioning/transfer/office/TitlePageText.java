package prismq.t.script.versioning.transfer.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The title page of a screenplay in Fountain: keys, and the lines that belong to each. */
final class TitlePageText {
  private static final String INDENT = "    ";

  private TitlePageText() {}

  /**
   * Made of the lines of a title page, in their order, of which empty ones set parts apart.
   *
   * @return empty if nothing is on it, otherwise with a blank line at its end
   */
  static String of(List<String> lines) {
    List<String> title = new ArrayList<>();
    List<String> author = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    String credit = "";
    List<String> part = title;
    for (String line : String.join("\n", lines).split("\n", -1)) {
      String words = line.strip();
      if (words.isEmpty()) {
        // The title and the names of authors end where a blank line follows them.
        part = part.isEmpty() ? part : rest;
      } else if (credit.isEmpty() && isCredit(words)) {
        credit = words;
        part = author;
      } else {
        part.add(words);
      }
    }
    StringBuilder text = new StringBuilder();
    put(text, "Title", title);
    put(text, "Credit", credit.isEmpty() ? List.of() : List.of(credit));
    put(text, "Author", author);
    put(text, "Contact", rest);
    return text.length() == 0 ? "" : text.append('\n').toString();
  }

  private static boolean isCredit(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .matches("by|(written|screenplay|teleplay|story|script|adapted|original)\\b.*\\bby:?");
  }

  private static void put(StringBuilder text, String key, List<String> lines) {
    if (lines.size() == 1) {
      text.append(key).append(": ").append(lines.get(0)).append('\n');
    } else if (!lines.isEmpty()) {
      text.append(key).append(":\n");
      lines.forEach(line -> text.append(INDENT).append(line).append('\n'));
    }
  }
}
