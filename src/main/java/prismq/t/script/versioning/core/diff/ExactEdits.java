package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.Pieces;

/** What differs by word, as edits that do not touch each other. */
final class ExactEdits {
  private ExactEdits() {}

  /** What differs, by word, in positions of both exact texts and in their order. */
  static List<Edit> of(Diff diff) {
    List<Edit> exact = new ArrayList<>();
    Pieces from = diff.from();
    Pieces to = diff.to();
    for (Block block : diff.blocks()) {
      if (block.kind() == Kind.CHANGED) {
        block.words().forEach(words -> add(exact, words));
      } else if (block.kind() != Kind.UNCHANGED) {
        exact.add(
            new Edit(
                from.start(block.fromStart()),
                from.start(block.fromEnd()),
                to.start(block.toStart()),
                to.start(block.toEnd())));
      }
    }
    return exact;
  }

  /** Adds an edit, to the one before where they touch. */
  private static void add(List<Edit> exact, WordEdit words) {
    int last = exact.size() - 1;
    Edit edit = new Edit(words.fromStart(), words.fromEnd(), words.toStart(), words.toEnd());
    if (last >= 0
        && exact.get(last).fromEnd() == edit.fromStart()
        && exact.get(last).toEnd() == edit.toStart()) {
      Edit before = exact.get(last);
      exact.set(last, new Edit(before.fromStart(), edit.fromEnd(), before.toStart(), edit.toEnd()));
    } else {
      exact.add(edit);
    }
  }
}
