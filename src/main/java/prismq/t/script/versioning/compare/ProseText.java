package prismq.t.script.versioning.compare;

import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.web.Html;

/** Text of the prose view as HTML, in an element that keeps white space. */
final class ProseText {
  /** Most blanks that are each shown by a sign of their own where they were added or removed. */
  private static final int MAX_SIGNS = 40;

  private final Html html;

  /** Writes into this. */
  ProseText(Html html) {
    this.html = html;
  }

  /** Starts what was removed, or what was added. */
  void startMark(boolean deleted, boolean blank) {
    html.raw(deleted ? "<del" : "<ins").raw(blank ? " class=\"blank\">" : ">");
    html.raw("<span class=\"hidden\">").raw(deleted ? "deleted: " : "inserted: ").raw("</span>");
  }

  /** Ends what {@link #startMark} started. */
  void endMark(boolean deleted) {
    html.raw(deleted ? "</del>" : "</ins>");
  }

  /**
   * Text that continues a line broken for its width. Its break is still there, for those who copy
   * the text and look for it, and looks like a space.
   */
  void plain(String text) {
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

  /** White space as signs that can be seen. */
  void blanks(String text) {
    int signs = 0;
    for (int i = 0; i < text.length() && signs < MAX_SIGNS; i++) {
      char c = text.charAt(i);
      if (c == '\r' || (c == Paragraphs.SOFT_BREAK && signs > 0 && text.charAt(i - 1) == c)) {
        continue;
      }
      signs++;
      switch (c) {
        case '\n' -> html.raw("¶\n");
        case Paragraphs.SOFT_BREAK -> html.raw("↵ ");
        case '\t' -> html.raw("→");
        default -> html.raw("·");
      }
    }
  }
}
