package prismq.t.script.versioning.core.passage;

import java.util.Arrays;

/**
 * Whole numbers in as few bytes as they need: seven bits a byte, lowest first, the eighth says that
 * another follows (LEB128); numbers that may be negative alternate signs before (zigzag), both as
 * in Protocol Buffers.
 */
final class VariableInts {
  private VariableInts() {}

  /** Puts numbers one after the other. */
  static final class Writer {
    private byte[] bytes = new byte[64];
    private int size;

    void add(int number) {
      int rest = number;
      while ((rest & ~0x7F) != 0) {
        put((byte) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      put((byte) rest);
    }

    void addSigned(int number) {
      add((number << 1) ^ (number >> 31));
    }

    private void put(byte value) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      bytes[size++] = value;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, size);
    }
  }

  /** Takes them out again. */
  static final class Reader {
    private final byte[] bytes;
    private int position;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean isAtEnd() {
      return position == bytes.length;
    }

    /**
     * The next number.
     *
     * @throws BrokenPassagesException where the bytes end within it
     */
    int next() {
      int number = 0;
      for (int shift = 0; shift < 35; shift += 7) {
        if (isAtEnd()) {
          throw new BrokenPassagesException("problem.index.short");
        }
        byte value = bytes[position++];
        number |= (value & 0x7F) << shift;
        if (value >= 0) {
          return number;
        }
      }
      throw new BrokenPassagesException("problem.index.long_number");
    }

    /** The next number that is not above a limit. */
    int next(int most) {
      int number = next();
      if (number < 0 || number > most) {
        throw new BrokenPassagesException("problem.index.number", number, most);
      }
      return number;
    }

    int nextSigned() {
      int number = next();
      return (number >>> 1) ^ -(number & 1);
    }
  }
}
