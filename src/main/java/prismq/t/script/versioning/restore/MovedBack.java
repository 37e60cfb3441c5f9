package prismq.t.script.versioning.restore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Edit;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.Pieces;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * A passage that moves back to where it was, with what was written into it since. Merging whole
 * texts would put it back without that, and leave it where it is as well.
 *
 * @param now the passage as the head has it; empty if it is no longer there
 * @param back what is to stand where it was
 */
record MovedBack(ScriptText now, ScriptText back) {
  /**
   * A passage that moves back.
   *
   * @param since what changed from the later text to the head
   */
  static MovedBack of(
      Undoing undoing, Change move, List<Edit> since, String head, Merging merging) {
    Pieces from = undoing.comparison().from().exactLines();
    Pieces to = undoing.comparison().to().exactLines();
    String old = from.text(move.fromLines());
    ByteRange passage = to.bytes(move.toLines());
    String then = passage.in(to.text());
    String now = now(since, passage, head);
    if (now == null) {
      return new MovedBack(ScriptText.ofExact(then), ScriptText.ofExact(old));
    }
    if (now.isEmpty()) {
      return new MovedBack(ScriptText.of(""), ScriptText.of(""));
    }
    String ending = old.substring(ScriptText.displayLength(old));
    ScriptText back =
        merging.merged(ended(then, ending), ended(now, ending), ScriptText.ofExact(old));
    return new MovedBack(ScriptText.ofExact(now), back);
  }

  /** With the line ending that fits where it goes; it may be at the end of one of the texts. */
  private static ScriptText ended(String passage, String ending) {
    return ScriptText.ofExact(passage.substring(0, ScriptText.displayLength(passage)) + ending);
  }

  /** A range after edits; null if one crosses its border, so that it is unclear. */
  private static @Nullable String now(List<Edit> edits, ByteRange range, String after) {
    int start = range.start();
    int end = range.end();
    int startShift = 0;
    int endShift = 0;
    for (Edit edit : edits) {
      int shift = edit.toEnd() - edit.fromEnd();
      if (edit.fromEnd() <= start) {
        startShift = shift;
      } else if (edit.fromStart() >= end) {
        break;
      } else if (edit.fromStart() <= start && edit.fromEnd() >= end) {
        boolean isAllOfIt = edit.fromStart() == start && edit.fromEnd() == end;
        return isAllOfIt ? after.substring(edit.toStart(), edit.toEnd()) : "";
      } else if (edit.fromStart() < start || edit.fromEnd() > end) {
        return null;
      }
      endShift = shift;
    }
    return after.substring(start + startShift, end + endShift);
  }
}
