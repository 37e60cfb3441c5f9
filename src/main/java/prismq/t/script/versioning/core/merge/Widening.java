package prismq.t.script.versioning.core.merge;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/** Widens conflicts to whole paragraphs, with all chunks inside them. */
final class Widening {
  private final Triple texts;
  private final List<Chunk> chunks;

  /** Where the paragraphs of the base start and end. */
  private final int[] borders;

  private final Deque<Chunk> done = new ArrayDeque<>();
  private int next;

  Widening(Triple texts, List<Chunk> chunks) {
    this.texts = texts;
    this.chunks = chunks;
    this.borders = borders(texts.base());
  }

  private static int[] borders(Pieces lines) {
    int[] ends = Paragraphs.ends(lines, LineRange.all(lines));
    int[] borders = new int[ends.length + 1];
    for (int i = 0; i < ends.length; i++) {
      borders[i + 1] = lines.end(ends[i] - 1);
    }
    return borders;
  }

  /** The chunks in order, those that are conflicts with whole paragraphs. */
  List<Chunk> chunks() {
    while (next < chunks.size()) {
      Chunk chunk = chunks.get(next++);
      done.add(texts.isConflict(chunk) ? toLaterBorder(toEarlierBorder(chunk)) : chunk);
    }
    return List.copyOf(done);
  }

  private Chunk toEarlierBorder(Chunk conflict) {
    Chunk wide = conflict;
    int border = borderUpTo(wide.base().start());
    while (true) {
      while (!done.isEmpty() && done.getLast().base().end() > border) {
        wide = done.removeLast().upTo(wide);
        border = Math.min(border, borderUpTo(wide.base().start()));
      }
      wide = wide.startingAt(border);
      if (texts.startsLine(wide)) {
        return wide;
      }
      // Something that ends here has words of this paragraph, or was put in before its first one.
      if (!done.isEmpty() && done.getLast().base().start() == border) {
        wide = done.removeLast().upTo(wide);
      } else {
        border = borderUpTo(border - 1);
      }
    }
  }

  private Chunk toLaterBorder(Chunk conflict) {
    Chunk wide = conflict;
    int border = borderFrom(wide.base().end());
    while (true) {
      while (next < chunks.size() && chunks.get(next).base().start() < border) {
        wide = wide.upTo(chunks.get(next++));
        border = Math.max(border, borderFrom(wide.base().end()));
      }
      wide = wide.endingAt(border);
      if (texts.endsLine(wide)) {
        return wide;
      }
      if (next < chunks.size() && chunks.get(next).base().start() == border) {
        wide = wide.upTo(chunks.get(next++));
        border = borderFrom(wide.base().end());
      } else if (border == texts.base().text().length()) {
        return wide;
      } else {
        border = borderFrom(border + 1);
      }
    }
  }

  /** The last border before a position, or at it. */
  private int borderUpTo(int position) {
    int found = Arrays.binarySearch(borders, position);
    return borders[found >= 0 ? found : -found - 2];
  }

  /** The first border after a position, or at it. */
  private int borderFrom(int position) {
    int found = Arrays.binarySearch(borders, position);
    return borders[found >= 0 ? found : -found - 1];
  }
}
