package prismq.t.script.versioning.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;

/**
 * What a reader finds marked, in words as git cuts them.
 *
 * @param words white-space words in marked stretches; list marks and what moved are not counted
 * @param runs marked stretches; a line break does not divide one
 */
record WhiteSpaceMarks(int words, int runs) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  static WhiteSpaceMarks of(Diff diff) {
    Counter counter = new Counter();
    for (Block block : diff.blocks()) {
      diff.segments(block).forEach(counter::add);
    }
    return counter.marks();
  }

  /**
   * Of a hunk of git's --word-diff=porcelain.
   *
   * @param lines without the line that heads the hunk
   */
  static WhiteSpaceMarks ofGit(List<String> lines) {
    Counter counter = new Counter();
    for (String line : lines) {
      String text = line.isEmpty() ? "" : line.substring(1);
      switch (line.isEmpty() ? '~' : line.charAt(0)) {
        case '-' -> counter.addMarked(SegmentKind.DELETED, text);
        case '+' -> counter.addMarked(SegmentKind.INSERTED, text);
        case ' ' -> counter.addKept(text);
        default -> {
          // The end of a line divides nothing.
        }
      }
    }
    return counter.marks();
  }

  WhiteSpaceMarks plus(WhiteSpaceMarks other) {
    return new WhiteSpaceMarks(words + other.words, runs + other.runs);
  }

  private static final class Counter {
    private final Set<SegmentKind> open = EnumSet.noneOf(SegmentKind.class);
    private int words;
    private int runs;

    void add(Segment segment) {
      if (segment.isMarked() && segment.category() != ChangeCategory.LIST_MARKS) {
        addMarked(segment.kind(), segment.text());
      } else if (segment.kind() == SegmentKind.UNCHANGED) {
        addKept(segment.text());
      }
    }

    void addMarked(SegmentKind kind, String text) {
      if (!text.isBlank()) {
        words += SPACE.split(text.strip()).length;
        runs += open.add(kind) ? 1 : 0;
      }
    }

    void addKept(String text) {
      if (!text.isBlank()) {
        open.clear();
      }
    }

    WhiteSpaceMarks marks() {
      return new WhiteSpaceMarks(words, runs);
    }
  }
}
