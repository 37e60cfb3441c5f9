package prismq.t.script.versioning.restore;

import java.util.Optional;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.ReadingText;
import prismq.t.script.versioning.core.text.Paragraphs;

/** Finds the change of a comparison that removed a passage. */
final class RemovedPassage {
  private static final Pattern BLANKS = Pattern.compile("[\\s" + Paragraphs.SOFT_BREAK + "]+");

  private RemovedPassage() {}

  /** The first change with the passage on its left side only; none if there is no such change. */
  static Optional<Change> find(Diff diff, String passage) {
    String wanted = words(passage);
    return diff.changes().stream()
        .filter(change -> change.blocks().stream().anyMatch(block -> lost(diff, block, wanted)))
        .findFirst();
  }

  private static boolean lost(Diff diff, Block block, String wanted) {
    if (block.isMoved()) {
      return false;
    }
    ReadingText reading = diff.reading();
    String before = words(reading.from(reading.fromPart(block.fromLines())));
    String after = words(reading.to(reading.toPart(block.toLines())));
    return before.contains(wanted) && !after.contains(wanted);
  }

  /** The words with one space between them, because lines may be wrapped anew. */
  private static String words(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}
