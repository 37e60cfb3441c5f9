package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.web.Html;

/** Text of the prose view as HTML, in an element that keeps white space. */
final class ProseText {
  /** Most blanks that are each shown by a sign of their own where they were added or removed. */
  private static final int MAX_SIGNS = 40;

  /** Removed text with more breaks than these holds whole paragraphs, which keep their lines. */
  private static final int MAX_BREAKS_IN_LINE = 2;

  private final Html html;
  private final MarkWords words = MarkWords.now();

  /** Whether nothing was written since removed text ended. */
  private boolean isAfterRemoval;

  /** Writes into this. */
  ProseText(Html html) {
    this.html = html;
  }

  /** Starts what was removed, or what was added. */
  void startMark(boolean deleted, String text) {
    html.raw(deleted ? "<del" : "<ins").raw(isAfterRemoval && !deleted ? " data-instead" : "");
    html.raw(cssClass(text));
    isAfterRemoval = false;
    html.raw("<span class=\"hidden\">").text(deleted ? words.removed() : words.added());
    html.raw(" </span>");
  }

  /** The end of a mark's start tag: white space, and signs alone, have looks of their own. */
  static String cssClass(String text) {
    if (text.isBlank()) {
      return " class=\"blank\">";
    }
    return text.codePoints().noneMatch(Character::isLetterOrDigit) ? " class=\"sign\">" : ">";
  }

  /** Ends what {@link #startMark} started. */
  void endMark(boolean deleted) {
    html.raw(deleted ? "</del>" : "</ins>");
    isAfterRemoval = deleted;
  }

  /**
   * Text that continues a line broken for its width. Its break is still there, for those who copy
   * the text and look for it, and looks like a space.
   */
  void plain(String text) {
    isAfterRemoval = false;
    boolean wasBreak = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBreak = c == Paragraphs.SOFT_BREAK;
      if (c == '\r') {
        // On its own it ends a line, as it did in old files of the Mac.
        html.raw(isOnItsOwn(text, i) ? "\n" : "");
      } else if (!isBreak && c != '\uFEFF') {
        html.text(c);
      } else if (isBreak && !wasBreak) {
        html.raw("<span class=\"soft\">\n</span>");
      }
      wasBreak = isBreak;
    }
  }

  private static boolean isOnItsOwn(String text, int carriageReturn) {
    int next = carriageReturn + 1;
    return next < text.length()
        && text.charAt(next) != '\n'
        && text.charAt(next) != Paragraphs.SOFT_BREAK;
  }

  /**
   * Text that was added to a paragraph, or removed from it, with a sign for every line break. A few
   * breaks that were removed do not break the line: what is around them is together now.
   */
  void marked(String text, boolean deleted) {
    boolean isInLine = deleted && breaks(text) <= MAX_BREAKS_IN_LINE;
    int at = 0;
    for (int start = text.indexOf('\n'); start >= 0; start = text.indexOf('\n', at)) {
      plain(text.substring(at, start));
      at = endOfBreak(text, start);
      int lines = lines(text, start, at);
      html.raw("<span class=\"break\">").raw("¶".repeat(lines)).raw("</span>");
      html.raw(isInLine ? " " : "\n".repeat(lines));
    }
    plain(text.substring(at));
  }

  private static int breaks(String text) {
    int breaks = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', endOfBreak(text, at))) {
      breaks++;
    }
    return breaks;
  }

  /** Where line breaks that follow each other end. */
  private static int endOfBreak(String text, int start) {
    int end = start;
    while (end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
      end++;
    }
    return end;
  }

  private static int lines(String text, int start, int end) {
    return (int) text.substring(start, end).chars().filter(c -> c == '\n').count();
  }

  /**
   * White space as signs that can be seen.
   *
   * @param inLine whether breaks do not break the line
   */
  void blanks(String text, boolean inLine) {
    int signs = 0;
    int lines = 0;
    for (int i = 0; i < text.length() && signs < MAX_SIGNS; i++) {
      char c = text.charAt(i);
      if (c == '\r' || (c == Paragraphs.SOFT_BREAK && signs > 0 && text.charAt(i - 1) == c)) {
        continue;
      }
      signs++;
      if (c == '\n') {
        html.raw("¶");
        lines++;
        continue;
      }
      html.raw(inLine ? "" : "\n".repeat(lines));
      lines = 0;
      switch (c) {
        case Paragraphs.SOFT_BREAK -> html.raw("↵ ");
        case '\t' -> html.raw("→");
        default -> html.raw("·");
      }
    }
    html.raw(inLine ? "" : "\n".repeat(lines));
  }
}
