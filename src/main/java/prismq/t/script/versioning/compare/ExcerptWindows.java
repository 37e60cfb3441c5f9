package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.ByteRange;

/**
 * Which parts of a comparison are shown around some places: the change that a place is in, or what
 * is near to it in a long one, and the start of what was removed or added instead. Positions count
 * the bytes of all runs one after the other.
 */
final class ExcerptWindows {
  /** About how much is shown of one comparison, in bytes. */
  static final int MAX_BYTES = 4_000;

  /** Most places looked at; more than are ever shown. */
  private static final int MAX_PLACES = 40;

  /** How much is shown around a change, in bytes. */
  private static final int CONTEXT = 200;

  /** How much is shown around a place in a long change, in bytes. */
  private static final int AROUND = 600;

  /** How much is shown of what was removed or added instead, in bytes. */
  private static final int INSTEAD = 500;

  /** What is nearer to each other is not cut apart. */
  private static final int NEAR = 60;

  private final List<DiffRun> runs;
  private final int places;
  private final int[] starts;
  private final List<PlacePart> touched = new ArrayList<>();
  private final List<ByteRange> wanted = new ArrayList<>();
  private final List<ExcerptWindow> shown = new ArrayList<>();
  private final ExcerptBytes bytes;

  /**
   * A part of the comparison.
   *
   * @param cutBefore whether there is text before it
   * @param cutAfter whether there is text after it
   */
  record ExcerptWindow(ByteRange bytes, boolean cutBefore, boolean cutAfter) {}

  /**
   * A part of a place in one run.
   *
   * @param place the number of the place
   */
  private record PlacePart(int place, ByteRange bytes, int run) {}

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
      Comparison comparison, List<DiffRun> runs, List<ByteRange> left, List<ByteRange> right) {
    ExcerptWindows windows = new ExcerptWindows(comparison, runs, left.size() + right.size());
    windows.find(left, TextSide.LEFT, 0);
    windows.find(right, TextSide.RIGHT, left.size());
    windows.touched.sort(Comparator.comparingInt(part -> part.bytes.start()));
    windows.touched.forEach(windows::want);
    windows.show();
    return windows;
  }

  private void find(List<ByteRange> places, TextSide side, int firstNumber) {
    for (int i = 0; i < Math.min(MAX_PLACES, places.size()); i++) {
      ByteRange place = places.get(i);
      for (int r = 0; r < runs.size(); r++) {
        DiffRun run = runs.get(r);
        ByteRange own = run.bytes(side);
        if (run.isOn(side) && place.overlaps(own)) {
          ByteRange part = place.within(own).shifted(starts[r] - own.start());
          touched.add(new PlacePart(firstNumber + i, part, r));
        }
      }
    }
  }

  private void want(PlacePart part) {
    int change = runs.get(part.run).change();
    int first = part.run;
    int last = part.run;
    while (change > 0 && first > 0 && runs.get(first - 1).change() == change) {
      first--;
    }
    while (change > 0 && last + 1 < runs.size() && runs.get(last + 1).change() == change) {
      last++;
    }
    ByteRange bytes = part.bytes;
    ByteRange whole = change == 0 ? bytes : new ByteRange(starts[first], starts[last + 1]);
    if (bytes.length() > 2 * AROUND) {
      wantAround(whole, ByteRange.ofLength(bytes.start(), AROUND));
      wantAround(whole, ByteRange.ofLength(bytes.end() - AROUND, AROUND));
    } else {
      wantAround(whole, bytes);
    }
    wantInstead(part.run);
  }

  private void wantAround(ByteRange change, ByteRange place) {
    int start = Math.max(change.start() - CONTEXT, place.start() - AROUND);
    int end = Math.min(change.end() + CONTEXT, place.end() + AROUND);
    wanted.add(new ByteRange(Math.max(0, start), Math.min(starts[runs.size()], end)));
  }

  /** What was added where a run was removed, or the other way round; they are neighbours. */
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
        && runs.get(other).kind() != SegmentKind.UNCHANGED) {
      int end = Math.min(starts[other + 1], starts[other] + INSTEAD);
      wanted.add(new ByteRange(starts[other], end));
    }
  }

  private void show() {
    wanted.sort(Comparator.comparingInt(ByteRange::start));
    int room = MAX_BYTES;
    for (int i = 0; i < wanted.size() && room > 0; ) {
      int start = wanted.get(i).start();
      int end = start;
      while (i < wanted.size() && wanted.get(i).start() <= end + NEAR) {
        end = Math.max(end, wanted.get(i++).end());
      }
      ExcerptWindow window = bytes.snapped(new ByteRange(start, Math.min(end, start + room)));
      if (!window.bytes.isEmpty()) {
        shown.add(window);
        room -= window.bytes.length();
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
    for (PlacePart part : touched) {
      if (shown.stream().anyMatch(window -> window.bytes.overlaps(part.bytes))) {
        seen.set(part.place);
      }
    }
    return places - seen.cardinality();
  }

  /** The number of the change that the first place is in; null where it is in none. */
  @Nullable Integer firstChange() {
    return touched.stream()
        .map(part -> runs.get(part.run).change())
        .filter(change -> change > 0)
        .findFirst()
        .orElse(null);
  }
}
