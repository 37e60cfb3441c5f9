package prismq.t.script.versioning.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/**
 * Versions that stand together in the list of a history: some that are all shown, or a run of saves
 * by the same author within minutes, which is folded.
 *
 * @param rows newest first, at least one
 * @param isFolded whether its rows are hidden until they are asked for
 */
record HistoryRun(List<HistoryRow> rows, boolean isFolded) {
  private static final Numbers NUMBERS = new Numbers();
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final int LEAST_FOLDED = 2;

  /** Nothing is folded in a list that is not longer than this. */
  private static final int SHORT_LIST = 12;

  /** Groups the rows of a page; what has something of its own to say is never folded. */
  static List<HistoryRun> of(List<HistoryRow> rows) {
    List<HistoryRun> runs = new ArrayList<>();
    int shown = 0;
    int at = 0;
    while (at < rows.size()) {
      int end = at + 1;
      while (rows.size() > SHORT_LIST
          && end < rows.size()
          && isFoldedInto(rows.get(end), rows.get(end - 1))) {
        end++;
      }
      at++;
      if (end - at >= LEAST_FOLDED) {
        runs.add(new HistoryRun(rows.subList(shown, at), false));
        runs.add(new HistoryRun(rows.subList(at, end), true));
        at = end;
        shown = end;
      }
    }
    if (shown < rows.size()) {
      runs.add(new HistoryRun(rows.subList(shown, rows.size()), false));
    }
    return runs;
  }

  /** Whether a version was followed at once by another one of the same author. */
  private static boolean isFoldedInto(HistoryRow row, HistoryRow newer) {
    Version version = row.version();
    Version next = newer.version();
    return row.labels().isEmpty()
        && row.waiting().isEmpty()
        && !row.selected()
        && (row.place().isEmpty() || row.place().equals("within"))
        && version.mergeParentVersion() == null
        && version.restoredFrom() == null
        && version.person().name().equals(next.person().name())
        && Integer.valueOf(version.versionNumber()).equals(next.parentVersion())
        && version.branchNumber() == next.branchNumber()
        && Duration.between(version.createdAt(), next.createdAt()).abs().compareTo(LONGEST_PAUSE)
            <= 0;
  }

  /** What is folded, such as “2 versions by AI writer, v54 and v55”. */
  public String title() {
    Version newest = rows.get(0).version();
    int oldest = rows.get(rows.size() - 1).version().versionNumber();
    return Messages.text(
        rows.size() == 2 ? "history.run.two" : "history.run.more",
        NUMBERS.count(rows.size(), "version"),
        newest.person().name(),
        oldest,
        newest.versionNumber());
  }

  /** Whether it lies between the two versions that are compared. */
  public boolean isWithin() {
    return rows.get(0).place().equals("within");
  }
}
