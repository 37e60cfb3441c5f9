package prismq.t.script.versioning.core.align;

import java.util.Arrays;

/** Gives tokens with the same fingerprint the same number, in the order of their occurrence. */
final class FingerprintNumbers {
  private long[] fingerprints = new long[64];
  private int[] table = new int[256];
  private int kinds;

  /** All numbers given so far are from 0 to this − 1. */
  int kinds() {
    return kinds;
  }

  int[] of(TokenSequence tokens) {
    int[] numbers = new int[tokens.size()];
    for (int token = 0; token < numbers.length; token++) {
      numbers[token] = number(tokens.fingerprint(token));
    }
    return numbers;
  }

  /** The number of a fingerprint. */
  int number(long fingerprint) {
    int slot = slot(fingerprint);
    if (table[slot] > 0) {
      return table[slot] - 1;
    }
    if (kinds == fingerprints.length) {
      fingerprints = Arrays.copyOf(fingerprints, 2 * kinds);
      table = new int[4 * fingerprints.length];
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
