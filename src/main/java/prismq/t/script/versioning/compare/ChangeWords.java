package prismq.t.script.versioning.compare;

import java.util.Arrays;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.LineRange;

/** What kind of a change something is, in a word or two. */
final class ChangeWords {
  private ChangeWords() {}

  /** The kind of a change at one of its blocks. */
  static String of(Diff diff, Change change, Block block) {
    return switch (block.kind()) {
      case MOVED_AWAY -> "Moved away";
      case MOVED_HERE -> "Moved here";
      case INSERTED, DELETED, CHANGED, UNCHANGED -> of(diff, change);
    };
  }

  private static String of(Diff diff, Change change) {
    return switch (change.type()) {
      case INSERTED -> "Added";
      case DELETED -> "Removed";
      case REPLACED -> "Replaced";
      case MOVED -> "Moved";
      case CHANGED -> edited(diff, change);
    };
  }

  private static String edited(Diff diff, Change change) {
    Block block = change.blocks().get(0);
    int before = count(diff.fromParagraphs(block.fromLines()), block.fromLines());
    int after = count(diff.toParagraphs(block.toLines()), block.toLines());
    if (before == 1 && after > 1) {
      return "Split";
    }
    if (before > 1 && after == 1) {
      return "Joined";
    }
    Ignorable only = Ignorable.of(change.category());
    return only == null ? "Edited" : only.only();
  }

  private static int count(int[] ends, LineRange lines) {
    return (int)
        Arrays.stream(ends).filter(end -> end > lines.start() && end <= lines.end()).count();
  }
}
