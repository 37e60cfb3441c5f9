package prismq.t.script.versioning.core.revision;

import java.util.Arrays;
import java.util.BitSet;

/**
 * In which revision each word of a draft changed last, and words before and behind it were removed
 * last; 0 for never.
 */
final class WordRevisions {
  private final int[] written;
  private final int[] removedBefore;
  private final int[] removedBehind;

  private WordRevisions(int words) {
    this.written = new int[words];
    this.removedBefore = new int[words];
    this.removedBehind = new int[words];
  }

  static WordRevisions none(int words) {
    return new WordRevisions(words);
  }

  /**
   * Those of the next draft.
   *
   * @param pageStarts the words of the draft before with which its pages began
   */
  WordRevisions next(WordMoves moves, int revision, BitSet pageStarts) {
    WordRevisions next = new WordRevisions(moves.to.size());
    int[] partners = moves.partners;
    Arrays.fill(next.written, revision);
    int start = 0;
    int lastPlace = -1;
    for (int i = 0; i <= partners.length; i++) {
      int place = i < partners.length ? partners[i] : moves.to.size();
      if (place < 0) {
        continue;
      }
      if (start < i) {
        next.remove(moves, start, i, lastPlace, place, revision, pageStarts);
      }
      if (i < partners.length) {
        boolean isOmitted =
            moves.to.words.get(place).isOmitted() && !moves.from.words.get(i).isOmitted();
        next.written[place] = isOmitted ? revision : written[i];
        next.removedBefore[place] = Math.max(next.removedBefore[place], removedBefore[i]);
        next.removedBehind[place] = Math.max(next.removedBehind[place], removedBehind[i]);
      }
      start = i + 1;
      lastPlace = place;
    }
    return next;
  }

  /**
   * Tells of words that were removed, on the page that they stood on. Where others took their
   * place, these tell of it.
   */
  private void remove(
      WordMoves moves, int start, int end, int left, int right, int revision, BitSet pageStarts) {
    int page = pageStarts.nextSetBit(start + 1);
    boolean isOverPages = page >= 0 && page < end;
    if (right - left > 1 && !isOverPages) {
      return;
    }
    boolean mayLeft = left >= 0 && !pageStarts.get(start);
    boolean mayRight = right < moves.to.size() && !pageStarts.get(end);
    if (!mayLeft && !mayRight) {
      mayLeft = left >= 0;
      mayRight = !mayLeft && right < moves.to.size();
    } else if (mayLeft && mayRight && !isOverPages) {
      mayLeft = !moves.from.words.get(start).isFirst();
      mayRight = !mayLeft;
    }
    if (mayLeft) {
      removedBehind[left] = revision;
    }
    if (mayRight) {
      removedBefore[right] = revision;
    }
  }

  /** The last of a stretch of words. */
  int of(int start, int end) {
    int last = 0;
    for (int i = start; i < end; i++) {
      last = Math.max(last, Math.max(written[i], Math.max(removedBefore[i], removedBehind[i])));
    }
    return last;
  }
}
