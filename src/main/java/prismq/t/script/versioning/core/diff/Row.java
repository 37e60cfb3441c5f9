package prismq.t.script.versioning.core.diff;

import java.util.List;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * One line of a comparison.
 *
 * @param fromLine its number on the left side from 1, or 0 where it is not there
 * @param toLine its number on the right side from 1, or 0 where it is not there
 * @param exactLine every byte as one character, ending included, as {@link ScriptText#exactLines}
 * @param segments the line for display in stretches that changed or did not
 * @param change the number of the change it belongs to, from 1; 0 where it belongs to none
 * @param moved whether it only changed places
 */
public record Row(
    Segment.SegmentKind kind,
    int fromLine,
    int toLine,
    String exactLine,
    List<Segment> segments,
    int change,
    boolean moved) {
  /** The line for display, without its ending. */
  public String text() {
    return ScriptText.displayLine(exactLine);
  }

  /** Whether the line has an ending; only the last one of a text may not. */
  public boolean endsWithNewline() {
    return !exactLine.isEmpty() && LineEnds.endsAt(exactLine, exactLine.length() - 1);
  }
}
