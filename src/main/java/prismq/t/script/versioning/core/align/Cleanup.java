package prismq.t.script.versioning.core.align;

import java.util.Arrays;

/** Gives up what is kept where the marks read better without it. */
final class Cleanup {
  private static final int MAX_PASSES = 8;

  private final SequencePair pair;
  private final Window window;

  /** How many words are before each token of the window. */
  private final int[] leftWords;

  private final int[] rightWords;

  Cleanup(SequencePair pair, Window window) {
    this.pair = pair;
    this.window = window;
    this.leftWords = words(pair.left(), window.aStart(), window.aEnd());
    this.rightWords = words(pair.right(), window.bStart(), window.bEnd());
  }

  private static int[] words(TokenSequence tokens, int start, int end) {
    int[] words = new int[end - start + 1];
    for (int token = start; token < end; token++) {
      words[token - start + 1] = words[token - start] + (tokens.isWord(token) ? 1 : 0);
    }
    return words;
  }

  /**
   * Without kept stretches that have no more words than the changes on both their sides (the
   * semantic clean-up of diff-match-patch).
   */
  int[] withoutCrumbs(int[] kept) {
    int[] cleaned = kept.clone();
    for (int pass = 0; pass < MAX_PASSES && dropCrumbs(cleaned); pass++) {
      // Each pass makes the changes around what is left larger.
    }
    return cleaned;
  }

  private boolean dropCrumbs(int[] kept) {
    boolean hasDropped = false;
    int changeStart = 0;
    int rightAt = window.bStart();
    int at = 0;
    while (true) {
      int start = at;
      while (start < kept.length && kept[start] < 0) {
        start++;
      }
      if (start == kept.length) {
        return hasDropped;
      }
      int end = start + 1;
      while (end < kept.length && kept[end] == kept[end - 1] + 1) {
        end++;
      }
      int next = end;
      while (next < kept.length && kept[next] < 0) {
        next++;
      }
      int rightNext = next < kept.length ? kept[next] : window.bEnd();
      int before =
          Math.max(leftWords[start] - leftWords[changeStart], rightWords(rightAt, kept[start]));
      int after =
          Math.max(leftWords[next] - leftWords[end], rightWords(kept[end - 1] + 1, rightNext));
      int words = leftWords[end] - leftWords[start];
      if (before > 0 && after > 0 && words <= Math.min(before, after)) {
        Arrays.fill(kept, start, end, -1);
        hasDropped = true;
        at = end;
        continue;
      }
      changeStart = end;
      rightAt = kept[end - 1] + 1;
      at = end;
    }
  }

  private int rightWords(int start, int end) {
    return rightWords[end - window.bStart()] - rightWords[start - window.bStart()];
  }

  /**
   * Without what is kept between two replacements inside of one white-space word, because “[a](b)”
   * that became “[c](d)” is one change.
   */
  void joinInsideWords(int[] kept) {
    boolean[] isKeptRight = new boolean[window.columns()];
    for (int to : kept) {
      if (to >= 0) {
        isKeptRight[to - window.bStart()] = true;
      }
    }
    for (int start = 0; start < kept.length; ) {
      if (kept[start] < 0) {
        start++;
        continue;
      }
      int end = start + 1;
      while (end < kept.length && kept[end] == kept[end - 1] + 1) {
        end++;
      }
      if (isInsideWord(kept, start, end, isKeptRight)) {
        Arrays.fill(
            isKeptRight, kept[start] - window.bStart(), kept[end - 1] + 1 - window.bStart(), false);
        Arrays.fill(kept, start, end, -1);
      }
      start = end;
    }
  }

  private boolean isInsideWord(int[] kept, int start, int end, boolean[] isKeptRight) {
    int rightStart = kept[start];
    int rightEnd = kept[end - 1] + 1;
    if (start == 0
        || end == kept.length
        || kept[start - 1] >= 0
        || kept[end] >= 0
        || rightStart == window.bStart()
        || rightEnd == window.bEnd()) {
      return false;
    }
    for (int i = start; i <= end; i++) {
      int left = window.aStart() + i;
      int right = rightStart + i - start;
      if (pair.left().isAfterSpace(left)
          || pair.right().isAfterSpace(right)
          || pair.left().isNeutral(left)
          || pair.right().isNeutral(right)) {
        return false;
      }
    }
    return !isKeptRight[rightStart - 1 - window.bStart()]
        && !isKeptRight[rightEnd - window.bStart()];
  }
}
