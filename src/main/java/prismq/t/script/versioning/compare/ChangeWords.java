package prismq.t.script.versioning.compare;

import java.util.Arrays;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.language.Messages;

/** What kind of a change something is, in a word or two. */
final class ChangeWords {
  private ChangeWords() {}

  /** The kind of a change at one of its blocks. */
  static String of(Diff diff, Change change, Block block) {
    return switch (block.kind()) {
      case MOVED_AWAY -> Messages.text("compare.kind.moved_away");
      case MOVED_HERE -> Messages.text("compare.kind.moved_here");
      case INSERTED, DELETED, CHANGED, UNCHANGED -> of(diff, change);
    };
  }

  private static String of(Diff diff, Change change) {
    return switch (change.type()) {
      case INSERTED -> Messages.text("compare.kind.added");
      case DELETED -> Messages.text("compare.kind.removed");
      case REPLACED -> Messages.text("compare.kind.replaced");
      case MOVED -> Messages.text("compare.kind.moved");
      case CHANGED -> edited(diff, change);
    };
  }

  private static String edited(Diff diff, Change change) {
    Block block = change.blocks().get(0);
    int before = count(diff.fromParagraphs(block.fromLines()), block.fromLines());
    int after = count(diff.toParagraphs(block.toLines()), block.toLines());
    if (before == 1 && after > 1) {
      return Messages.text("compare.kind.split");
    }
    if (before > 1 && after == 1) {
      return Messages.text("compare.kind.joined");
    }
    Ignorable only = Ignorable.of(change.category());
    return only == null ? Messages.text("compare.kind.edited") : only.only();
  }

  private static int count(int[] ends, LineRange lines) {
    return (int)
        Arrays.stream(ends).filter(end -> end > lines.start() && end <= lines.end()).count();
  }
}
