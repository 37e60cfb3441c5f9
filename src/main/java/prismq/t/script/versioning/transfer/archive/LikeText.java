package prismq.t.script.versioning.transfer.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes in which stretches of a text are found again. As in LZ77 they are looked up at some of
 * their positions only, which are chosen by the eight bytes that stand there, and reach from there
 * to both sides as far as the bytes are the same.
 */
final class LikeText {
  private static final int ANCHOR = Long.BYTES;
  private static final int MAX_ATTEMPTS = 16;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final int[] heads;
  private byte[] bytes = new byte[0];
  private int used;
  private int[] positions = new int[1_024];
  private int[] next = new int[1_024];
  private int anchors;
  private int found;
  private int foundBefore;
  private int foundLength;

  /** Starts empty; two to the power of tableBits is about a sixteenth of the bytes to come. */
  LikeText(int tableBits) {
    this.heads = new int[1 << tableBits];
    clear();
  }

  /** Number of bytes so far. */
  int used() {
    return used;
  }

  /** Forgets all. */
  void clear() {
    used = 0;
    anchors = 0;
    Arrays.fill(heads, -1);
  }

  /** Adds bytes, which are found from then on. */
  void add(byte[] text, int start, int length) {
    if (used + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(used + length, used + used / 2));
    }
    System.arraycopy(text, start, bytes, used, length);
    int from = Math.max(0, used - ANCHOR + 1);
    used += length;
    for (int at = from; at + ANCHOR <= used; at++) {
      long hash = hash(bytes, at);
      if (isAnchor(hash)) {
        remember(at, slot(hash));
      }
    }
  }

  private void remember(int at, int slot) {
    if (anchors == positions.length) {
      positions = Arrays.copyOf(positions, anchors * 2);
      next = Arrays.copyOf(next, anchors * 2);
    }
    positions[anchors] = at;
    next[anchors] = heads[slot];
    heads[slot] = anchors++;
  }

  /** Whether a text is looked up at a position. */
  static boolean isAnchor(byte[] text, int at) {
    return at + ANCHOR <= text.length && isAnchor(hash(text, at));
  }

  /**
   * Finds the longest stretch that a text has in common around an anchor.
   *
   * @param done the stretch does not begin before this position in the text
   * @return whether one has at least this length
   */
  boolean find(byte[] text, int at, int done, int least) {
    foundLength = 0;
    int anchor = heads[slot(hash(text, at))];
    for (int tried = 0; anchor >= 0 && tried < MAX_ATTEMPTS; tried++) {
      int known = positions[anchor];
      int same = sameFrom(known, text, at);
      int before = same == 0 ? 0 : sameBefore(known, text, at, done);
      if (before + same > foundLength) {
        found = known - before;
        foundBefore = before;
        foundLength = before + same;
      }
      anchor = next[anchor];
    }
    return foundLength >= least;
  }

  /** Where in these bytes the stretch starts that was found last. */
  int found() {
    return found;
  }

  /** How much of it stands before the anchor. */
  int foundBefore() {
    return foundBefore;
  }

  int foundLength() {
    return foundLength;
  }

  private int sameFrom(int known, byte[] text, int at) {
    int most = Math.min(used - known, text.length - at);
    int differs = Arrays.mismatch(bytes, known, known + most, text, at, at + most);
    return differs < 0 ? most : differs;
  }

  private int sameBefore(int known, byte[] text, int at, int done) {
    int before = 0;
    while (at - before > done
        && known - before > 0
        && bytes[known - before - 1] == text[at - before - 1]) {
      before++;
    }
    return before;
  }

  private static long hash(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at) * 0x9E3779B97F4A7C15L;
  }

  /** One position in 16. */
  private static boolean isAnchor(long hash) {
    return hash >>> 60 == 0;
  }

  private int slot(long hash) {
    return (int) (hash >>> 30) & (heads.length - 1);
  }
}
