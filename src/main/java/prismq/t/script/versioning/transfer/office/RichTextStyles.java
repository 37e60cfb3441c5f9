package prismq.t.script.versioning.transfer.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The style sheet of a file in the Rich Text Format, as far as it makes headings. */
final class RichTextStyles {
  private static final int BODY_TEXT = 9;
  private static final int LONGEST_NAME = 500;
  private static final int NO_PARAGRAPH_STYLE = -1;

  private final Map<Integer, Integer> headings = new HashMap<>();
  private final StringBuilder name = new StringBuilder();
  private int style;

  /** Takes a control of the style sheet. */
  void word(String word, int number) {
    switch (word) {
      case "s" -> style = number;
      case "cs", "ds", "ts" -> style = NO_PARAGRAPH_STYLE;
      case "outlinelevel" -> {
        if (number >= 0 && number < BODY_TEXT) {
          headings.putIfAbsent(style, number + 1);
        }
      }
      default -> {}
    }
  }

  /** Takes some of the name of a style, which ends at a semicolon. */
  void named(String part) {
    name.append(part);
    if (name.indexOf(";") >= 0) {
      String plain = name.toString().replaceAll("[\\s;]", "").toLowerCase(Locale.ROOT);
      if (plain.matches("heading[1-9]")) {
        headings.put(style, plain.charAt(plain.length() - 1) - '0');
      } else if (plain.equals("title")) {
        headings.put(style, 1);
      }
      name.setLength(0);
    } else if (name.length() > LONGEST_NAME) {
      name.setLength(0);
    }
  }

  /** The level of the heading that a style makes, from 1; 0 for none. */
  int heading(int number) {
    return headings.getOrDefault(number, 0);
  }
}
