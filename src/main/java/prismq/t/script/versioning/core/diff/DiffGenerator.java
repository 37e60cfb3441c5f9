package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Makes diffs of texts. The same pair always gives the same diff, and every diff turns its left
 * text into exactly its right one. Stateless, so safe for use by several threads.
 */
public final class DiffGenerator {
  /**
   * What changed from one text to the other.
   *
   * @return an empty diff where the bytes are equal; a coarse one where the texts are so tangled
   *     that a finer one would take too long
   */
  public Diff diff(ScriptText from, ScriptText to) {
    Pieces fromLines = from.exactLines();
    Pieces toLines = to.exactLines();
    int before = sameAtStart(fromLines, toLines);
    int after = sameAtEnd(fromLines, toLines, before);
    int fromEnd = fromLines.size() - after;
    int toEnd = toLines.size() - after;
    Side left = new Side(fromLines, before, fromEnd);
    Side right = new Side(toLines, before, toEnd);
    BlockBuilder builder =
        new BlockBuilder(fromLines, left, toLines, right, new Matching(left, right));
    List<Block> blocks = builder.blocks(before, after);
    LineEdits lineEdits = new LineEdits(fromLines, toLines);
    List<Edit> edits = Slider.slide(lineEdits.within(blocks), fromLines, toLines);
    return new Diff(fromLines, toLines, blocks, edits, builder.coarse() || lineEdits.coarse());
  }

  /**
   * Number of lines that are the same at the start, up to where a paragraph starts on both sides.
   */
  private static int sameAtStart(Pieces from, Pieces to) {
    int shorter = Math.min(from.size(), to.size());
    int same = 0;
    while (same < shorter && from.same(same, to, same)) {
      same++;
    }
    while (same > 0
        && (same < Math.max(from.size(), to.size()))
        && !(Paragraphs.isBlank(from, same - 1)
            && startsParagraph(from, same)
            && startsParagraph(to, same))) {
      same--;
    }
    return same;
  }

  private static boolean startsParagraph(Pieces lines, int line) {
    return line == lines.size() || !Paragraphs.isBlank(lines, line);
  }

  /** The same at the end, of what is left. */
  private static int sameAtEnd(Pieces from, Pieces to, int before) {
    int shorter = Math.min(from.size(), to.size()) - before;
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
