package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.passage.WordRoots.Root;
import prismq.t.script.versioning.core.text.ByteRange;

/** Finds the versions that hold some of a few words together in one passage. */
final class WordHolders {
  /** A passage with fewer of the words holds a phrase that others have too. */
  private static final double MIN_SHARE = 0.25;

  private final PassageHistory history;
  private final WordRoots roots;

  WordHolders(PassageHistory history, WordRoots roots) {
    this.history = history;
    this.roots = roots;
  }

  /** By version number. */
  boolean[] of(VersionPassages version, List<ByteRange> words) {
    Map<Integer, List<Root>> wanted = wanted(version, words);
    int[] counts = new int[history.passageCount()];
    BitSet candidates = new BitSet(counts.length);
    wanted.keySet().forEach(root -> roots.holders(root).forEach(candidates::set));
    for (int p = candidates.nextSetBit(0); p >= 0; p = candidates.nextSetBit(p + 1)) {
      counts[p] = holds(p, wanted, words.size()) ? 1 : 0;
    }
    int[] sums = history.sums(counts);
    boolean[] holders = new boolean[sums.length];
    for (int number = 1; number < sums.length; number++) {
      holders[number] = sums[number] > 0;
    }
    return holders;
  }

  /** Whether any of these passages does. */
  boolean holdAny(List<Integer> passages, VersionPassages version, List<ByteRange> words) {
    Map<Integer, List<Root>> wanted = wanted(version, words);
    for (int passage : passages) {
      if (holds(passage, wanted, words.size())) {
        return true;
      }
    }
    return false;
  }

  private Map<Integer, List<Root>> wanted(VersionPassages version, List<ByteRange> words) {
    Map<Integer, List<Root>> wanted = new HashMap<>();
    for (ByteRange word : words) {
      addRoots(wanted, version, word);
    }
    return wanted;
  }

  private void addRoots(Map<Integer, List<Root>> wanted, VersionPassages version, ByteRange word) {
    int index = version.at(word.start());
    int first = version.start(index);
    for (Root root : roots.of(version.sequence()[index])) {
      int from = Math.max(word.start() - first, root.at());
      int to = Math.min(word.end() - first, root.at() + root.length());
      if (from < to) {
        int start = root.isSpelledAnew() ? root.start() : root.start() + from - root.at();
        wanted
            .computeIfAbsent(root.passage(), passage -> new ArrayList<>())
            .add(new Root(from, to - from, root.passage(), start, root.isSpelledAnew()));
      }
    }
  }

  private boolean holds(int passage, Map<Integer, List<Root>> wanted, int words) {
    double held = 0;
    for (Root root : roots.of(passage)) {
      for (Root other : wanted.getOrDefault(root.passage(), List.of())) {
        int overlap =
            Math.min(root.start() + root.rootLength(), other.start() + other.rootLength())
                - Math.max(root.start(), other.start());
        held += overlap > 0 ? 1 : 0;
      }
    }
    return held > 0 && held >= MIN_SHARE * words;
  }
}
