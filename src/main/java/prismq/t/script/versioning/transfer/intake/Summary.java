package prismq.t.script.versioning.transfer.intake;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an import did: counted while it runs, told at its end. */
public final class Summary {
  /** Something that did not come in, or not as it was: what, and why. */
  private record About(String what, String why) {}

  /**
   * What happened to the versions of one script.
   *
   * @param added saved now
   * @param alreadyThere saved by an earlier import
   */
  public record Counts(int added, int alreadyThere) {
    private Counts plus(Counts more) {
      return new Counts(added + more.added, alreadyThere + more.alreadyThere);
    }
  }

  /**
   * A line of the log of an import.
   *
   * @param what a file or a version, and where in its history
   */
  public record Remark(String what, String why) {}

  private record Places(String first, String last, int count) {
    Places with(Places later) {
      return new Places(first, later.last, count + later.count);
    }
  }

  private final Map<String, Counts> scripts = new LinkedHashMap<>();
  private final Map<About, Places> leftOut = new LinkedHashMap<>();
  private final Map<About, Places> changed = new LinkedHashMap<>();
  private int added;
  private int alreadyThere;
  private int branches;
  private int merges;

  /** A version was saved. */
  public void added(String scriptId) {
    scripts.merge(scriptId, new Counts(1, 0), Counts::plus);
    added++;
  }

  /** A branch was started. */
  public void branchAdded() {
    branches++;
  }

  /** A version that was saved has a second parent. */
  public void mergeAdded() {
    merges++;
  }

  /** Versions were found that an earlier run has saved. */
  public void alreadyThere(String scriptId, int count) {
    scripts.merge(scriptId, new Counts(0, count), Counts::plus);
    alreadyThere += count;
  }

  /**
   * Something was not imported.
   *
   * @param what a file
   * @param where a place in the history of the file, such as a commit; empty where it has none
   */
  public void leftOut(String what, String where, String why) {
    leftOut.merge(new About(what, why), new Places(where, where, 1), Places::with);
  }

  /** Something was imported, but not as it came. */
  public void changed(String what, String where, String why) {
    changed.merge(new About(what, why), new Places(where, where, 1), Places::with);
  }

  /** Number of versions that were saved. */
  public int addedCount() {
    return added;
  }

  /** Number of versions that earlier runs have saved. */
  public int alreadyThereCount() {
    return alreadyThere;
  }

  /** Number of branches that were started. */
  public int branchCount() {
    return branches;
  }

  /** Number of versions that were saved with a second parent. */
  public int mergeCount() {
    return merges;
  }

  /** What happened to each script, in the order they came. */
  public Map<String, Counts> scripts() {
    return Collections.unmodifiableMap(scripts);
  }

  /** What was not imported. */
  public List<Remark> leftOut() {
    return remarks(leftOut);
  }

  /** What was imported, but not as it came. */
  public List<Remark> changed() {
    return remarks(changed);
  }

  private static List<Remark> remarks(Map<About, Places> remarks) {
    return remarks.entrySet().stream()
        .map(
            entry ->
                new Remark(
                    PlainText.line(entry.getKey().what, 500) + where(entry.getValue()),
                    entry.getKey().why))
        .toList();
  }

  /** Tells all of it. */
  public void print(PrintWriter out, Duration time) {
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
    print(out, "Left out:", leftOut());
    print(out, "Changed:", changed());
    out.flush();
  }

  private static void print(PrintWriter out, String title, List<Remark> remarks) {
    if (!remarks.isEmpty()) {
      out.println(title);
      remarks.forEach(remark -> out.println("  " + remark.what + ": " + remark.why));
    }
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
