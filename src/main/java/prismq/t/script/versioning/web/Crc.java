package prismq.t.script.versioning.web;

/**
 * Arithmetic of CRC-32: polynomials over the field of two elements, modulo the generator of gzip,
 * with the coefficient of the highest power in the lowest bit.
 */
final class Crc {
  private static final int GENERATOR = 0xedb88320;
  private static final int ONE = 0x80000000;

  /** x to the power of 8 · 2^i: what i doublings of one byte shift by. */
  private static final int[] SHIFTS = shifts();

  private Crc() {}

  private static int[] shifts() {
    int[] shifts = new int[31];
    shifts[0] = ONE >>> 8;
    for (int i = 1; i < shifts.length; i++) {
      shifts[i] = product(shifts[i - 1], shifts[i - 1]);
    }
    return shifts;
  }

  /**
   * The CRC of one text followed by another.
   *
   * @param length of the second, in bytes
   */
  static int joined(int first, int second, int length) {
    int shift = ONE;
    for (int i = 0; length >>> i != 0; i++) {
      if ((length >>> i & 1) != 0) {
        shift = product(shift, SHIFTS[i]);
      }
    }
    return product(first, shift) ^ second;
  }

  private static int product(int a, int b) {
    int sum = 0;
    int shifted = b;
    for (int bit = ONE; bit != 0; bit >>>= 1) {
      if ((a & bit) != 0) {
        sum ^= shifted;
      }
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ GENERATOR;
    }
    return sum;
  }
}
