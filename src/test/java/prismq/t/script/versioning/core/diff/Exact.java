package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.ScriptText;

/** Does by hand what a diff says in positions of exact texts. */
final class Exact {
  private Exact() {}

  static ScriptText applied(List<Edit> edits, ScriptText from, ScriptText to) {
    String left = from.exactLines().text();
    String right = to.exactLines().text();
    StringBuilder made = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      made.append(left, at, edit.fromStart());
      made.append(right, edit.toStart(), edit.toEnd());
      at = edit.fromEnd();
    }
    return ScriptText.ofExact(made.append(left.substring(at)).toString());
  }
}
