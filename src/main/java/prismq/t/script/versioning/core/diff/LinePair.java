package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/** Finds the line that a line of a changed paragraph became: the one that has most of it. */
final class LinePair {
  /** A line that shares less than this fraction is another line. */
  private static final int MIN_PART = 4;

  private final Pieces from;
  private final Pieces to;
  private final Block block;
  private int line = -1;
  private int signsOfLine;
  private int best = -1;
  private int signsOfBest;

  private LinePair(Pieces from, Pieces to, Block block) {
    this.from = from;
    this.to = to;
    this.block = block;
  }

  /** The line on the right side, or −1 where there is none. */
  static int of(Pieces from, Pieces to, Block block, int fromLine) {
    if (block.kind() != Block.Kind.CHANGED) {
      return -1;
    }
    LinePair pair = new LinePair(from, to, block);
    int start = from.start(fromLine);
    int end = from.end(fromLine);
    pair.find(start, end);
    return pair.signsOfBest * MIN_PART >= pair.signs(start, end) ? pair.best : -1;
  }

  /** Walks over what stayed between the words that changed. */
  private void find(int start, int end) {
    List<WordEdit> words = block.words();
    int next = firstEndingAfter(start);
    while (true) {
      int stayedFrom = next == 0 ? from.start(block.fromStart()) : words.get(next - 1).fromEnd();
      int stayedTo = next == 0 ? to.start(block.toStart()) : words.get(next - 1).toEnd();
      int stayedEnd =
          next == words.size() ? from.start(block.fromEnd()) : words.get(next).fromStart();
      count(Math.max(stayedFrom, start), Math.min(stayedEnd, end), stayedTo - stayedFrom);
      if (stayedEnd >= end) {
        return;
      }
      next++;
    }
  }

  private int firstEndingAfter(int position) {
    int low = 0;
    int high = block.words().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (block.words().get(middle).fromEnd() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * @param shift what is added to a position on the left side for that on the right side
   */
  private void count(int start, int end, int shift) {
    int at = start;
    while (at < end) {
      int toLine = lineAt(at + shift);
      int lineEnd = Math.min(end, to.end(toLine) - shift);
      signsOfLine = (toLine == line ? signsOfLine : 0) + signs(at, lineEnd);
      line = toLine;
      if (signsOfLine > signsOfBest) {
        best = line;
        signsOfBest = signsOfLine;
      }
      at = lineEnd;
    }
  }

  private int lineAt(int position) {
    int low = block.toStart();
    int high = block.toEnd() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (to.end(middle) <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int signs(int start, int end) {
    int signs = 0;
    for (int i = start; i < end; i++) {
      signs += Paragraphs.isSpace(from.text().charAt(i)) ? 0 : 1;
    }
    return signs;
  }
}
