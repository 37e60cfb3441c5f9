package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import prismq.t.script.versioning.core.passage.WordRoots.Root;
import prismq.t.script.versioning.core.text.BinarySearch;

/**
 * Where the words of one root stand in several passages, to be found by their place in the root.
 */
final class RootPlaces {
  /** More places of the same words are not told apart. */
  private static final int MAX_FOUND = 64;

  private final List<RootPlace> places = new ArrayList<>();

  /** Of each place and those before it, the highest end in the root; made when first needed. */
  private int[] ends = new int[0];

  /** A stretch of a passage, by the index of the passage in its version. */
  private record RootPlace(int passage, Root root) {}

  void add(int passage, Root root) {
    places.add(new RootPlace(passage, root));
    ends = new int[0];
  }

  /** Receives each passage and stretch of it that shares some words with a root. */
  void forEach(Root wanted, BiConsumer<Integer, Root> visitor) {
    if (ends.length != places.size()) {
      sort();
    }
    int end = wanted.start() + wanted.rootLength();
    int at = BinarySearch.first(places.size(), i -> places.get(i).root.start() >= end) - 1;
    for (int found = 0; at >= 0 && ends[at] > wanted.start() && found < MAX_FOUND; at--) {
      RootPlace place = places.get(at);
      if (place.root.start() + place.root.rootLength() > wanted.start()) {
        visitor.accept(place.passage, place.root);
        found++;
      }
    }
  }

  private void sort() {
    places.sort(
        Comparator.comparingInt((RootPlace place) -> place.root.start())
            .thenComparing(place -> place.passage, Comparator.reverseOrder()));
    ends = new int[places.size()];
    int highest = 0;
    for (int i = 0; i < ends.length; i++) {
      Root root = places.get(i).root;
      highest = Math.max(highest, root.start() + root.rootLength());
      ends[i] = highest;
    }
  }
}
