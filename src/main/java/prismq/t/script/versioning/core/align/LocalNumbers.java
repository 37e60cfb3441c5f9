package prismq.t.script.versioning.core.align;

import java.util.Arrays;

/** Renumbers two short sequences from 0, so that little memory is needed to align them. */
final class LocalNumbers {
  private LocalNumbers() {}

  /** Alters both, and returns how many kinds of elements there are. */
  static int renumber(int[] a, int[] b) {
    int[] sorted = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, sorted, a.length, b.length);
    Arrays.sort(sorted);
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[size++] = sorted[i];
      }
    }
    renumber(a, sorted, size);
    renumber(b, sorted, size);
    return size;
  }

  private static void renumber(int[] sequence, int[] sorted, int size) {
    for (int i = 0; i < sequence.length; i++) {
      sequence[i] = Arrays.binarySearch(sorted, 0, size, sequence[i]);
    }
  }
}
