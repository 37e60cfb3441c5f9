package prismq.t.script.versioning.core.diff;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/** The paragraphs of one text of a comparison, in the stretch of it that may have changed. */
final class Side {
  private final Pieces lines;
  private final int firstLine;
  private final int size;

  /**
   * Null where every line is a paragraph, as in texts that have too many of them to waste memory.
   */
  private final int @Nullable [] lineEnds;

  Side(Pieces lines, int firstLine, int endLine) {
    this.lines = lines;
    this.firstLine = firstLine;
    int[] ends = Paragraphs.ends(lines, new LineRange(firstLine, endLine));
    this.size = ends.length;
    this.lineEnds = size == endLine - firstLine ? null : ends;
  }

  /** The exact text. */
  String text() {
    return lines.text();
  }

  /** Number of paragraphs. */
  int size() {
    return size;
  }

  /** Number of bytes of all paragraphs. */
  int length() {
    return size == 0 ? 0 : end(size - 1) - start(0);
  }

  /** The first line of a paragraph; after the last one, the line where the stretch ends. */
  int lineStart(int paragraph) {
    if (lineEnds == null) {
      return firstLine + paragraph;
    }
    return paragraph == 0 ? firstLine : lineEnds[paragraph - 1];
  }

  /** Where the exact text of a paragraph starts; after the last one, where the stretch ends. */
  int start(int paragraph) {
    return lines.start(lineStart(paragraph));
  }

  int end(int paragraph) {
    return lines.end(lineStart(paragraph + 1) - 1);
  }

  /** Where paragraphs in a row stand. */
  ByteRange bytes(int paragraphStart, int paragraphEnd) {
    return new ByteRange(start(paragraphStart), start(paragraphEnd));
  }

  /** The exact texts of the paragraphs. */
  Pieces paragraphs() {
    Pieces.Builder builder = new Pieces.Builder();
    int start = size == 0 ? 0 : start(0);
    for (int i = 0; i < size; i++) {
      builder.endAt(end(i) - start);
    }
    return builder.of(size == 0 ? "" : lines.text().substring(start, end(size - 1)));
  }
}
