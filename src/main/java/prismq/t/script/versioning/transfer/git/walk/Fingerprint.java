package prismq.t.script.versioning.transfer.git.walk;

import java.util.Arrays;

/**
 * The pieces that a content is made of, so that two contents can be compared without being kept. A
 * piece is a line, or 64 bytes of a longer one, as git takes them to find renames and copies.
 */
final class Fingerprint {
  /** What {@link #likeness} gives for two that are the same. */
  static final int SAME = 60_000;

  private static final int MAX_PIECE = 64;
  private static final int LOOKED_AT = 8_000;

  private final int size;
  private final int[] pieces;
  private final int[] bytesOf;

  private Fingerprint(int size, int[] pieces, int[] bytesOf) {
    this.size = size;
    this.pieces = pieces;
    this.bytesOf = bytesOf;
  }

  static Fingerprint of(byte[] content) {
    boolean isText = isText(content);
    // The hash of a piece above, its length below: sorting brings equal pieces together.
    long[] found = new long[16];
    int count = 0;
    int hash = 0;
    int length = 0;
    for (int at = 0; at < content.length; at++) {
      byte b = content[at];
      boolean isLast = at + 1 == content.length;
      boolean isIgnored = isText && b == '\r' && !isLast && content[at + 1] == '\n';
      if (!isIgnored) {
        hash = (hash + b) * 0x9E3779B1;
        hash ^= hash >>> 15;
        length++;
      }
      if (length > 0 && (isLast || (!isIgnored && (length == MAX_PIECE || b == '\n')))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count] = ((long) hash << Integer.SIZE) | length;
        count++;
        hash = 0;
        length = 0;
      }
    }
    Arrays.sort(found, 0, count);
    return summed(content.length, found, count);
  }

  private static Fingerprint summed(int size, long[] sorted, int count) {
    int[] pieces = new int[count];
    int[] bytesOf = new int[count];
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      int piece = (int) (sorted[i] >> Integer.SIZE);
      if (distinct == 0 || pieces[distinct - 1] != piece) {
        pieces[distinct] = piece;
        distinct++;
      }
      bytesOf[distinct - 1] += (int) sorted[i];
    }
    return new Fingerprint(size, Arrays.copyOf(pieces, distinct), Arrays.copyOf(bytesOf, distinct));
  }

  private static boolean isText(byte[] content) {
    for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
      if (content[i] == 0) {
        return false;
      }
    }
    return true;
  }

  /** How much memory it takes, in pieces. */
  int weight() {
    return pieces.length;
  }

  /** Whether contents of these sizes may be alike at all: the smaller is half of the larger. */
  static boolean mayBeAlike(long size, long otherSize) {
    return 2 * Math.min(size, otherSize) >= Math.max(size, otherSize);
  }

  /** How much of the larger of two contents both have, from 0 to {@link #SAME}. */
  int likeness(Fingerprint other) {
    long common = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < pieces.length && theirs < other.pieces.length) {
      if (pieces[mine] == other.pieces[theirs]) {
        common += Math.min(bytesOf[mine], other.bytesOf[theirs]);
        mine++;
        theirs++;
      } else if (pieces[mine] < other.pieces[theirs]) {
        mine++;
      } else {
        theirs++;
      }
    }
    int larger = Math.max(size, other.size);
    return larger == 0 ? 0 : (int) (common * SAME / larger);
  }
}
