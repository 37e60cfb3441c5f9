package prismq.t.script.versioning.transfer;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an import did: counted while it runs, told at its end. */
final class Summary {
  private record Remark(String what, String why) {}

  private record Places(String first, String last, int count) {
    Places with(Places later) {
      return new Places(first, later.last, count + later.count);
    }
  }

  private final Set<String> scripts = new LinkedHashSet<>();
  private final Map<Remark, Places> leftOut = new LinkedHashMap<>();
  private final Map<Remark, Places> changed = new LinkedHashMap<>();
  private int added;
  private int alreadyThere;
  private int branches;
  private int merges;

  /** A version was saved. */
  void added(String scriptId) {
    scripts.add(scriptId);
    added++;
  }

  /** A branch was started. */
  void branchAdded() {
    branches++;
  }

  /** A version that was saved has a second parent. */
  void mergeAdded() {
    merges++;
  }

  /** Versions were found that an earlier run has saved. */
  void alreadyThere(String scriptId, int count) {
    scripts.add(scriptId);
    alreadyThere += count;
  }

  /**
   * Something was not imported.
   *
   * @param what a file
   * @param where a place in the history of the file, such as a commit; empty where it has none
   */
  void leftOut(String what, String where, String why) {
    leftOut.merge(new Remark(what, why), new Places(where, where, 1), Places::with);
  }

  /** Something was imported, but not as it came. */
  void changed(String what, String where, String why) {
    changed.merge(new Remark(what, why), new Places(where, where, 1), Places::with);
  }

  int addedCount() {
    return added;
  }

  int alreadyThereCount() {
    return alreadyThere;
  }

  void print(PrintWriter out, Duration time) {
    double seconds = Math.max(time.toMillis(), 1) / 1000.0;
    out.printf(
        Locale.ROOT,
        "%,d version%s added to %,d script%s, %,d already there; %.1f s, %,.0f versions/s%n",
        added,
        added == 1 ? "" : "s",
        scripts.size(),
        scripts.size() == 1 ? "" : "s",
        alreadyThere,
        seconds,
        added / seconds);
    if (branches + merges > 0) {
      out.printf(
          Locale.ROOT,
          "%,d branch%s and %,d merge%s came in with them%n",
          branches,
          branches == 1 ? "" : "es",
          merges,
          merges == 1 ? "" : "s");
    }
    print(out, "Left out:", leftOut);
    print(out, "Changed:", changed);
    out.flush();
  }

  private static void print(PrintWriter out, String title, Map<Remark, Places> remarks) {
    if (remarks.isEmpty()) {
      return;
    }
    out.println(title);
    remarks.forEach(
        (remark, places) ->
            out.println(
                "  " + PlainText.line(remark.what, 500) + where(places) + ": " + remark.why));
  }

  private static String where(Places places) {
    if (places.first.isEmpty()) {
      return "";
    }
    return places.count == 1
        ? " (" + places.first + ")"
        : " (" + places.count + " times, " + places.last + " to " + places.first + ")";
  }
}
