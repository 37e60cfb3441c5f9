package prismq.t.script.versioning.core.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts changed lines that are near each other into hunks. */
final class Hunks {
  private final Diff diff;
  private final int context;
  private final Set<ChangeCategory> ignored;

  Hunks(Diff diff, int context, Set<ChangeCategory> ignored) {
    if (context < 0) {
      throw new IllegalArgumentException("context is a number of lines, not " + context);
    }
    this.diff = diff;
    this.context = context;
    this.ignored = ignored;
  }

  /** The hunks in their order. */
  List<Hunk> all() {
    List<Edit> shown =
        ignored.isEmpty()
            ? diff.edits()
            : diff.edits().stream().filter(edit -> !isIgnored(edit)).toList();
    List<Hunk> hunks = new ArrayList<>();
    int first = 0;
    while (first < shown.size()) {
      int last = first;
      while (last + 1 < shown.size()
          && shown.get(last + 1).fromStart() - shown.get(last).fromEnd() <= 2L * context) {
        last++;
      }
      hunks.add(hunk(shown.subList(first, last + 1)));
      first = last + 1;
    }
    return hunks;
  }

  private boolean isIgnored(Edit edit) {
    if (edit.deleted() != edit.inserted()) {
      return false;
    }
    for (int line = edit.fromStart(); line < edit.fromEnd(); ) {
      Block block = diff.blockOfFrom(line);
      if (!block.isIgnored(ignored)) {
        return false;
      }
      line = block.fromEnd();
    }
    // Additions there too, because edits that touch are one.
    for (int line = edit.toStart(); line < edit.toEnd(); ) {
      Block block = diff.blockOfTo(line);
      if (!block.isIgnored(ignored)) {
        return false;
      }
      line = block.toEnd();
    }
    return true;
  }

  private Hunk hunk(List<Edit> near) {
    Edit first = near.get(0);
    Edit last = near.get(near.size() - 1);
    int before = Math.min(context, first.fromStart());
    int after = Math.min(context, diff.from().size() - last.fromEnd());
    int fromStart = first.fromStart() - before;
    int fromEnd = last.fromEnd() + after;
    int toStart = first.toStart() - before;
    int toEnd = last.toEnd() + after;
    return new Hunk(
        fromStart + (fromEnd == fromStart ? 0 : 1),
        fromEnd - fromStart,
        toStart + (toEnd == toStart ? 0 : 1),
        toEnd - toStart,
        new Rows(diff, near, fromStart, fromEnd));
  }
}
