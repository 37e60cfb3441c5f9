package prismq.t.script.versioning.transfer.imports;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/** What an import did: counted while it runs, told at its end. */
public final class ImportSummary {
  private static final int MAX_PLACES = 1_000;
  private static final int PLACES_SHOWN = 10;
  private static final int REMARKS_SHOWN = 100;
  private static final int MAX_NAME = 500;
  private static final int MAX_REASON = 2_000;
  private static final int SCRIPTS_SHOWN = 20;
  private static final int MAX_LIST = MAX_PLACES * (MAX_NAME + 2);
  private static final String ONE = ".one";
  private static final Numbers NUMBERS = new Numbers();

  /** Something that was not imported, or was changed: what, and why. */
  private record About(Object what, FilledMessage why) {}

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
      return "  " + Messages.text("import.remark", what, why);
    }

    private String wholeLine() {
      return "  " + Messages.text("import.remark", whole, why);
    }
  }

  /** Places in the history of a file, the first of them by name. */
  private static final class Places {
    private final Set<Object> named = new LinkedHashSet<>();
    private int count;

    void add(Object where) {
      Object place = where instanceof String name ? PlainText.line(name, MAX_NAME) : where;
      // Files of one origin have places in common.
      if (!named.contains(place)) {
        count++;
      }
      if (!place.equals("") && named.size() < MAX_PLACES) {
        named.add(place);
      }
    }

    /** What it is about, with so many of its places at most. */
    String after(String what, int most) {
      if (named.isEmpty()) {
        return what;
      }
      List<Object> first = named.stream().limit(most).toList();
      int more = count - first.size();
      return more == 0
          ? Messages.text("import.places", what, list(first))
          : Messages.text("import.places_more", what, list(first), NUMBERS.whole(more));
    }

    /** “commits a, b” instead of “commit a, commit b”. */
    private static String list(List<Object> places) {
      Set<String> kinds = new HashSet<>();
      List<String> names = new ArrayList<>();
      for (Object place : places) {
        boolean isOfKind = place instanceof FilledMessage one && one.key().endsWith(ONE);
        kinds.add(isOfKind ? ((FilledMessage) place).key() : "");
        names.add(String.valueOf(isOfKind ? ((FilledMessage) place).values().get(0) : place));
      }
      String kind = kinds.iterator().next();
      boolean isShared = names.size() > 1 && kinds.size() == 1 && !kind.isEmpty();
      return PlainText.line(
          isShared
              ? Messages.text(kind.replace(ONE, ".other"), String.join(", ", names))
              : places.stream().map(String::valueOf).collect(Collectors.joining(", ")),
          MAX_LIST);
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
  private final Map<ReviewPart, Integer> reviewParts = new EnumMap<>(ReviewPart.class);
  private boolean isBrokenOff;

  /**
   * A place in the history of a file.
   *
   * @param kind commit, revision, version, story, object or id
   */
  public static FilledMessage place(String kind, Object name) {
    return FilledMessage.of("import.place." + kind + ONE, name);
  }

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

  /** What of the reviews of a script is counted. */
  public enum ReviewPart {
    THREAD,
    SUGGESTION,
    REVIEW
  }

  /** Something of the reviews of a script was added. */
  public void added(ReviewPart part) {
    reviewParts.merge(part, 1, Integer::sum);
  }

  /** Numbers of threads, suggestions and reviews that were added, of which there are any. */
  public Map<ReviewPart, Integer> reviewParts() {
    return Collections.unmodifiableMap(reviewParts);
  }

  /** The same in words; empty for none. */
  public String reviewPartsText() {
    return Messages.list(
        reviewParts.entrySet().stream()
            .map(part -> counted(part.getKey().name().toLowerCase(Locale.ROOT), part.getValue()))
            .toList());
  }

  /** Versions were found that an earlier run has saved. */
  public void alreadyThere(String scriptId, int count) {
    scripts.merge(scriptId, new Counts(0, count), Counts::plus);
    alreadyThere += count;
  }

  /**
   * Something was not imported.
   *
   * @param what the name of a file, or a message
   * @param where a place in the history of the file, as {@link #place} gives it, or by its name;
   *     empty if it has none
   */
  public void leftOut(Object what, Object where, FilledMessage why) {
    leftOut.computeIfAbsent(new About(what, why), about -> new Places()).add(where);
  }

  /** The source is cut off or broken; what was read before that place is kept. */
  public void brokenOff(FilledMessage why) {
    leftOut(FilledMessage.of("import.rest"), "", why);
    isBrokenOff = true;
  }

  /** Whether the end of the source could not be read. */
  public boolean isBrokenOff() {
    return isBrokenOff;
  }

  /** Something is in an encoding that was chosen or is told by its source. */
  public void encoding(Object what, Object where, FilledMessage how) {
    encodings.computeIfAbsent(new About(what, how), about -> new Places()).add(where);
  }

  /** Something that the source does not tell was guessed, and can be chosen otherwise. */
  public void guessed(Object what, Object where, FilledMessage how) {
    guessed.computeIfAbsent(new About(what, how), about -> new Places()).add(where);
  }

  /** Something was changed by the import. */
  public void changed(Object what, Object where, FilledMessage why) {
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
              String what = PlainText.line(entry.getKey().what.toString(), MAX_NAME);
              Places places = entry.getValue();
              return new Remark(
                  places.after(what, PLACES_SHOWN),
                  places.after(what, MAX_PLACES),
                  PlainText.line(entry.getKey().why.text(), MAX_REASON));
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
    print(out, Messages.text("import.log.left_out"), leftOut());
    print(out, Messages.text("import.log.guessed"), guessed());
    print(out, Messages.text("import.log.encodings"), encodings());
    print(out, Messages.text("import.log.changed"), changed());
  }

  /** Tells all of it. */
  public void printWhole(PrintWriter out, Duration time) {
    printCounts(out, time);
    scripts.forEach((script, counts) -> out.println(line(script, counts)));
    printWhole(out, Messages.text("import.log.left_out"), leftOut());
    printWhole(out, Messages.text("import.log.guessed"), guessed());
    printWhole(out, Messages.text("import.log.encodings"), encodings());
    printWhole(out, Messages.text("import.log.changed"), changed());
    out.flush();
  }

  private void printCounts(PrintWriter out, Duration time) {
    double seconds = Math.max(time.toMillis(), 1) / 1000.0;
    out.println(
        Messages.text(
            "import.counts",
            counted("version", added),
            counted("script", scripts.size()),
            grouped(alreadyThere),
            String.format(Locale.ROOT, "%.1f", seconds),
            counted("version", Math.round(added / seconds))));
    if (branches + merges > 0) {
      out.println(
          Messages.text(
              "import.counts_lines", counted("branch", branches), counted("merge", merges)));
    }
    if (labels > 0) {
      out.println(Messages.text("import.counts_labels", counted("label", labels)));
    }
    if (!reviewParts.isEmpty()) {
      out.println(Messages.text("import.counts_labels", reviewPartsText()));
    }
  }

  private static String counted(String noun, long count) {
    return Messages.count("count." + noun, count, grouped(count));
  }

  /** With commas, which every terminal shows. */
  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String line(String script, Counts counts) {
    return "  "
        + Messages.text(
            "import.counts_script", script, grouped(counts.added), grouped(counts.alreadyThere));
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
      out.println("  " + Messages.text("import.log.more", grouped(lines.size() - most)));
    }
  }
}
