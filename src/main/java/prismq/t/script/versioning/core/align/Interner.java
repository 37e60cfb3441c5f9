package prismq.t.script.versioning.core.align;

import java.util.Arrays;
import prismq.t.script.versioning.core.text.Pieces;

/** Gives equal pieces of two lists the same number, in the order of their first occurrence. */
public final class Interner {
  private final Pieces from;
  private final Pieces to;
  private int[] table = new int[256];
  private int[] hashes = new int[64];
  private int[] examples = new int[64];
  private int kinds;

  public Interner(Pieces from, Pieces to) {
    this.from = from;
    this.to = to;
  }

  /** All numbers given so far are from 0 to this − 1. */
  public int kinds() {
    return kinds;
  }

  public int[] ofFrom(int start, int end) {
    int[] numbers = new int[end - start];
    for (int i = start; i < end; i++) {
      numbers[i - start] = number(from, i, i);
    }
    return numbers;
  }

  public int[] ofTo(int start, int end) {
    int[] numbers = new int[end - start];
    for (int j = start; j < end; j++) {
      numbers[j - start] = number(to, j, ~j);
    }
    return numbers;
  }

  /**
   * @param example the index where it is on the left side, else its complement
   */
  private int number(Pieces pieces, int index, int example) {
    int hash = pieces.hash(index);
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      int kind = table[slot] - 1;
      if (hashes[kind] == hash && isExampleOf(kind, pieces, index)) {
        return kind;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    if (kinds == hashes.length) {
      grow();
      slot = freeSlot(hash);
    }
    hashes[kinds] = hash;
    examples[kinds] = example;
    table[slot] = ++kinds;
    return kinds - 1;
  }

  private boolean isExampleOf(int kind, Pieces pieces, int index) {
    int example = examples[kind];
    return example >= 0 ? pieces.same(index, from, example) : pieces.same(index, to, ~example);
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, 2 * kinds);
    examples = Arrays.copyOf(examples, 2 * kinds);
    table = new int[2 * table.length];
    for (int kind = 0; kind < kinds; kind++) {
      table[freeSlot(hashes[kind])] = kind + 1;
    }
  }

  private int freeSlot(int hash) {
    int slot = hash & (table.length - 1);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
