package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves an insertion or a deletion that could stand at several places, because it repeats the lines
 * around it, to where a reader expects it: whole paragraphs, with the blank line after them.
 */
final class Slider {
  /** A longer way to slide is a list of equal lines, where no place is better than another. */
  private static final int FARTHEST = 1_000;

  private Slider() {}

  static List<Edit> slide(List<Edit> edits, List<String> from, List<String> to) {
    List<Edit> slid = new ArrayList<>(edits);
    for (int i = 0; i < slid.size(); i++) {
      Edit edit = slid.get(i);
      int least = i == 0 ? edit.fromStart() : edit.fromStart() - slid.get(i - 1).fromEnd();
      int most =
          (i + 1 == slid.size() ? from.size() : slid.get(i + 1).fromStart()) - edit.fromEnd();
      // An unchanged line stays between two edits, or they would be one.
      int up = i == 0 ? least : least - 1;
      int down = i + 1 == slid.size() ? most : most - 1;
      if (edit.deleted() == 0) {
        slid.set(i, edit.shifted(best(to, edit.toStart(), edit.toEnd(), up, down)));
      } else if (edit.inserted() == 0) {
        slid.set(i, edit.shifted(best(from, edit.fromStart(), edit.fromEnd(), up, down)));
      }
    }
    return slid;
  }

  /**
   * How far to move the block: behind the last blank line it can end on, else as far as it goes.
   */
  private static int best(List<String> lines, int start, int end, int up, int down) {
    int highest = 0;
    while (highest < Math.min(up, FARTHEST)
        && lines.get(start - highest - 1).equals(lines.get(end - highest - 1))) {
      highest++;
    }
    int lowest = 0;
    while (lowest < Math.min(down, FARTHEST)
        && lines.get(start + lowest).equals(lines.get(end + lowest))) {
      lowest++;
    }
    for (int by = lowest; by >= -highest; by--) {
      if (lines.get(end + by - 1).isBlank()) {
        return by;
      }
    }
    return lowest;
  }
}
