package prismq.t.script.versioning.transfer.page;

import prismq.t.script.versioning.core.text.PlainText;

/** Names of uploaded files, as they may be used for files of ours. */
final class FileName {
  private static final int MAX_LENGTH = 60;
  private static final int MAX_ENDING_LENGTH = 12;

  private FileName() {}

  /** The name without folders, and without anything that file systems refuse. */
  static String kept(String name) {
    return kept(name, 1);
  }

  /** The same for another file of that name, told apart by a number. */
  static String kept(String name, int attempt) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = PlainText.line(last, 1_000).replaceAll("[:*?\"<>|]", "-");
    int dot = plain.lastIndexOf('.');
    boolean hasEnding = dot > 0 && plain.length() - dot <= MAX_ENDING_LENGTH;
    String ending = hasEnding ? plain.substring(dot) : "";
    String start = PlainText.cut(hasEnding ? plain.substring(0, dot) : plain, MAX_LENGTH).strip();
    boolean isNothing = start.isEmpty() || start.equals(".") || start.equals("..");
    return (isNothing ? "file" : start) + (attempt == 1 ? "" : " (" + attempt + ")") + ending;
  }
}
