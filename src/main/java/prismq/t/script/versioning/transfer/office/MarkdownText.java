package prismq.t.script.versioning.transfer.office;

import prismq.t.script.versioning.language.FilledMessage;

/** Puts a text in Markdown together: a blank line between paragraphs, none inside a list. */
final class MarkdownText {
  private static final int DEEPEST_HEADING = 6;
  private static final int DEEPEST_ITEM = 9;

  /** Puts an item inside one above it, whether that has a bullet or a number. */
  private static final String STEP = "   ";

  private final StringBuilder text = new StringBuilder();
  private final int limit;
  private boolean isInList;

  /**
   * Starts with nothing.
   *
   * @param limit longest text, in characters
   */
  MarkdownText(int limit) {
    this.limit = limit;
  }

  void paragraph(String words) {
    add("", words, false);
  }

  /** A heading of a level from 1. */
  void heading(int level, String words) {
    String oneLine = words.strip().replaceAll("\\s*\\n\\s*", " ");
    add("#".repeat(Math.max(1, Math.min(level, DEEPEST_HEADING))) + " ", oneLine, false);
  }

  /**
   * An item of a list.
   *
   * @param level how many lists it lies in, from 0
   * @param mark “-” or a number with a full stop
   */
  void item(int level, String mark, String words) {
    String indent = STEP.repeat(Math.min(level, DEEPEST_ITEM));
    String lines = words.strip().replace("\n", "\n" + indent + " ".repeat(mark.length() + 1));
    add(indent + mark + " ", lines, true);
  }

  private void add(String before, String words, boolean isItem) {
    String stripped = words.strip();
    if (stripped.isEmpty()) {
      return;
    }
    if (text.length() > 0) {
      text.append(isItem && isInList ? "\n" : "\n\n");
    }
    isInList = isItem;
    text.append(before).append(stripped);
    check(text.length(), limit);
  }

  /**
   * Stops where a document is made to have a text without end.
   *
   * @throws UnreadableDocumentException if the length is above the limit
   */
  static void check(int length, int limit) {
    if (length > limit) {
      throw new UnreadableDocumentException(FilledMessage.of("office.too_large", limit), null);
    }
  }

  @Override
  public String toString() {
    return text.length() == 0 ? "" : text + "\n";
  }
}
