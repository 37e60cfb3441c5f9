package prismq.t.script.versioning.core.scene;

import java.util.Arrays;
import java.util.List;

/** Finds the scenes that have two words one after the other (open addressing). */
final class WordPairIndex {
  private static final int NONE = -1;

  private final long[] pairs;
  private final int[] lastEntry;
  private final int[] count;
  private final int[] scenes;
  private final int[] previous;
  private final int mask;

  WordPairIndex(List<SceneWords> words) {
    int total = words.stream().mapToInt(scene -> scene.pairs().length).sum();
    int slots = Math.max(2, Integer.highestOneBit(Math.max(1, total)) * 4);
    mask = slots - 1;
    pairs = new long[slots];
    lastEntry = new int[slots];
    count = new int[slots];
    scenes = new int[total];
    previous = new int[total];
    Arrays.fill(lastEntry, NONE);
    int entry = 0;
    for (int scene = 0; scene < words.size(); scene++) {
      for (long pair : words.get(scene).pairs()) {
        int slot = slot(pair);
        pairs[slot] = pair;
        scenes[entry] = scene;
        previous[entry] = lastEntry[slot];
        lastEntry[slot] = entry++;
        count[slot]++;
      }
    }
  }

  private int slot(long pair) {
    long mixed = pair * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (lastEntry[slot] != NONE && pairs[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The scenes that have a pair, last first; none where more than these have it. */
  int[] scenes(long pair, int most) {
    int slot = slot(pair);
    int[] found = new int[count[slot] > most ? 0 : count[slot]];
    int entry = lastEntry[slot];
    for (int i = 0; i < found.length; i++) {
      found[i] = scenes[entry];
      entry = previous[entry];
    }
    return found;
  }
}
