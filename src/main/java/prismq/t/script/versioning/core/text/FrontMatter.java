package prismq.t.script.versioning.core.text;

/** The settings that Markdown may begin with, between lines of three hyphens. */
public final class FrontMatter {
  private FrontMatter() {}

  /** Where the text begins behind it, and behind a byte order mark. */
  public static int end(String text) {
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    int at = lineEnd(text, start);
    if (!text.startsWith("---", start) || !text.substring(start, at).strip().equals("---")) {
      return start;
    }
    while (at < text.length()) {
      int end = lineEnd(text, at);
      String line = text.substring(at, end).strip();
      if (line.equals("---") || line.equals("...")) {
        return end;
      }
      at = end;
    }
    return start;
  }

  /** Behind the end of the line that begins at a place. */
  public static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (LineEnds.endsAt(text, at++)) {
        break;
      }
    }
    return at;
  }
}
