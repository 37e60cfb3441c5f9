package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Block.Kind;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Makes diffs of texts. The same pair always gives the same diff, and every diff turns its left
 * text into exactly its right one. Stateless, so safe for use by several threads.
 */
public final class DiffGenerator {
  /**
   * More lines than this that may differ, of both texts together, are not looked at one by one. In
   * 5 MiB there are as many only where hardly any is a sentence.
   */
  private static final int MAX_LINES = 2_000_000;

  /**
   * What changed from one text to the other.
   *
   * @return an empty diff where the bytes are equal; a coarse one where the texts are so tangled
   *     that a finer one would take too long
   */
  public Diff diff(ScriptText from, ScriptText to) {
    Pieces fromLines = from.exactLines();
    Pieces toLines = to.exactLines();
    int same = sameAtStart(fromLines, toLines);
    int before = startOfStretch(fromLines, toLines, same);
    int after = sameAtEnd(fromLines, toLines, same, before);
    int fromEnd = fromLines.size() - after;
    int toEnd = toLines.size() - after;
    if (fromEnd > before && toEnd > before && fromEnd - before + toEnd - before > MAX_LINES) {
      return replacement(fromLines, toLines, before, after);
    }
    Side left = new Side(fromLines, before, fromEnd);
    Side right = new Side(toLines, before, toEnd);
    BlockBuilder builder = new BlockBuilder(fromLines, left, toLines, right);
    List<Block> blocks = builder.blocks(before, after);
    // Now, so that what the builder used need not be kept any longer.
    boolean coarse = builder.coarse();
    List<CommonRange> movedSentences = builder.movedSentences();
    LineEdits lineEdits = new LineEdits(fromLines, toLines);
    List<Edit> edits = lineEdits.within(blocks);
    return new Diff(
        fromLines, toLines, blocks, edits, movedSentences, coarse || lineEdits.coarse());
  }

  /** All between what is the same at the start and at the end, as one change. */
  private static Diff replacement(Pieces from, Pieces to, int before, int after) {
    int fromEnd = from.size() - after;
    int toEnd = to.size() - after;
    List<Block> blocks = new ArrayList<>();
    if (before > 0) {
      blocks.add(block(Kind.UNCHANGED, 0, before, 0, before));
    }
    blocks.add(block(Kind.DELETED, before, fromEnd, before, before));
    blocks.add(block(Kind.INSERTED, fromEnd, fromEnd, before, toEnd));
    if (after > 0) {
      blocks.add(block(Kind.UNCHANGED, fromEnd, from.size(), toEnd, to.size()));
    }
    return new Diff(
        from, to, blocks, List.of(new Edit(before, fromEnd, before, toEnd)), List.of(), true);
  }

  private static Block block(Kind kind, int fromStart, int fromEnd, int toStart, int toEnd) {
    boolean isChange = kind != Kind.UNCHANGED;
    ChangeCategory category = isChange ? ChangeCategory.WORDS : ChangeCategory.NONE;
    return new Block(
        kind,
        category,
        new LineRange(fromStart, fromEnd),
        new LineRange(toStart, toEnd),
        List.of(),
        0,
        isChange ? 1 : 0);
  }

  /** Number of lines that are the same at the start. */
  private static int sameAtStart(Pieces from, Pieces to) {
    int shorter = Math.min(from.size(), to.size());
    int same = 0;
    while (same < shorter && from.same(same, to, same)) {
      same++;
    }
    return same;
  }

  /**
   * The line up to which both are left alone: one paragraph before the end of what is the same,
   * because a paragraph added after it may be shown as added before it.
   */
  private static int startOfStretch(Pieces from, Pieces to, int same) {
    if (same == Math.max(from.size(), to.size())) {
      return same;
    }
    int boundary = boundaryBefore(from, to, same);
    return boundary == 0 ? 0 : boundaryBefore(from, to, boundary - 1);
  }

  /** The last line up to this one at which a paragraph starts on both sides after a blank line. */
  private static int boundaryBefore(Pieces from, Pieces to, int line) {
    int boundary = line;
    while (boundary > 0
        && !(Paragraphs.isBlank(from, boundary - 1)
            && startsParagraph(from, boundary)
            && startsParagraph(to, boundary))) {
      boundary--;
    }
    return boundary;
  }

  private static boolean startsParagraph(Pieces lines, int line) {
    return line == lines.size() || !Paragraphs.isBlank(lines, line);
  }

  /**
   * Number of lines that are the same at the end, of those that are not at the start, down to where
   * a paragraph ends on both sides.
   */
  private static int sameAtEnd(Pieces from, Pieces to, int sameAtStart, int before) {
    int shorter = Math.min(from.size(), to.size()) - sameAtStart;
    int same = 0;
    while (same < shorter && from.same(from.size() - same - 1, to, to.size() - same - 1)) {
      same++;
    }
    while (same > 0
        && (Paragraphs.isBlank(from, from.size() - same)
            || !endsParagraph(from, from.size() - same, before)
            || !endsParagraph(to, to.size() - same, before))) {
      same--;
    }
    return same;
  }

  private static boolean endsParagraph(Pieces lines, int end, int before) {
    return end == before || Paragraphs.isBlank(lines, end - 1);
  }
}
