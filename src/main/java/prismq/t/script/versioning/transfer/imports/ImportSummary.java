package prismq.t.script.versioning.transfer.imports;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.text.PlainText;

/** What an import did: counted while it runs, told at its end. */
public final class ImportSummary {
  private static final int MAX_PLACES = 1_000;
  private static final int PLACES_SHOWN = 10;
  private static final int REMARKS_SHOWN = 100;
  private static final int MAX_NAME = 500;
  private static final int MAX_REASON = 2_000;
  private static final int SCRIPTS_SHOWN = 20;

  /** All but the first word. */
  private static final Pattern KIND = Pattern.compile(" .*", Pattern.DOTALL);

  private static final Map<String, String> PLURALS =
      Map.of(
          "commit", "commits",
          "revision", "revisions",
          "version", "versions",
          "story", "stories",
          "object", "objects",
          "id", "ids");

  /** Something that was not imported, or was changed: what, and why. */
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
   * @param what a file or a version, and the first places in its history
   * @param whole the same with every place that is remembered
   */
  public record Remark(String what, String whole, String why) {
    private String line() {
      return "  " + what + ": " + why;
    }

    private String wholeLine() {
      return "  " + whole + ": " + why;
    }
  }

  /** Places in the history of a file, the first of them by name. */
  private static final class Places {
    private final Set<String> names = new LinkedHashSet<>();
    private int count;

    void add(String place) {
      String name = PlainText.line(place, MAX_NAME);
      // Files of one origin have places in common.
      if (!names.contains(name)) {
        count++;
      }
      if (!name.isEmpty() && names.size() < MAX_PLACES) {
        names.add(name);
      }
    }

    String list(int most) {
      if (names.isEmpty()) {
        return "";
      }
      List<String> first = ofOneKind(names.stream().limit(most).toList());
      int more = count - first.size();
      return String.format(
          Locale.ROOT,
          " (%s%s)",
          String.join(", ", first),
          more == 0 ? "" : String.format(Locale.ROOT, " and %,d more", more));
    }

    /** “commits a, b” instead of “commit a, commit b”. */
    private static List<String> ofOneKind(List<String> places) {
      String kind = KIND.matcher(places.get(0)).replaceFirst("");
      boolean isShared =
          places.size() > 1
              && PLURALS.containsKey(kind)
              && places.stream().allMatch(place -> place.startsWith(kind + " "));
      if (!isShared) {
        return places;
      }
      List<String> named = new ArrayList<>();
      for (String place : places) {
        named.add(
            (named.isEmpty() ? PLURALS.get(kind) + " " : "") + place.substring(kind.length() + 1));
      }
      return named;
    }
  }

  private final Map<String, Counts> scripts = new LinkedHashMap<>();
  private final Map<About, Places> leftOut = new LinkedHashMap<>();
  private final Map<About, Places> encodings = new LinkedHashMap<>();
  private final Map<About, Places> guessed = new LinkedHashMap<>();
  private final Map<About, Places> changed = new LinkedHashMap<>();
  private int added;
  private int alreadyThere;
  private int branches;
  private int merges;
  private int labels;
  private boolean isBrokenOff;

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

  /** A version was given a label. */
  public void labelAdded() {
    labels++;
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
   * @param where a place in the history of the file, such as a commit; empty if it has none
   */
  public void leftOut(String what, String where, String why) {
    leftOut.computeIfAbsent(new About(what, why), about -> new Places()).add(where);
  }

  /** The source is cut off or broken; what was read before that place is kept. */
  public void brokenOff(String why) {
    leftOut("The rest of the file", "", why);
    isBrokenOff = true;
  }

  /** Whether the end of the source could not be read. */
  public boolean isBrokenOff() {
    return isBrokenOff;
  }

  /** Something is in an encoding that was chosen or is told by its source. */
  public void encoding(String what, String where, String how) {
    encodings.computeIfAbsent(new About(what, how), about -> new Places()).add(where);
  }

  /** Something that the source does not tell was guessed, and can be chosen otherwise. */
  public void guessed(String what, String where, String how) {
    guessed.computeIfAbsent(new About(what, how), about -> new Places()).add(where);
  }

  /** Something was changed by the import. */
  public void changed(String what, String where, String why) {
    changed.computeIfAbsent(new About(what, why), about -> new Places()).add(where);
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

  /** Number of labels that versions were given. */
  public int labelCount() {
    return labels;
  }

  /** What happened to each script, in the order of the source. */
  public Map<String, Counts> scripts() {
    return Collections.unmodifiableMap(scripts);
  }

  /** What was not imported. */
  public List<Remark> leftOut() {
    return remarks(leftOut);
  }

  /** What is in another encoding than UTF-8, and did not have to be guessed. */
  public List<Remark> encodings() {
    return remarks(encodings);
  }

  /** What was guessed, because the source does not tell it. */
  public List<Remark> guessed() {
    return remarks(guessed);
  }

  /** What was changed by the import. */
  public List<Remark> changed() {
    return remarks(changed);
  }

  private static List<Remark> remarks(Map<About, Places> remarks) {
    return remarks.entrySet().stream()
        .map(
            entry -> {
              String what = PlainText.line(entry.getKey().what, MAX_NAME);
              Places places = entry.getValue();
              return new Remark(
                  what + places.list(PLACES_SHOWN),
                  what + places.list(MAX_PLACES),
                  PlainText.line(entry.getKey().why, MAX_REASON));
            })
        .toList();
  }

  /** Tells what happened, with the start of each list. */
  public void print(PrintWriter out, Duration time) {
    printCounts(out, time);
    List<String> lines =
        scripts.entrySet().stream()
            .map(script -> line(script.getKey(), script.getValue()))
            .toList();
    print(out, lines, SCRIPTS_SHOWN);
    printRemarks(out);
    out.flush();
  }

  /** Tells the start of what was left out, guessed, read as chosen or marked, and changed. */
  public void printRemarks(PrintWriter out) {
    print(out, "Left out:", leftOut());
    print(out, "Guessed:", guessed());
    print(out, "Encodings:", encodings());
    print(out, "Changed:", changed());
  }

  /** Tells all of it. */
  public void printWhole(PrintWriter out, Duration time) {
    printCounts(out, time);
    scripts.forEach((script, counts) -> out.println(line(script, counts)));
    printWhole(out, "Left out:", leftOut());
    printWhole(out, "Guessed:", guessed());
    printWhole(out, "Encodings:", encodings());
    printWhole(out, "Changed:", changed());
    out.flush();
  }

  private void printCounts(PrintWriter out, Duration time) {
    double seconds = Math.max(time.toMillis(), 1) / 1000.0;
    out.printf(
        Locale.ROOT,
        "%,d version%s added to %,d script%s, %,d already there; %.1f s, %,.0f version%s/s%n",
        added,
        added == 1 ? "" : "s",
        scripts.size(),
        scripts.size() == 1 ? "" : "s",
        alreadyThere,
        seconds,
        added / seconds,
        Math.round(added / seconds) == 1 ? "" : "s");
    if (branches + merges > 0) {
      out.printf(
          Locale.ROOT,
          "%,d branch%s and %,d merge%s imported with them%n",
          branches,
          branches == 1 ? "" : "es",
          merges,
          merges == 1 ? "" : "s");
    }
    if (labels > 0) {
      out.printf(Locale.ROOT, "%,d label%s added%n", labels, labels == 1 ? "" : "s");
    }
  }

  private static String line(String script, Counts counts) {
    return String.format(
        Locale.ROOT,
        "  %s: %,d added, %,d already there",
        script,
        counts.added,
        counts.alreadyThere);
  }

  private static void print(PrintWriter out, String title, List<Remark> remarks) {
    if (!remarks.isEmpty()) {
      out.println(title);
      print(out, remarks.stream().map(Remark::line).toList(), REMARKS_SHOWN);
    }
  }

  private static void printWhole(PrintWriter out, String title, List<Remark> remarks) {
    if (!remarks.isEmpty()) {
      out.println(title);
      remarks.stream().map(Remark::wholeLine).forEach(out::println);
    }
  }

  private static void print(PrintWriter out, List<String> lines, int most) {
    lines.stream().limit(most).forEach(out::println);
    if (lines.size() > most) {
      out.printf(Locale.ROOT, "  and %,d more%n", lines.size() - most);
    }
  }
}
