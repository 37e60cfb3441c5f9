package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;

/**
 * Draws a sentence that was written anew as one replacement: what was kept in it are light words
 * only, such as “the”, which would tear it to pieces.
 */
public final class Drawn {
  private Drawn() {}

  /** Edits with neighbours of the same replacement, and what is between them, as one. */
  static List<WordEdit> edits(List<WordEdit> edits) {
    if (edits.stream().allMatch(edit -> edit.replacement() == 0)) {
      return edits;
    }
    List<WordEdit> drawn = new ArrayList<>();
    for (WordEdit edit : edits) {
      int last = drawn.size() - 1;
      boolean continues =
          edit.replacement() > 0
              && last >= 0
              && drawn.get(last).replacement() == edit.replacement();
      if (continues) {
        drawn.set(last, drawn.get(last).joined(edit));
      } else {
        drawn.add(edit);
      }
    }
    return drawn;
  }

  /** The same for the segments of a line. */
  public static List<Segment> segments(List<Segment> segments) {
    if (segments.stream().allMatch(segment -> segment.replacement() == 0)) {
      return segments;
    }
    List<Segment> drawn = new ArrayList<>();
    int at = 0;
    while (at < segments.size()) {
      int number = segments.get(at).replacement();
      int end = at + 1;
      if (number > 0) {
        for (int next = at + 1; next < segments.size(); next++) {
          end = segments.get(next).replacement() == number ? next + 1 : end;
        }
        add(drawn, SegmentKind.DELETED, SegmentKind.INSERTED, segments.subList(at, end));
        add(drawn, SegmentKind.INSERTED, SegmentKind.DELETED, segments.subList(at, end));
      } else {
        drawn.add(segments.get(at));
      }
      at = end;
    }
    return drawn;
  }

  private static void add(
      List<Segment> drawn, SegmentKind kind, SegmentKind other, List<Segment> replacement) {
    StringBuilder text = new StringBuilder();
    boolean isMarked = false;
    for (Segment segment : replacement) {
      text.append(segment.kind() == other ? "" : segment.text());
      isMarked |= segment.kind() == kind;
    }
    if (isMarked) {
      drawn.add(
          new Segment(
              kind, ChangeCategory.WORDS, 0, replacement.get(0).replacement(), text.toString()));
    }
  }
}
