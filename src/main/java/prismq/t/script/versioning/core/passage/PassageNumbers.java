package prismq.t.script.versioning.core.passage;

import java.util.Arrays;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Finds the numbers of passages by their texts. Holds hashes of 64 bits only, made with a factor
 * unknown outside of the process: two texts out of a million share one in one of ten million
 * processes.
 */
public final class PassageNumbers {
  /** The number of an unknown passage. */
  public static final int UNKNOWN = -1;

  /** A hash table with open addressing; a place without a number is empty. */
  private long[] hashes = new long[64];

  private int[] numbers = new int[64];
  private int size;

  /** Knows no passage. */
  public PassageNumbers() {
    Arrays.fill(numbers, UNKNOWN);
  }

  /** Number of passages that are known. */
  public int size() {
    return size;
  }

  /** About how much memory it takes, in bytes. */
  public long weight() {
    return 12L * hashes.length;
  }

  /** The number of a passage, which is the next one where it is new. */
  public int of(Pieces passages, int index) {
    return of(passages.fingerprint(index));
  }

  /** The number of a passage; {@link #UNKNOWN} where it is new. */
  public int find(Pieces passages, int index) {
    return numbers[place(passages.fingerprint(index))];
  }

  /** The number of a passage by its exact text, likewise. */
  public int of(String passage) {
    return of(Pieces.fingerprint(passage, 0, passage.length()));
  }

  private int of(long hash) {
    int place = place(hash);
    if (numbers[place] != UNKNOWN) {
      return numbers[place];
    }
    hashes[place] = hash;
    numbers[place] = size++;
    if (2 * size > hashes.length) {
      grow();
    }
    return size - 1;
  }

  /** Where a hash stands or belongs. */
  private int place(long hash) {
    int place = (int) (hash >>> 7) & (hashes.length - 1);
    while (numbers[place] != UNKNOWN && hashes[place] != hash) {
      place = (place + 1) & (hashes.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    hashes = new long[2 * oldHashes.length];
    numbers = new int[2 * oldHashes.length];
    Arrays.fill(numbers, UNKNOWN);
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldNumbers[i] != UNKNOWN) {
        int place = place(oldHashes[i]);
        hashes[place] = oldHashes[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }
}
