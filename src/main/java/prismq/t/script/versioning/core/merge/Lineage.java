package prismq.t.script.versioning.core.merge;

import java.util.Arrays;
import prismq.t.script.versioning.core.diff.CommonRange;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/** Which bytes of one side are which of the base, wherever they stand now. */
final class Lineage {
  static final int NONE = -1;

  private final String side;
  private final int[] toBase;
  private final int[] toSide;

  Lineage(Pieces base, Pieces side) {
    this.side = side.text();
    this.toBase = new int[side.text().length()];
    this.toSide = new int[base.text().length()];
    Arrays.fill(toBase, NONE);
    Arrays.fill(toSide, NONE);
    for (CommonRange range :
        new DiffGenerator()
            .diff(ScriptText.ofExact(base.text()), ScriptText.ofExact(side.text()))
            .commonRanges()) {
      for (int i = 0; i < range.length(); i++) {
        toBase[range.toStart() + i] = range.fromStart() + i;
        toSide[range.fromStart() + i] = range.toStart() + i;
      }
    }
  }

  /** Where a byte of the side was in the base; {@link #NONE} where it is new. */
  int inBase(int sidePosition) {
    return toBase[sidePosition];
  }

  /** Where a byte of the base is on the side; {@link #NONE} where it is gone. */
  int inSide(int basePosition) {
    return toSide[basePosition];
  }

  /** Whether most of a stretch of the base is nowhere on the side. */
  boolean isGone(ByteRange base) {
    int gone = 0;
    for (int at = base.start(); at < base.end(); at++) {
      gone += toSide[at] == NONE ? 1 : 0;
    }
    return 2 * gone > base.end() - base.start();
  }

  /** Whether a word of the side starts at a position. */
  boolean startsWord(int sidePosition) {
    return !Paragraphs.isSpace(side.charAt(sidePosition))
        && (sidePosition == 0 || Paragraphs.isSpace(side.charAt(sidePosition - 1)));
  }

  /** Whether a line of the side ends at a position. */
  boolean endsLine(int sidePosition) {
    return side.charAt(sidePosition) == '\n';
  }
}
