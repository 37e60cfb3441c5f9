package prismq.t.script.versioning.transfer.office;

/** Makes Markdown of the paragraphs of a file in the Rich Text Format. */
final class RichTextParagraphs {
  private static final int BODY_TEXT = 9;

  private final MarkdownText text;
  private final ListNumbers numbers = new ListNumbers();
  private int styleHeading;
  private int outline = -1;
  private int list;
  private int level;
  private String listMark = "";

  /**
   * Starts with nothing.
   *
   * @param limit longest text, in characters
   */
  RichTextParagraphs(int limit) {
    this.text = new MarkdownText(limit);
  }

  /** The next paragraphs have no style and are in no list. */
  void plain() {
    styleHeading = 0;
    outline = -1;
    list = 0;
    level = 0;
  }

  /** The level of a heading that a style makes of them, from 1; 0 for none. */
  void styleHeading(int heading) {
    styleHeading = heading;
  }

  /** Their level in the outline, from 0; 9 for none. */
  void outline(int newOutline) {
    outline = newOutline;
  }

  void list(int newList) {
    list = newList;
  }

  /** How many lists they lie in, from 0. */
  void level(int newLevel) {
    level = Math.max(0, Math.min(newLevel, BODY_TEXT));
  }

  /** The sign or number that is shown before the next paragraph. */
  void listMark(String shown) {
    listMark = shown;
  }

  /** Ends one that has these words. */
  void end(String words) {
    String paragraph = whole(words);
    int heading = outline >= 0 && outline < BODY_TEXT ? outline + 1 : styleHeading;
    if (heading > 0) {
      text.heading(heading, paragraph);
    } else if ((list > 0 || !listMark.isEmpty()) && !paragraph.isBlank()) {
      text.item(level, mark(), paragraph);
    } else {
      text.paragraph(paragraph);
    }
    listMark = "";
  }

  /** Bullets stand in the file as any sign, numbers as they are shown. */
  private String mark() {
    String id = Integer.toString(list);
    if (listMark.matches("\\(?\\d{1,9}[.):]?")) {
      return listMark.replaceAll("\\D", "") + ".";
    }
    if (listMark.matches("(?i)\\(?(?:[a-z]|[ivxlcdm]{1,8})[.)]|(?:\\d{1,4}\\.){1,9}\\d{0,4}\\)?")) {
      return numbers.next(id, level, 1);
    }
    numbers.endBelow(id, level);
    return "-";
  }

  /** The text with no half of a character, of which UTF-16 writes some as two. */
  private static String whole(String halves) {
    StringBuilder whole = new StringBuilder();
    halves
        .codePoints()
        .map(one -> Character.getType(one) == Character.SURROGATE ? 0xFFFD : one)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  /** All of them. */
  String text() {
    return text.toString();
  }
}
