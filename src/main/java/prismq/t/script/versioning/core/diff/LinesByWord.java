package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.Kind;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.Words;

/** Lines in words, and which of these changed. */
final class LinesByWord implements ChangedLines {
  private final Pieces pieces;
  private final int[] lineEnds;
  private final Kind kind;
  private final BitSet changed = new BitSet();

  /**
   * @param kind what happened to pieces that are marked
   */
  LinesByWord(List<String> exactLines, Kind kind) {
    Pieces.Builder builder = new Pieces.Builder();
    this.lineEnds = new int[exactLines.size()];
    this.kind = kind;
    int line = 0;
    for (String exactLine : exactLines) {
      builder.addAll(Words.split(ScriptText.displayLine(exactLine)));
      lineEnds[line++] = builder.size();
      builder.add("\n");
    }
    this.pieces = builder.build();
  }

  /** The words and what is between them; a line feed after each line. */
  Pieces pieces() {
    return pieces;
  }

  void mark(int start, int end) {
    changed.set(start, end);
  }

  @Override
  public int changedWords() {
    int words = 0;
    for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
      if (Words.isWord(pieces.text(), pieces.start(i))) {
        words++;
      }
    }
    return words;
  }

  @Override
  public List<Segment> line(int line) {
    List<Segment> segments = new ArrayList<>();
    int start = line == 0 ? 0 : lineEnds[line - 1] + 1;
    int lineEnd = lineEnds[line];
    while (start < lineEnd) {
      boolean isChanged = changed.get(start);
      int end = start + 1;
      while (end < lineEnd && changed.get(end) == isChanged) {
        end++;
      }
      String text = pieces.text().substring(pieces.start(start), pieces.start(end));
      segments.add(new Segment(isChanged ? kind : Kind.UNCHANGED, text));
      start = end;
    }
    return segments;
  }
}
