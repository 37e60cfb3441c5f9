package prismq.t.script.versioning.transfer.imports;

import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Script;

/** Script ids and titles made of the names of files. */
public final class ScriptIds {
  private static final int MAX_LENGTH = 100;

  private ScriptIds() {}

  /** The nearest script id; what the rules do not allow becomes a hyphen. */
  public static String from(String path) {
    StringBuilder id = new StringBuilder();
    path.codePoints().forEach(c -> id.append(isAllowed(c) ? (char) c : '-'));
    if (id.isEmpty() || id.toString().equals(".") || id.toString().equals("..")) {
      return "script";
    }
    // The end of a long path tells more than its start.
    return id.substring(Math.max(0, id.length() - MAX_LENGTH));
  }

  /** The id to try after a number of conflicts with other files. */
  public static String from(String path, int attempt) {
    String id = from(path);
    if (attempt == 0) {
      return id;
    }
    String suffix = "-" + (attempt + 1);
    return id.substring(Math.max(0, id.length() + suffix.length() - MAX_LENGTH)) + suffix;
  }

  /** A title that keeps the rules. */
  public static String title(String name) {
    String title = PlainText.line(name, Script.MAX_TITLE);
    return title.isEmpty() ? "Untitled" : title;
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }
}
