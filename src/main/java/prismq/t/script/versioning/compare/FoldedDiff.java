package prismq.t.script.versioning.compare;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.ChangeCategory;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/**
 * A comparison for reading from start to end without clicks: changes by word, with some unchanged
 * paragraphs around them, and the number of those in between. Control characters are replaced.
 */
public final class FoldedDiff {
  private static final Numbers NUMBERS = new Numbers();

  private final Diff diff;
  private final int context;
  private final Set<ChangeCategory> ignored;
  private final Predicate<Block> isShown;
  private final DiffReader reader;

  /** Receives a comparison, from start to end. */
  public interface DiffReader {
    /** An unchanged stretch begins. */
    void startStretch();

    /** Unchanged paragraphs with the line breaks behind them. */
    void unchanged(String text);

    /** A number of unchanged paragraphs is left out here. */
    void folded(int paragraphs);

    /**
     * A change begins.
     *
     * @param label what kind of a change it is; empty where its words say so
     */
    void startChange(String label);

    /** A part of a change that stayed. */
    void kept(String text);

    /** Removed text. */
    void deleted(String text);

    /** Added text. */
    void inserted(String text);

    /** A sentence that stands elsewhere now. */
    void movedAway(String text);

    /** A sentence that stood elsewhere. */
    void movedHere(String text);
  }

  private FoldedDiff(
      Diff diff,
      int context,
      Set<ChangeCategory> ignored,
      Predicate<Block> isShown,
      DiffReader reader) {
    this.diff = diff;
    this.context = context;
    this.ignored = ignored;
    this.isShown = isShown;
    this.reader = reader;
  }

  /**
   * Sends a comparison to a reader.
   *
   * @param context number of unchanged paragraphs around each change
   * @param ignored categories of changes that are told of as unchanged
   */
  public static void read(
      Comparison comparison,
      int context,
      Set<ChangeCategory> ignored,
      FoldedDiff.DiffReader reader) {
    Diff diff = comparison.diff();
    new FoldedDiff(
            diff, context, ignored, block -> block.isChange() && !block.isIgnored(ignored), reader)
        .blocks();
  }

  /**
   * Sends a comparison to a reader, but without paragraphs in which only the line ends after them
   * changed: the last one has more of them whenever another is appended. They are sent where
   * nothing else changed.
   */
  public static void read(Comparison comparison, int context, FoldedDiff.DiffReader reader) {
    Diff diff = comparison.diff();
    Predicate<Block> isShown = block -> block.isChange() && !changesLineEndsOnly(diff, block);
    boolean isAny = diff.blocks().stream().anyMatch(isShown);
    new FoldedDiff(diff, context, Set.of(), isAny ? isShown : Block::isChange, reader).blocks();
  }

  private static boolean changesLineEndsOnly(Diff diff, Block block) {
    return block.kind() == Block.Kind.CHANGED
        && withoutLineEnds(diff.reading().from(block.fromLines()))
            .equals(withoutLineEnds(diff.reading().to(block.toLines())));
  }

  private static String withoutLineEnds(String text) {
    return text.replaceFirst("[\\r\\n]+$", "");
  }

  /** Notices for the reader of a comparison, each a sentence or two. */
  public static List<String> notices(Comparison comparison) {
    return DiffNotices.of(comparison, 0);
  }

  private void blocks() {
    List<Block> blocks = diff.blocks();
    int at = 0;
    while (at < blocks.size()) {
      int first = at;
      while (at < blocks.size() && !isShown.test(blocks.get(at))) {
        at++;
      }
      if (at > first) {
        LineRange lines = new LineRange(blocks.get(first).toStart(), blocks.get(at - 1).toEnd());
        stretch(lines, first == 0 ? 0 : context, at == blocks.size() ? 0 : context);
      }
      if (at < blocks.size()) {
        change(blocks.get(at++));
      }
    }
  }

  /** Unchanged lines, folded but for some paragraphs at both ends. */
  private void stretch(LineRange lines, int before, int after) {
    int[] ends = diff.toParagraphs(lines);
    int folded = ends.length - before - after;
    reader.startStretch();
    // A fold takes as much room as a paragraph.
    if (folded < 2) {
      unchanged(lines);
      return;
    }
    int foldStart = before == 0 ? lines.start() : ends[before - 1];
    int foldEnd = ends[before + folded - 1];
    unchanged(new LineRange(lines.start(), foldStart));
    reader.folded(folded);
    unchanged(new LineRange(foldEnd, lines.end()));
  }

  private void unchanged(LineRange lines) {
    if (!lines.isEmpty()) {
      reader.unchanged(readable(diff.reading().to(lines)));
    }
  }

  private void change(Block block) {
    reader.startChange(label(block));
    segments(diff.reading().segments(block));
  }

  private String label(Block block) {
    Change change = diff.changes().get(block.change() - 1);
    return switch (block.kind()) {
      case UNCHANGED, DELETED, INSERTED -> "";
      case MOVED_AWAY ->
          moved("moved_to", diff.fromParagraphs(block.fromLines()), change.toLines());
      case MOVED_HERE ->
          moved("moved_from", diff.toParagraphs(block.toLines()), change.fromLines());
      case CHANGED -> {
        Ignorable kind = Ignorable.of(block.category());
        yield kind == null ? "" : kind.label();
      }
    };
  }

  private static String moved(String key, int[] ends, LineRange elsewhere) {
    int line = elsewhere.firstNumber();
    return ends.length == 1
        ? Messages.text("compare.label." + key, line)
        : Messages.text(
            "compare.label.paragraphs_" + key, NUMBERS.count(ends.length, "paragraph"), line);
  }

  private void segments(List<Segment> segments) {
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      String text = readable(segment.text());
      if (segment.kind() == Segment.SegmentKind.UNCHANGED) {
        reader.kept(text);
      } else if (isIgnored(segment)) {
        reader.kept(segment.kind() == Segment.SegmentKind.INSERTED ? text : "");
      } else if (i + 1 < segments.size() && readsTheSame(segment, segments.get(i + 1))) {
        reader.kept(text);
        i++;
      } else if (segment.move() > 0) {
        if (segment.kind() == Segment.SegmentKind.DELETED) {
          reader.movedAway(text);
        } else {
          reader.movedHere(text);
        }
      } else if (segment.kind() == Segment.SegmentKind.DELETED) {
        reader.deleted(text);
      } else {
        reader.inserted(text);
      }
    }
  }

  private boolean isIgnored(Segment segment) {
    return segment.category() == ChangeCategory.LINE_ENDINGS
        || ignored.contains(segment.category());
  }

  /** Whether a line is only broken at another place. */
  private static boolean readsTheSame(Segment one, Segment next) {
    return one.kind() == Segment.SegmentKind.DELETED
        && next.kind() == Segment.SegmentKind.INSERTED
        && readable(one.text()).equals(readable(next.text()));
  }

  /** A text with nothing in it that a terminal would obey. */
  static String readable(String text) {
    StringBuilder readable = new StringBuilder();
    boolean wasBreak = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBreak = c == Paragraphs.SOFT_BREAK;
      if (isBreak) {
        readable.append(wasBreak ? "" : " ");
      } else if (c == '\n' || c == '\t' || (c != '\uFEFF' && !Character.isISOControl(c))) {
        readable.append(c);
      } else if (c != '\uFEFF' && !text.startsWith("\r\n", i)) {
        readable.append('\ufffd');
      }
      wasBreak = isBreak;
    }
    return readable.toString();
  }
}
