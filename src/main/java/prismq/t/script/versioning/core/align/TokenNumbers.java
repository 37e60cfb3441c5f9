package prismq.t.script.versioning.core.align;

import java.util.Arrays;

/**
 * Gives what has the same fingerprint of 64 bits the same number, in the order of occurrence. One
 * pair in 2^64 shares a fingerprint by chance, which costs nothing: what is taken for equal is
 * compared byte for byte in the end.
 */
public final class TokenNumbers {
  private long[] fingerprints = new long[64];
  private int[] table = new int[128];
  private int kinds;

  /** All numbers given so far are from 0 to this − 1. */
  int kinds() {
    return kinds;
  }

  /** The number of a fingerprint. */
  int number(long fingerprint) {
    int slot = slot(fingerprint);
    if (table[slot] > 0) {
      return table[slot] - 1;
    }
    if (kinds == fingerprints.length) {
      fingerprints = Arrays.copyOf(fingerprints, 2 * kinds);
      table = new int[2 * fingerprints.length];
      for (int kind = 0; kind < kinds; kind++) {
        table[slot(fingerprints[kind])] = kind + 1;
      }
      slot = slot(fingerprint);
    }
    fingerprints[kinds] = fingerprint;
    table[slot] = ++kinds;
    return kinds - 1;
  }

  private int slot(long fingerprint) {
    int slot = (int) (fingerprint ^ fingerprint >>> 32) & (table.length - 1);
    while (table[slot] > 0 && fingerprints[table[slot] - 1] != fingerprint) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
