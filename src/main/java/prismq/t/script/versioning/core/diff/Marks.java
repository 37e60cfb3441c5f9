package prismq.t.script.versioning.core.diff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Words;

/** What of one exact text is marked as removed or added, in the order of the text. */
final class Marks {
  private final String text;
  private final SegmentKind kind;
  private final List<MarkedRange> ranges = new ArrayList<>();

  private record MarkedRange(int start, int end, WordEdit words) {}

  /**
   * @param text exact, every byte as one character
   * @param kind what happened to marked stretches
   */
  Marks(String text, SegmentKind kind) {
    this.text = text;
    this.kind = kind;
  }

  /** Marks a stretch behind all that are marked already. */
  void add(ByteRange range, WordEdit words) {
    if (!range.isEmpty()) {
      ranges.add(new MarkedRange(range.start(), range.end(), words));
    }
  }

  /** Puts the marks in the order of the text, where they were added in another one. */
  void sort() {
    ranges.sort((one, other) -> Integer.compare(one.start, other.start));
  }

  /** Number of words in all marked stretches between two positions that did not move. */
  int words(int start, int end) {
    int words = 0;
    for (int i = firstEndingAfter(start); i < ranges.size() && ranges.get(i).start < end; i++) {
      words += ranges.get(i).words.isMoved() ? 0 : words(ranges.get(i));
    }
    return words;
  }

  /** Number of words in all stretches that moved. */
  int movedWords() {
    return ranges.stream().filter(range -> range.words.isMoved()).mapToInt(this::words).sum();
  }

  private int words(MarkedRange range) {
    return Words.count(decoded(range.start, range.end));
  }

  /** Number of marked stretches between two positions. */
  int count(int start, int end) {
    int count = 0;
    for (int i = firstEndingAfter(start); i < ranges.size() && ranges.get(i).start < end; i++) {
      count++;
    }
    return count;
  }

  /** The text between two positions in stretches that are marked or not. */
  List<Segment> segments(int start, int end) {
    if (start == end) {
      return List.of(); // A blank line inside of a stretch has nothing to be marked.
    }
    List<Segment> segments = new ArrayList<>();
    int at = start;
    for (int i = firstEndingAfter(start); i < ranges.size() && ranges.get(i).start < end; i++) {
      MarkedRange range = ranges.get(i);
      if (range.start > at) {
        segments.add(Segment.unchanged(decoded(at, range.start)));
      }
      int markStart = Math.max(at, range.start);
      int markEnd = Math.min(end, range.end);
      segments.add(
          new Segment(
              kind,
              range.words.category(),
              range.words.move(),
              range.words.replacement(),
              decoded(markStart, markEnd)));
      at = markEnd;
    }
    if (at < end) {
      segments.add(Segment.unchanged(decoded(at, end)));
    }
    return segments;
  }

  private int firstEndingAfter(int position) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).end <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private String decoded(int start, int end) {
    return decoded(text, start, end);
  }

  /** A part of an exact text as it is read; what is not UTF-8 is replaced. */
  static String decoded(String text, int start, int end) {
    return new String(
        text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
