package prismq.t.script.versioning.core.text;

/**
 * Where lines end: at a line feed, with the carriage return before it, and at a carriage return
 * alone, as on a Macintosh before 2001.
 */
public final class LineEnds {
  private LineEnds() {}

  /** Whether a line ends with the character at a position. */
  public static boolean endsAt(CharSequence text, int at) {
    char character = text.charAt(at);
    return character == '\n'
        || (character == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
  }

  /** The same in the bytes of a text in UTF-8. */
  public static boolean endsAt(byte[] text, int at) {
    return text[at] == '\n'
        || (text[at] == '\r' && (at + 1 == text.length || text[at + 1] != '\n'));
  }

  /** A text with a line feed for each carriage return alone, so that it is as long. */
  public static String withLineFeeds(String text) {
    StringBuilder changed = null;
    for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
      if (endsAt(text, at)) {
        changed = changed == null ? new StringBuilder(text) : changed;
        changed.setCharAt(at, '\n');
      }
    }
    return changed == null ? text : changed.toString();
  }
}
