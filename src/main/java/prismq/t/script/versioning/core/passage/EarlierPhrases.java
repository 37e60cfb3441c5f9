package prismq.t.script.versioning.core.passage;

import java.util.Arrays;
import java.util.List;

/**
 * Finds words that stood together in an earlier passage, be it removed long ago, so that a passage
 * restored with some words changed is not taken for new. Every {@value #LENGTH} words in a row are
 * known by their fingerprint, as passages are by theirs in {@link PassageNumbers}.
 */
final class EarlierPhrases {
  /** Number of words that are seldom equal by chance. */
  private static final int LENGTH = 5;

  /** Beyond, phrases of later versions are not remembered, so that 4 MiB suffice. */
  private static final int MAX_PHRASES = 3 << 16;

  private static final int NOWHERE = -1;

  /** A hash table with open addressing; a place without a passage is empty. */
  private long[] fingerprints = new long[64];

  private int[] passages = new int[64];
  private int[] starts = new int[64];
  private int size;

  EarlierPhrases() {
    Arrays.fill(passages, NOWHERE);
  }

  /** About how much memory it takes, in bytes. */
  long weight() {
    return 16L * fingerprints.length;
  }

  /** Remembers where the phrases of a passage stand, but for those that stood elsewhere before. */
  void add(int passage, PassageWords words) {
    for (int word = 0; word + LENGTH <= words.size() && size < MAX_PHRASES; word++) {
      long fingerprint = words.fingerprint(word, word + LENGTH - 1);
      int place = place(fingerprint);
      if (passages[place] == NOWHERE) {
        fingerprints[place] = fingerprint;
        passages[place] = passage;
        starts[place] = words.start(word);
        size++;
        if (4 * size > 3 * fingerprints.length) {
          grow();
        }
      }
    }
  }

  /**
   * What a passage is made of, with what it has from earlier passages in place of words that were
   * taken for new; words that the parent kept in so long a row stay as they are.
   *
   * @param pieces what it has from its parents, and new ones
   */
  List<PassagePiece> found(List<PassagePiece> pieces, PassageWords words) {
    int[] kept = keptTogether(pieces, words);
    PassageEdit edit = new PassageEdit(pieces);
    int word = 0;
    while (word + LENGTH <= words.size()) {
      int place = place(words.fingerprint(word, word + LENGTH - 1));
      if (passages[place] == NOWHERE) {
        word++;
        continue;
      }
      int shift = starts[place] - words.start(word);
      int last = lastTogether(word, words, passages[place], shift);
      int first = word;
      word = last - LENGTH + 2;
      while (first <= last && kept[first] >= LENGTH) {
        first++;
      }
      while (last > first && kept[last] >= LENGTH) {
        last--;
      }
      if (hasNew(kept, first, last)) {
        int start = words.start(first);
        int length = words.end(last) - start;
        edit.put(start, PassagePiece.copied(passages[place], start + shift, length));
      }
    }
    return edit.pieces();
  }

  /** The last of the words that stand in the earlier passage as they do here. */
  private int lastTogether(int first, PassageWords words, int passage, int shift) {
    int word = first + 1;
    while (word + LENGTH <= words.size()) {
      int place = place(words.fingerprint(word, word + LENGTH - 1));
      if (passages[place] != passage || starts[place] - words.start(word) != shift) {
        break;
      }
      word++;
    }
    return word + LENGTH - 2;
  }

  private static boolean hasNew(int[] kept, int first, int last) {
    for (int word = first; word <= last; word++) {
      if (kept[word] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Of each word, how many are in its piece of a parent; 0 where it is new. */
  private static int[] keptTogether(List<PassagePiece> pieces, PassageWords words) {
    int[] kept = new int[words.size()];
    int word = 0;
    int end = 0;
    for (PassagePiece piece : pieces) {
      int first = word;
      end += piece.length();
      while (word < kept.length && words.start(word) < end) {
        word++;
      }
      Arrays.fill(kept, first, word, piece.isWritten() ? 0 : word - first);
    }
    return kept;
  }

  /** Where a fingerprint stands or belongs. */
  private int place(long fingerprint) {
    int place = (int) (fingerprint >>> 7) & (fingerprints.length - 1);
    while (passages[place] != NOWHERE && fingerprints[place] != fingerprint) {
      place = (place + 1) & (fingerprints.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldFingerprints = fingerprints;
    int[] oldPassages = passages;
    int[] oldStarts = starts;
    fingerprints = new long[2 * oldFingerprints.length];
    passages = new int[fingerprints.length];
    starts = new int[fingerprints.length];
    Arrays.fill(passages, NOWHERE);
    for (int i = 0; i < oldFingerprints.length; i++) {
      if (oldPassages[i] != NOWHERE) {
        int place = place(oldFingerprints[i]);
        fingerprints[place] = oldFingerprints[i];
        passages[place] = oldPassages[i];
        starts[place] = oldStarts[i];
      }
    }
  }
}
