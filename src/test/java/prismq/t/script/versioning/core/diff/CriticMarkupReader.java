package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import prismq.t.script.versioning.core.text.ScriptText;

/** Reads CriticMarkup once from its start to its end, accepting or rejecting all of it. */
final class CriticMarkupReader {
  private final String marked;
  private final StringBuilder accepted = new StringBuilder();
  private final StringBuilder rejected = new StringBuilder();
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

  private void next() {
    switch (marked.substring(at, Math.min(at + 3, marked.length()))) {
      case "{++" -> accepted.append(inside("++}"));
      case "{--" -> rejected.append(inside("--}"));
      case "{>>" -> inside("<<}");
      case "{~~" -> {
        String both = inside("~~}");
        int middle = both.indexOf("~>");
        rejected.append(both, 0, middle);
        accepted.append(both.substring(middle + 2));
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
