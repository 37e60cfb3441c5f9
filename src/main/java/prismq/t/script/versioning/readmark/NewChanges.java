package prismq.t.script.versioning.readmark;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.LineRange;

/** What changes of a comparison are new to somebody. */
public final class NewChanges {
  private NewChanges() {}

  /**
   * Those that hold a passage in a wording that was not read, and those that only remove one.
   *
   * @param isRead tells of the hash of a passage whether it was read
   */
  public static int count(Diff diff, Predicate<Long> isRead) {
    return (int) diff.changes().stream().filter(change -> isNew(diff, change, isRead)).count();
  }

  private static boolean isNew(Diff diff, Change change, Predicate<Long> isRead) {
    return change.type() == Change.Type.DELETED
        || change.blocks().stream().anyMatch(block -> isNew(diff, block, isRead));
  }

  private static boolean isNew(Diff diff, Block block, Predicate<Long> isRead) {
    return !passages(diff, block).allMatch(isRead);
  }

  /** The hashes of all passages that the right text has in its changes. */
  static Set<Long> passages(Diff diff) {
    return diff.changes().stream()
        .flatMap(change -> change.blocks().stream())
        .flatMap(block -> passages(diff, block))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<Long> passages(Diff diff, Block block) {
    Stream.Builder<Long> hashes = Stream.builder();
    int start = block.toStart();
    for (int end : diff.toParagraphs(block.toLines())) {
      hashes.add(PassageHashes.of(diff.to().text(new LineRange(start, end))));
      start = end;
    }
    return hashes.build().filter(hash -> hash != PassageHashes.BLANK);
  }
}
