package prismq.t.script.versioning.core.diff;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Pairs in their order, each made when it is asked for: a text of 5 MiB may have millions of them,
 * which as objects would not fit into a small heap.
 */
final class PairList extends AbstractList<Pair> implements RandomAccess {
  private static final int FIELDS = 4;
  private static final int PAIRS_OF_CHUNK = 4_096;

  private final List<int[]> chunks = new ArrayList<>();
  private int size;

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean add(Pair pair) {
    if (size % PAIRS_OF_CHUNK == 0) {
      chunks.add(new int[FIELDS * PAIRS_OF_CHUNK]);
    }
    put(size++, pair);
    return true;
  }

  @Override
  public Pair get(int index) {
    Objects.checkIndex(index, size);
    int[] chunk = chunks.get(index / PAIRS_OF_CHUNK);
    int at = FIELDS * (index % PAIRS_OF_CHUNK);
    return new Pair(chunk[at], chunk[at + 1], chunk[at + 2], chunk[at + 3]);
  }

  @Override
  public Pair set(int index, Pair pair) {
    Pair replaced = get(index);
    put(index, pair);
    return replaced;
  }

  private void put(int index, Pair pair) {
    int[] chunk = chunks.get(index / PAIRS_OF_CHUNK);
    int at = FIELDS * (index % PAIRS_OF_CHUNK);
    chunk[at] = pair.fromStart();
    chunk[at + 1] = pair.fromEnd();
    chunk[at + 2] = pair.toStart();
    chunk[at + 3] = pair.toEnd();
  }
}
