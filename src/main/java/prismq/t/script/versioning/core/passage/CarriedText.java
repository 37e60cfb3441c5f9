package prismq.t.script.versioning.core.passage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.PassagePairs.ChangedStretch;
import prismq.t.script.versioning.core.passage.WordRoots.Root;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.LineRange;

/**
 * Which words of one version's text are which of another's, however many versions lie between:
 * passages that are the same, and in the others words that were written together first. A copy of
 * words that stayed is not the words. For one thread.
 */
public final class CarriedText {
  private final VersionPassages from;
  private final VersionPassages to;
  private final PassagePairs pairs;
  private final WordRoots roots;

  /** Of passages that are not the same, in the order of the right text; null until asked for. */
  private @Nullable ChangedRuns changed;

  CarriedText(VersionPassages from, VersionPassages to, WordRoots roots) {
    this.from = from;
    this.to = to;
    this.roots = roots;
    this.pairs = PassagePairs.of(from.sequence(), to.sequence());
  }

  /** The text that words are carried from. */
  public VersionPassages from() {
    return from;
  }

  /** The text that they are carried to. */
  public VersionPassages to() {
    return to;
  }

  /** Whether a stretch lies in passages all of which are there unchanged, one after the other. */
  public Optional<ByteRange> unchanged(ByteRange stretch) {
    int first = from.at(stretch.start());
    int last = from.at(Math.max(stretch.start(), stretch.end() - 1));
    for (int i = first; i <= last; i++) {
      if (pairs.partner(i) == PassagePairs.NONE
          || pairs.partner(i) != pairs.partner(first) + i - first) {
        return Optional.empty();
      }
    }
    return Optional.of(stretch.shifted(to.start(pairs.partner(first)) - from.start(first)));
  }

  /** The words of a stretch that are there, in the order of the right text. */
  public List<CarriedRun> runs(ByteRange stretch) {
    List<CarriedRun> found = new ArrayList<>();
    int last = from.at(Math.max(stretch.start(), stretch.end() - 1));
    for (int i = from.at(stretch.start()); i <= last; i++) {
      int partner = pairs.partner(i);
      if (partner == PassagePairs.NONE) {
        for (CarriedRun run : changed().byLeft.getOrDefault(i, List.of())) {
          if (run.from().overlaps(stretch)) {
            found.add(run.within(stretch));
          }
        }
      } else {
        found.add(new CarriedRun(from.bytes(i), to.bytes(partner)).within(stretch));
      }
    }
    found.sort(Comparator.comparingInt(run -> run.to().start()));
    return found;
  }

  /** The stretches of a range of the right text that no words of the left one stand in. */
  public List<ByteRange> newIn(ByteRange stretch) {
    List<ByteRange> found = new ArrayList<>();
    int last = to.at(Math.max(stretch.start(), stretch.end() - 1));
    for (int j = to.at(stretch.start()); j <= last && j < to.size(); j++) {
      if (!pairs.isTaken(j)) {
        addNew(found, j, to.bytes(j).within(stretch));
      }
    }
    return found;
  }

  private void addNew(List<ByteRange> found, int passage, ByteRange stretch) {
    int at = stretch.start();
    for (CarriedRun run : changed().byRight.getOrDefault(passage, List.of())) {
      if (run.to().overlaps(stretch)) {
        if (run.to().start() > at) {
          found.add(new ByteRange(at, run.to().start()));
        }
        at = Math.max(at, run.to().end());
      }
    }
    if (at < stretch.end()) {
      found.add(new ByteRange(at, stretch.end()));
    }
  }

  /** Whether words that are at one place in the left text are out of their order in the right. */
  public boolean isMoved(int fromPosition, int toPosition) {
    int left = from.at(fromPosition);
    int right = to.at(toPosition);
    if (pairs.partner(left) == right) {
      return pairs.isMoved(left);
    }
    ChangedStretch stretch = stretchOf(left);
    return stretch == null || !stretch.to().contains(right) || crosses(stretch, left, right);
  }

  /** Whether others that stand before one of them stand behind the other. */
  private boolean crosses(ChangedStretch stretch, int left, int right) {
    int more = 0;
    int fewer = 0;
    for (int other = stretch.to().start(); other < stretch.to().end(); other++) {
      for (CarriedRun run : changed().byRight.getOrDefault(other, List.of())) {
        int otherLeft = from.at(run.from().start());
        if (stretch.from().contains(otherLeft)) {
          boolean isOrdered = Integer.signum(otherLeft - left) * Integer.signum(other - right) >= 0;
          more += isOrdered ? run.to().length() : 0;
          fewer += isOrdered ? 0 : run.to().length();
        }
      }
    }
    return fewer > more;
  }

  /** The passages between those that were kept before and after one; null where it was kept. */
  @Nullable ChangedStretch stretchOf(int left) {
    for (ChangedStretch stretch : pairs.stretches()) {
      if (stretch.from().contains(left)) {
        return stretch;
      }
    }
    return null;
  }

  /** Where the passages stand that stand in the place of one that is gone, words and all. */
  public Optional<ByteRange> replacement(int passage) {
    ChangedStretch stretch = stretchOf(passage);
    if (stretch == null) {
      return Optional.empty();
    }
    LineRange found = new Rewriting(this, stretch).of(passage);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new ByteRange(to.start(found.start()), to.start(found.end())));
  }

  /** The passages of the right text that the left one has not, by their numbers. */
  List<Integer> addedPassages() {
    List<Integer> added = new ArrayList<>();
    for (ChangedStretch stretch : pairs.stretches()) {
      for (int right = stretch.to().start(); right < stretch.to().end(); right++) {
        if (!pairs.isTaken(right)) {
          added.add(to.sequence()[right]);
        }
      }
    }
    return added;
  }

  /** Whether a passage on the left side has its partner, unchanged, elsewhere. */
  boolean isPaired(int left) {
    return pairs.partner(left) != PassagePairs.NONE;
  }

  /** Whether a passage on the right side is the unchanged one of another. */
  boolean isTaken(int right) {
    return pairs.isTaken(right);
  }

  /** What passages of a stretch share that are not the same, in the order of the right text. */
  List<CarriedRun> changedRuns(ChangedStretch stretch) {
    List<CarriedRun> found = new ArrayList<>();
    for (int right = stretch.to().start(); right < stretch.to().end(); right++) {
      found.addAll(changed().byRight.getOrDefault(right, List.of()));
    }
    return found;
  }

  private ChangedRuns changed() {
    ChangedRuns known = changed;
    if (known == null) {
      known = findChanged();
      changed = known;
    }
    return known;
  }

  /** What passages share that are not the same, by the indexes of both. */
  private record ChangedRuns(
      Map<Integer, List<CarriedRun>> byLeft, Map<Integer, List<CarriedRun>> byRight) {
    void add(int left, int right, CarriedRun run) {
      byLeft.computeIfAbsent(left, index -> new ArrayList<>()).add(run);
      byRight.computeIfAbsent(right, index -> new ArrayList<>()).add(run);
    }
  }

  private ChangedRuns findChanged() {
    Map<Integer, RootPlaces> places = new HashMap<>();
    for (ChangedStretch stretch : pairs.stretches()) {
      for (int left = stretch.from().start(); left < stretch.from().end(); left++) {
        if (pairs.partner(left) == PassagePairs.NONE) {
          for (Root root : roots.of(from.sequence()[left])) {
            places.computeIfAbsent(root.passage(), passage -> new RootPlaces()).add(left, root);
          }
        }
      }
    }
    ChangedRuns runs = new ChangedRuns(new HashMap<>(), new HashMap<>());
    for (ChangedStretch stretch : pairs.stretches()) {
      for (int right = stretch.to().start(); right < stretch.to().end(); right++) {
        if (!pairs.isTaken(right)) {
          addRuns(runs, stretch, right, places);
        }
      }
    }
    return runs;
  }

  private void addRuns(
      ChangedRuns runs, ChangedStretch stretch, int right, Map<Integer, RootPlaces> places) {
    List<Root> own = roots.of(to.sequence()[right]);
    Map<Integer, Integer> shared = new HashMap<>();
    for (Root root : own) {
      RootPlaces same = places.get(root.passage());
      if (same != null) {
        same.forEach(
            root, (left, other) -> shared.merge(left, 2 * overlap(root, other), Integer::sum));
      }
    }
    // Of several that share as much, the one that stands at this place.
    shared.replaceAll((left, bytes) -> bytes + (stretch.from().contains(left) ? 1 : 0));
    for (Root root : own) {
      RootPlaces same = places.get(root.passage());
      if (same != null) {
        int[] best = {PassagePairs.NONE};
        same.forEach(
            root,
            (left, other) -> {
              if (shared.getOrDefault(left, 0) > shared.getOrDefault(best[0], 0)) {
                best[0] = left;
              }
            });
        same.forEach(
            root,
            (left, other) -> {
              if (left == best[0]) {
                runs.add(left, right, run(left, other, right, root));
              }
            });
      }
    }
  }

  private static int overlap(Root one, Root other) {
    return Math.min(one.start() + one.rootLength(), other.start() + other.rootLength())
        - Math.max(one.start(), other.start());
  }

  private CarriedRun run(int passage, Root there, int right, Root own) {
    int leftStart = from.start(passage) + there.at();
    int rightStart = to.start(right) + own.at();
    int first = Math.max(own.start(), there.start());
    int length = overlap(own, there);
    ByteRange left =
        there.isSpelledAnew()
            ? ByteRange.ofLength(leftStart, there.length())
            : ByteRange.ofLength(leftStart + first - there.start(), length);
    return new CarriedRun(
        left,
        own.isSpelledAnew()
            ? ByteRange.ofLength(rightStart, own.length())
            : ByteRange.ofLength(rightStart + first - own.start(), length));
  }
}
