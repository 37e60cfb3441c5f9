package prismq.t.script.versioning.comment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import prismq.t.script.versioning.core.text.ScriptText;

/** A text with edits that do not overlap, which give the same in whatever order they are added. */
final class SuggestedText {
  private final String exact;
  private final List<SuggestedEdit> edits = new ArrayList<>();

  SuggestedText(ScriptText text) {
    this.exact = exact(text);
  }

  /** A text as it is read, with every byte as a character. */
  static String exact(ScriptText text) {
    return text.inUtf8().exactLines().text();
  }

  String exact() {
    return exact;
  }

  /** The number of an edit before that does not go together with this one, which is then left. */
  Optional<Long> add(SuggestedEdit edit) {
    Optional<Long> other =
        edits.stream().filter(edit::overlaps).map(SuggestedEdit::suggestion).findFirst();
    if (other.isEmpty()) {
      edits.add(edit);
    }
    return other;
  }

  /** The text with all edits. */
  ScriptText text() {
    List<SuggestedEdit> inOrder = new ArrayList<>(edits);
    inOrder.sort(Comparator.comparingInt(edit -> edit.bytes().start()));
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (SuggestedEdit edit : inOrder) {
      text.append(exact, at, edit.bytes().start()).append(edit.replacement());
      at = edit.bytes().end();
    }
    return ScriptText.ofExact(text.append(exact, at, exact.length()).toString());
  }
}
