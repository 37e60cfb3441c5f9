package prismq.t.script.versioning.restore;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * What is to be undone of a comparison.
 *
 * @param change one of its changes; null for all of them
 * @param numbers of the changes that are undone
 * @param scene the scene that is restored instead; null for none
 */
record Undoing(
    Comparison comparison,
    @Nullable Change change,
    Set<Integer> numbers,
    @Nullable RestoredScene scene) {
  /** A scene. */
  static Undoing scene(Comparison comparison, RestoredScene scene) {
    return new Undoing(comparison, null, Set.of(), scene);
  }

  /** All that changed. */
  static Undoing all(Comparison comparison) {
    Set<Integer> numbers = new HashSet<>();
    comparison.diff().blocks().forEach(block -> numbers.add(block.change()));
    return new Undoing(comparison, null, numbers, null);
  }

  /**
   * One change. A passage at the end of a text takes along the blank line before it, which counts
   * as a change of its own; otherwise two paragraphs would become one.
   */
  static Undoing one(Comparison comparison, Change change) {
    Set<Integer> numbers = new HashSet<>(Set.of(change.number()));
    List<Block> blocks = comparison.diff().blocks();
    for (int i = 1; i < blocks.size(); i++) {
      Block before = blocks.get(i - 1);
      if (blocks.get(i).change() == change.number()
          && isLast(comparison, blocks.get(i))
          && before.kind() == Block.Kind.CHANGED
          && before.category() == ChangeCategory.WHITESPACE) {
        numbers.add(before.change());
      }
    }
    return new Undoing(comparison, change, numbers, null);
  }

  private static boolean isLast(Comparison comparison, Block block) {
    return block.fromEnd() == comparison.from().lineCount()
        && block.toEnd() == comparison.to().lineCount();
  }

  /** The passages whose moves are undone. */
  List<Change> moves() {
    return comparison.diff().changes().stream()
        .filter(each -> each.type() == Change.Type.MOVED && numbers.contains(each.number()))
        .toList();
  }

  /**
   * The later text with some changes undone.
   *
   * @param moved the passages that move back, by the numbers of their changes
   */
  ScriptText without(Set<Integer> undone, Map<Integer, MovedBack> moved) {
    Pieces from = comparison.from().exactLines();
    Pieces to = comparison.to().exactLines();
    StringBuilder text = new StringBuilder();
    for (Block block : comparison.diff().blocks()) {
      boolean isUndone = undone.contains(block.change());
      MovedBack passage = moved.get(block.change());
      if (passage != null && block.kind() == Block.Kind.MOVED_HERE) {
        text.append(isUndone ? "" : passage.now().exactLines().text());
      } else if (passage != null && block.kind() == Block.Kind.MOVED_AWAY) {
        text.append(isUndone ? passage.back().exactLines().text() : "");
      } else if (isUndone) {
        text.append(from.text(block.fromLines()));
      } else {
        text.append(to.text(block.toLines()));
      }
    }
    return ScriptText.ofExact(text.toString());
  }
}
