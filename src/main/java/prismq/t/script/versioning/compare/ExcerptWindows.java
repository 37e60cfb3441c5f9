package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Segment.Kind;

/**
 * Which parts of a comparison are shown around some places: the change that a place is in, or what
 * is near to it in a long one, and the start of what went or came instead. Positions count the
 * bytes of all runs one after the other.
 */
final class ExcerptWindows {
  /** So much is shown of one comparison, about. */
  static final int MOST_BYTES = 4_000;

  /** So many places are looked at; more than are ever shown. */
  private static final int MOST_PLACES = 40;

  /** So much is shown around a change. */
  private static final int CONTEXT = 200;

  /** So much is shown around a place in a long change. */
  private static final int AROUND = 600;

  /** So much is shown of what went or came instead, in bytes. */
  private static final int INSTEAD = 500;

  /** What is nearer to each other is not cut apart. */
  private static final int NEAR = 60;

  private final List<DiffRun> runs;
  private final int places;
  private final int[] starts;
  private final List<Hit> hits = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<ExcerptWindow> shown = new ArrayList<>();
  private final ExcerptBytes bytes;

  /**
   * A part of the comparison.
   *
   * @param cutBefore whether there is text before it
   * @param cutAfter whether there is text after it
   */
  record ExcerptWindow(int start, int end, boolean cutBefore, boolean cutAfter) {}

  /** A part of the comparison that is wanted. */
  private record Wanted(int start, int end) {}

  /**
   * A part of a place in one run.
   *
   * @param place the number of the place
   */
  private record Hit(int place, int start, int end, int run) {}

  private ExcerptWindows(Comparison comparison, List<DiffRun> runs, int places) {
    this.runs = runs;
    this.places = places;
    this.starts = starts(runs);
    this.bytes = new ExcerptBytes(comparison, runs, starts);
  }

  /** Where each run starts, and where the last one ends. */
  static int[] starts(List<DiffRun> runs) {
    int[] starts = new int[runs.size() + 1];
    for (int i = 0; i < runs.size(); i++) {
      starts[i + 1] = starts[i] + runs.get(i).length();
    }
    return starts;
  }

  /** The windows around places of both sides. */
  static ExcerptWindows of(
      Comparison comparison, List<DiffRun> runs, List<Place> left, List<Place> right) {
    ExcerptWindows windows = new ExcerptWindows(comparison, runs, left.size() + right.size());
    windows.find(left, true, 0);
    windows.find(right, false, left.size());
    windows.hits.sort(Comparator.comparingInt(Hit::start));
    windows.hits.forEach(windows::want);
    windows.show();
    return windows;
  }

  private void find(List<Place> places, boolean left, int firstNumber) {
    for (int i = 0; i < Math.min(MOST_PLACES, places.size()); i++) {
      Place place = places.get(i);
      for (int r = 0; r < runs.size(); r++) {
        DiffRun run = runs.get(r);
        int start = run.start(left);
        if (run.isOn(left) && place.overlaps(start, start + run.length())) {
          int from = Math.max(place.start(), start) - start;
          int to = Math.min(place.end(), start + run.length()) - start;
          hits.add(new Hit(firstNumber + i, starts[r] + from, starts[r] + to, r));
        }
      }
    }
  }

  private void want(Hit hit) {
    int change = runs.get(hit.run).change();
    int first = hit.run;
    int last = hit.run;
    while (change > 0 && first > 0 && runs.get(first - 1).change() == change) {
      first--;
    }
    while (change > 0 && last + 1 < runs.size() && runs.get(last + 1).change() == change) {
      last++;
    }
    int start = change == 0 ? hit.start : starts[first];
    int end = change == 0 ? hit.end : starts[last + 1];
    if (hit.end - hit.start > 2 * AROUND) {
      wantAround(start, end, hit.start, hit.start + AROUND);
      wantAround(start, end, hit.end - AROUND, hit.end);
    } else {
      wantAround(start, end, hit.start, hit.end);
    }
    wantInstead(hit.run);
  }

  private void wantAround(int changeStart, int changeEnd, int start, int end) {
    want(
        Math.max(changeStart - CONTEXT, start - AROUND),
        Math.min(changeEnd + CONTEXT, end + AROUND));
  }

  /** What came where a run went, or the other way round; they stand next to each other. */
  private void wantInstead(int run) {
    int other =
        switch (runs.get(run).kind()) {
          case DELETED -> run + 1;
          case INSERTED -> run - 1;
          case UNCHANGED -> -1;
        };
    if (other >= 0
        && other < runs.size()
        && runs.get(other).change() == runs.get(run).change()
        && runs.get(other).kind() != Kind.UNCHANGED) {
      want(starts[other], Math.min(starts[other + 1], starts[other] + INSTEAD));
    }
  }

  private void want(int start, int end) {
    int all = starts[runs.size()];
    wanted.add(new Wanted(Math.max(0, start), Math.min(all, end)));
  }

  private void show() {
    wanted.sort(Comparator.comparingInt(Wanted::start));
    int room = MOST_BYTES;
    for (int i = 0; i < wanted.size() && room > 0; ) {
      int start = wanted.get(i).start;
      int end = start;
      while (i < wanted.size() && wanted.get(i).start <= end + NEAR) {
        end = Math.max(end, wanted.get(i++).end);
      }
      ExcerptWindow window = bytes.snapped(start, Math.min(end, start + room));
      if (window.start < window.end) {
        shown.add(window);
        room -= window.end - window.start;
      }
    }
  }

  /** What is shown, in the order of reading. */
  List<ExcerptWindow> windows() {
    return shown;
  }

  /** Number of places of which nothing is shown. */
  int hidden() {
    BitSet seen = new BitSet();
    for (Hit hit : hits) {
      if (shown.stream().anyMatch(window -> hit.start < window.end && window.start < hit.end)) {
        seen.set(hit.place);
      }
    }
    return places - seen.cardinality();
  }

  /** The number of the change that the first place is in; null where it is in none. */
  @Nullable Integer firstChange() {
    return hits.stream()
        .map(hit -> runs.get(hit.run).change())
        .filter(change -> change > 0)
        .findFirst()
        .orElse(null);
  }
}
