package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.core.text.ScriptText;

/** Reads CriticMarkup once from its start to its end, accepting or rejecting all of it. */
final class CriticMarkupReader {
  private final String marked;
  private final StringBuilder accepted = new StringBuilder();
  private final StringBuilder rejected = new StringBuilder();
  private final StringBuilder added = new StringBuilder();
  private final StringBuilder removed = new StringBuilder();
  private int at;

  CriticMarkupReader(byte[] marked) {
    this.marked = new String(marked, StandardCharsets.ISO_8859_1);
    while (at < this.marked.length()) {
      next();
    }
  }

  ScriptText accepted() {
    return ScriptText.ofExact(accepted.toString());
  }

  ScriptText rejected() {
    return ScriptText.ofExact(rejected.toString());
  }

  /** All that is marked as added, one after the other. */
  String added() {
    return added.toString();
  }

  /** All that is marked as removed. */
  String removed() {
    return removed.toString();
  }

  private void add(String text) {
    accepted.append(text);
    added.append(text);
  }

  private void remove(String text) {
    rejected.append(text);
    removed.append(text);
  }

  private void next() {
    switch (marked.substring(at, Math.min(at + 3, marked.length()))) {
      case "{++" -> add(inside("++}"));
      case "{--" -> remove(inside("--}"));
      case "{>>" -> inside("<<}");
      case "{~~" -> {
        String both = inside("~~}");
        int middle = both.indexOf("~>");
        remove(both.substring(0, middle));
        add(both.substring(middle + 2));
      }
      case "{==" -> {
        String text = inside("==}");
        accepted.append(text);
        rejected.append(text);
      }
      default -> {
        accepted.append(marked.charAt(at));
        rejected.append(marked.charAt(at++));
      }
    }
  }

  private String inside(String closing) {
    int start = at + 3;
    int end = marked.indexOf(closing, start);
    at = end + 3;
    return marked.substring(start, end);
  }
}
