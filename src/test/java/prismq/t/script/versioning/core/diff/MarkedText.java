package prismq.t.script.versioning.core.diff;

import java.util.stream.Collectors;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Texts and their diff on one line: ¶ is a blank line and / the end of a line, {@code [-removed-]},
 * {@code {+added+}}, {@code <moved>} where it stands now.
 */
final class MarkedText {
  private MarkedText() {}

  static ScriptText text(String line) {
    return ScriptText.of(line.strip().replace("¶", "\n\n").replace("/", "\n") + "\n");
  }

  /** What is marked, in the order of reading; unchanged text is left out. */
  static String marks(Diff diff) {
    return diff.blocks().stream()
        .filter(block -> block.kind() != Block.Kind.MOVED_AWAY)
        .map(block -> marks(diff, block))
        .filter(marks -> !marks.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String marks(Diff diff, Block block) {
    boolean isMoved = block.kind() == Block.Kind.MOVED_HERE;
    String marks =
        diff.reading().segments(block).stream()
            .map(segment -> marked(segment, isMoved))
            .filter(mark -> !mark.isEmpty())
            .collect(Collectors.joining(" "));
    return isMoved ? "<" + marks.replaceFirst("[¶/]$", "") + ">" : marks;
  }

  private static String marked(Segment segment, boolean isMoved) {
    String text = oneLine(segment.text());
    boolean isAwayEnd = segment.move() > 0 && segment.kind() == Segment.SegmentKind.DELETED;
    if (text.isEmpty() || isAwayEnd) {
      return "";
    }
    if (segment.move() > 0) {
      return "<" + text + ">";
    }
    return switch (segment.kind()) {
      case DELETED -> "[-" + text + "-]";
      case INSERTED -> "{+" + text + "+}";
      case UNCHANGED -> isMoved ? text : "";
    };
  }

  private static String oneLine(String text) {
    return text.replace("\n\n", "¶").replace("\n", "/").strip();
  }
}
