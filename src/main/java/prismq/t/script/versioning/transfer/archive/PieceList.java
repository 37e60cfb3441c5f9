package prismq.t.script.versioning.transfer.archive;

import java.util.Arrays;

/** The pieces of the archive's texts that make the text of a version, one after the other. */
final class PieceList {
  private long[] offsets = new long[16];
  private int[] lengths = new int[16];
  private int size;
  private long bytes;

  /** Adds a piece; one that follows the last in the texts makes that longer. */
  void add(long offset, int length) {
    if (length == 0) {
      return;
    }
    bytes += length;
    if (size > 0 && offsets[size - 1] + lengths[size - 1] == offset) {
      lengths[size - 1] += length;
      return;
    }
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, size * 2);
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    offsets[size] = offset;
    lengths[size] = length;
    size++;
  }

  /** Adds the pieces that make a stretch of the text that other pieces make. */
  void addPart(PieceList other, int start, int length) {
    long from = start;
    long left = length;
    for (int piece = 0; left > 0; piece++) {
      int whole = other.lengths[piece];
      if (from < whole) {
        int part = (int) Math.min(left, whole - from);
        add(other.offsets[piece] + from, part);
        left -= part;
        from = 0;
      } else {
        from -= whole;
      }
    }
  }

  void clear() {
    size = 0;
    bytes = 0;
    // The memory that one very long text needed is given back.
    if (offsets.length > 65_536) {
      offsets = new long[16];
      lengths = new int[16];
    }
  }

  int size() {
    return size;
  }

  /** Number of bytes of all pieces. */
  long bytes() {
    return bytes;
  }

  /** Where a piece starts in the texts, in bytes. */
  long offset(int piece) {
    return offsets[piece];
  }

  /** How long a piece is, in bytes. */
  int length(int piece) {
    return lengths[piece];
  }
}
