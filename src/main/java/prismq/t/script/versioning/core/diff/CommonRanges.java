package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.Pieces;

/** Finds what both texts of a comparison share, byte for byte. */
final class CommonRanges {
  private final Diff diff;
  private final List<CommonRange> movedSentences;
  private final Pieces from;
  private final Pieces to;

  CommonRanges(Diff diff, List<CommonRange> movedSentences) {
    this.diff = diff;
    this.movedSentences = movedSentences;
    this.from = diff.from();
    this.to = diff.to();
  }

  /** What the right text has of the left one, moved passages too, in the order of the right one. */
  List<CommonRange> all() {
    List<CommonRange> commonRanges = new ArrayList<>();
    Map<Integer, Integer> moved = new HashMap<>();
    for (Block block : diff.blocks()) {
      if (block.kind() == Kind.MOVED_AWAY) {
        moved.put(block.move(), from.start(block.fromStart()));
      }
    }
    for (Block block : diff.blocks()) {
      int toStart = to.start(block.toStart());
      int toEnd = to.start(block.toEnd());
      switch (block.kind()) {
        case UNCHANGED, CHANGED ->
            addCommonRange(commonRanges, block, from.start(block.fromStart()), toEnd);
        case MOVED_HERE ->
            addCommonRange(commonRanges, block, startOfMoved(block, toStart, moved), toEnd);
        case DELETED, INSERTED, MOVED_AWAY -> {}
      }
    }
    if (!movedSentences.isEmpty()) {
      commonRanges.addAll(movedSentences);
      commonRanges.sort(Comparator.comparingInt(CommonRange::toStart));
      return withoutOverlaps(commonRanges);
    }
    return commonRanges;
  }

  /** White space between sentences may both have moved with them and have been kept. */
  private static List<CommonRange> withoutOverlaps(List<CommonRange> ranges) {
    List<CommonRange> cut = new ArrayList<>();
    int end = 0;
    for (CommonRange range : ranges) {
      int over = Math.max(0, end - range.toStart());
      if (over < range.length()) {
        cut.add(
            new CommonRange(
                range.fromStart() + over, range.toStart() + over, range.length() - over));
        end = range.toStart() + range.length();
      }
    }
    return cut;
  }

  /** Adds what stands between the words that differ. */
  private void addCommonRange(
      List<CommonRange> commonRanges, Block block, int fromStart, int toEnd) {
    int fromAt = fromStart;
    int toAt = to.start(block.toStart());
    for (WordEdit edit : block.words()) {
      if (edit.toStart() > toAt) {
        commonRanges.add(new CommonRange(fromAt, toAt, edit.toStart() - toAt));
      }
      fromAt = edit.fromEnd();
      toAt = edit.toEnd();
    }
    if (toEnd > toAt) {
      commonRanges.add(new CommonRange(fromAt, toAt, toEnd - toAt));
    }
  }

  /** Where a moved block stood in the left text; unchanged ones by the number of the move. */
  private static int startOfMoved(Block block, int toStart, Map<Integer, Integer> moved) {
    if (block.words().isEmpty()) {
      return Objects.requireNonNull(moved.get(block.move()));
    }
    WordEdit first = block.words().get(0);
    return first.fromStart() - (first.toStart() - toStart);
  }
}
