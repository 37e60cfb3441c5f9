package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each stretch of a passage was first written, wherever it stood since: two stretches of one
 * root are the same words. Keeps what it found; for one thread.
 */
final class WordRoots {
  private final PassageHistory history;
  private final Map<Integer, List<Root>> known = new HashMap<>();

  /** By the passages of the roots; made when first needed. */
  private @Nullable Map<Integer, List<Integer>> holders;

  WordRoots(PassageHistory history) {
    this.history = history;
  }

  /**
   * A stretch of a passage.
   *
   * @param at where it starts in the passage, in bytes
   * @param length in the passage
   * @param passage the passage that it was written with
   * @param start where it starts there
   * @param isSpelledAnew whether it is a word with other capitals or accents than its root, of
   *     which only the first byte is told
   */
  record Root(int at, int length, int passage, int start, boolean isSpelledAnew) {
    /** How much of the root it is. */
    int rootLength() {
      return isSpelledAnew ? 1 : length;
    }

    /** The part of it that a piece copies; of a word spelled anew there are no parts. */
    private Root copied(int from, int to, int newAt) {
      int rootStart = isSpelledAnew ? start : start + from - at;
      return new Root(newAt, to - from, passage, rootStart, isSpelledAnew);
    }

    private Root spelledAnew(int position, int newAt, int newLength) {
      int rootStart = isSpelledAnew ? start : start + position - at;
      return new Root(newAt, newLength, passage, rootStart, true);
    }
  }

  /** The roots of a passage in the order of its text; together they are all of it. */
  List<Root> of(int passage) {
    List<Root> roots = known.get(passage);
    if (roots != null) {
      return roots;
    }
    BitSet needed = history.withSources(new int[] {passage});
    for (int p = needed.nextSetBit(0); p >= 0; p = needed.nextSetBit(p + 1)) {
      if (!known.containsKey(p)) {
        known.put(p, find(p));
      }
    }
    return known.getOrDefault(passage, List.of());
  }

  /** The passages that have some words of a root, each once. */
  List<Integer> holders(int rootPassage) {
    Map<Integer, List<Integer>> all = holders;
    if (all == null) {
      all = new HashMap<>();
      for (int passage = 0; passage < history.passageCount(); passage++) {
        for (Root root : of(passage)) {
          List<Integer> own = all.computeIfAbsent(root.passage, key -> new ArrayList<>());
          if (own.isEmpty() || own.get(own.size() - 1) != passage) {
            own.add(passage);
          }
        }
      }
      holders = all;
    }
    return all.getOrDefault(rootPassage, List.of());
  }

  private List<Root> find(int passage) {
    List<Root> roots = new ArrayList<>();
    int at = 0;
    for (PassagePiece piece : history.pieces(passage)) {
      if (piece.isWritten()) {
        add(roots, new Root(at, piece.length(), passage, at, false));
      } else if (piece.isCopied()) {
        copy(roots, known.getOrDefault(piece.source(), List.of()), piece, at);
      } else {
        for (Root root : known.getOrDefault(piece.source(), List.of())) {
          if (root.at <= piece.start() && piece.start() < root.at + root.length) {
            add(roots, root.spelledAnew(piece.start(), at, piece.length()));
          }
        }
      }
      at += piece.length();
    }
    return roots;
  }

  private static void copy(List<Root> roots, List<Root> source, PassagePiece piece, int at) {
    int end = piece.start() + piece.length();
    for (Root root : source) {
      int from = Math.max(root.at, piece.start());
      int to = Math.min(root.at + root.length, end);
      if (from < to) {
        add(roots, root.copied(from, to, at + from - piece.start()));
      }
    }
  }

  private static void add(List<Root> roots, Root next) {
    Root last = roots.isEmpty() ? null : roots.get(roots.size() - 1);
    if (last != null
        && !last.isSpelledAnew
        && !next.isSpelledAnew
        && last.passage == next.passage
        && last.start + last.length == next.start
        && last.at + last.length == next.at) {
      int length = last.length + next.length;
      roots.set(roots.size() - 1, new Root(last.at, length, last.passage, last.start, false));
    } else {
      roots.add(next);
    }
  }
}
