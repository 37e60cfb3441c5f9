package prismq.t.script.versioning.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment;

/** A line that is too long to be shown whole: its changes, and a little of what is around them. */
final class LongLine {
  /** How much a page shows of a line, in bytes. */
  static final int MAX_BYTES = 50_000;

  private static final int BYTES_OF_MARK = 60;

  /** Characters shown at both ends of what did not change. */
  private static final int AROUND = 200;

  /** Characters shown at both ends of what was added or removed. */
  private static final int MAX_OF_MARK = 2_500;

  private final List<LinePart> parts = new ArrayList<>();
  private int room = MAX_BYTES;
  private int leftOut;

  private LongLine() {}

  /**
   * What is shown of a line, up to where something is left out.
   *
   * @param leftOut number of characters that are left out after it
   */
  record LinePart(List<Segment> segments, int leftOut) {}

  /** About how many bytes a page takes for a line, shortened where it is long. */
  static int shownBytes(int bytes, int marks) {
    return (int) Math.min(MAX_BYTES, bytes + (long) BYTES_OF_MARK * marks);
  }

  /** The parts of a line; one with nothing left out where it is short. */
  static List<LinePart> parts(int bytes, List<Segment> segments) {
    int marks =
        (int)
            segments.stream()
                .filter(segment -> segment.kind() != Segment.SegmentKind.UNCHANGED)
                .count();
    if (shownBytes(bytes, marks) < MAX_BYTES) {
      return List.of(new LinePart(segments, 0));
    }
    LongLine line = new LongLine();
    segments.forEach(line::add);
    line.endPart();
    return line.parts;
  }

  private final List<Segment> shown = new ArrayList<>();

  private void add(Segment segment) {
    String text = segment.text();
    int most = segment.kind() == Segment.SegmentKind.UNCHANGED ? AROUND : MAX_OF_MARK;
    if (room <= 0) {
      leftOut += text.length();
    } else if (text.length() <= 2 * most) {
      show(segment, 0, text.length());
    } else {
      int headEnd = whole(text, most);
      int tailStart = whole(text, text.length() - most);
      show(segment, 0, headEnd);
      leftOut += tailStart - headEnd;
      show(segment, tailStart, text.length());
    }
  }

  private void show(Segment segment, int start, int end) {
    if (leftOut > 0) {
      endPart();
    }
    String text = segment.text().substring(start, end);
    shown.add(segment.with(text));
    room -= text.getBytes(StandardCharsets.UTF_8).length + BYTES_OF_MARK;
  }

  private void endPart() {
    parts.add(new LinePart(List.copyOf(shown), leftOut));
    shown.clear();
    leftOut = 0;
  }

  /** The position or the one before it, so that no character is cut in two. */
  private static int whole(String text, int position) {
    return Character.isLowSurrogate(text.charAt(position)) ? position - 1 : position;
  }
}
