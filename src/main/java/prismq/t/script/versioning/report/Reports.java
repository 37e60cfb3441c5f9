package prismq.t.script.versioning.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Assets;
import prismq.t.script.versioning.web.Templates;

/**
 * Makes reports. Versions are read a few hundred at a time and written as they come, so that a
 * report of any length takes little memory; only a PDF is built in memory. Safe for use by several
 * threads.
 */
public final class Reports {
  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final ReviewAnnexes annexes;
  private final Clock clock;
  private final Progress progress;
  private final HtmlReport html;
  private final PdfReport pdf;

  /** Reads, compares and sets versions by these, and dates reports by this clock. */
  public Reports(
      VersionManager versionManager,
      Comparisons comparisons,
      Templates templates,
      Assets assets,
      ReviewAnnexes annexes,
      Clock clock) {
    this(versionManager, comparisons, templates, assets, annexes, clock, new Untold());
  }

  /** The same, and tells how many versions were read with their texts, which takes its time. */
  Reports(
      VersionManager versionManager,
      Comparisons comparisons,
      Templates templates,
      Assets assets,
      ReviewAnnexes annexes,
      Clock clock,
      Progress progress) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.annexes = annexes;
    this.clock = clock;
    this.progress = progress;
    this.html = new HtmlReport(this, templates, assets);
    this.pdf = new PdfReport(html);
  }

  /** What is done with a version. */
  interface VersionVisitor {
    void of(Version version) throws IOException;
  }

  /** What is done with a version and its text. */
  interface TextsVisitor {
    void of(Version version, Texts texts) throws IOException;
  }

  /** Ignores progress: the reader sees the report arrive. */
  private static final class Untold implements Progress {
    @Override
    public void total(int versions) {
      // Whoever waits for a page or a file sees that it is on its way.
    }

    @Override
    public void done(int versions) {
      // A page or a file has no place for a count.
    }
  }

  /**
   * The totals of all versions.
   *
   * @throws NotFoundException where there is no such script, branch, author or version
   */
  Report report(String scriptId, ReportChoices asked) {
    return report(scriptId, asked, ReportReader.MEMBER);
  }

  Report report(String scriptId, ReportChoices asked, ReportReader reader) {
    // What was said in review is the team's, whatever the address asks for.
    ReportChoices told = reader.isGuest() ? asked.withoutReview() : asked;
    return report(versionManager.view(scriptId, view -> start(view, told)), reader);
  }

  /** What is read of a script before its versions are gone through, which may take long. */
  record ReportStart(Script script, ReportChoices choices, VersionLabels labels) {}

  /** Reads how a report starts; the choices are checked, as {@link ReportChoices#in} says. */
  ReportStart start(ScriptView view, ReportChoices asked) {
    return new ReportStart(view.script(), asked.in(view), new VersionLabels(view.labels()));
  }

  /** Goes through the versions that there were at the start. */
  Report report(ReportStart start) {
    return report(start, ReportReader.MEMBER);
  }

  private Report report(ReportStart start, ReportReader reader) {
    Summary summary = new Summary(start.labels);
    new ReportVersions(
            versionManager,
            start.script.scriptId(),
            start.choices,
            last(start.script, start.choices, reader),
            Integer.MAX_VALUE)
        .forEachRemaining(version -> summary.add(reader.told().apply(version)));
    return summary.report(
        start.script,
        start.choices,
        reader,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        start.choices.review() ? annex(start, summary) : null);
  }

  /** Words are looked for in the latest version, or in the last one of a chosen branch. */
  private ReviewAnnex annex(ReportStart start, Summary summary) {
    int last = summary.last == null ? 0 : summary.last.versionNumber();
    int shownIn = start.choices.branch() == null ? start.script.latestVersion() : last;
    return annexes.of(start.script.scriptId(), summary.numbers, shownIn, summary.scores);
  }

  /** What is saved while a report is written is not in it. */
  private static int last(Script script, ReportChoices choices, ReportReader reader) {
    Integer to = choices.toVersion();
    Integer until = reader.until();
    int last = to == null ? script.latestVersion() : to;
    return until == null ? last : Math.min(last, until);
  }

  /** The versions of a report, oldest first; they are read during the iteration. */
  Iterator<Version> versions(Report report, int limit) {
    Version last = report.last();
    if (last == null) {
      return Collections.emptyIterator();
    }
    Iterator<Version> read =
        new ReportVersions(
            versionManager, report.scriptId(), report.choices(), last.versionNumber(), limit);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return read.hasNext();
      }

      @Override
      public Version next() {
        return report.reader().told().apply(read.next());
      }
    };
  }

  /** Does something with each version of a report, oldest first. */
  void forEach(Report report, VersionVisitor work) throws IOException {
    Iterator<Version> versions = versions(report, Integer.MAX_VALUE);
    while (versions.hasNext()) {
      work.of(versions.next());
    }
  }

  /** Visits each version of a report with its text, and reports the progress. */
  void forEachWithTexts(Report report, TextsVisitor work) throws IOException {
    Texts texts = new Texts();
    progress.total(report.versions());
    forEach(
        report,
        version -> {
          work.of(version, texts);
          progress.done(1);
        });
  }

  /** Receives versions and their texts as they are read. */
  Progress progress() {
    return progress;
  }

  /** Reads texts, of which the last one is kept, and compares each with its first parent's. */
  final class Texts {
    private int number;
    private @Nullable ScriptText text;

    /** The text of a version. */
    ScriptText of(Version version) {
      return of(version.scriptId(), version.versionNumber());
    }

    private ScriptText of(String scriptId, int versionNumber) {
      ScriptText known = text;
      if (known != null && number == versionNumber) {
        return known;
      }
      ScriptText read = versionManager.content(scriptId, versionNumber);
      text = read;
      number = versionNumber;
      return read;
    }

    /** What a version changed; null where it has no parent. */
    @Nullable Comparison step(Version version) {
      Integer parent = version.parentVersion();
      if (parent == null) {
        return null;
      }
      ScriptText before = of(version.scriptId(), parent);
      return comparisons.compare(before, of(version));
    }
  }

  /**
   * Writes a report.
   *
   * @param scriptId which is there, as all that the choices name, or NotFoundException tells
   */
  public void write(String scriptId, ReportChoices choices, ReportFormat format, OutputStream out)
      throws IOException {
    write(report(scriptId, choices), format, out);
  }

  void write(Report report, ReportFormat format, OutputStream out) throws IOException {
    switch (format) {
      case HTML -> html.write(report, out);
      case PDF -> pdf.write(report, out);
      case CSV -> CsvReport.write(this, report, out);
      case JSON -> JsonReport.write(this, report, out);
      case MARKDOWN -> MarkdownReport.write(this, report, out);
    }
  }

  /**
   * What was said of a script in review, or of one of its versions.
   *
   * @param version null for all versions
   * @throws NotFoundException where there is no such script or version
   */
  public ReviewAnnex review(String scriptId, @Nullable Integer version) {
    return report(scriptId, ReportChoices.ofReview(version)).review();
  }

  /** The rules of the style sheet in every report as HTML. */
  String styleSheet() {
    return html.styleSheet();
  }

  /**
   * A report as HTML, without the page around it.
   *
   * @throws NotFoundException where there is no such script, branch, author or version
   */
  public String html(String scriptId, ReportChoices choices, ReportReader reader) {
    return html.whole(report(scriptId, choices, reader));
  }

  /** The start of a report as HTML, without the page around it. */
  String preview(Report report) {
    return html.preview(report);
  }

  /** Collects what there is to say of all versions together. */
  private static final class Summary {
    private final VersionPlot.Builder plot = new VersionPlot.Builder();
    private final Map<String, Contribution> byAuthor = new HashMap<>();
    private final Map<String, Contribution> bySource = new HashMap<>();
    private final Set<Integer> branches = new HashSet<>();
    private final VersionLabels labels;
    private final BitSet numbers = new BitSet();
    private final SortedMap<Integer, Number> scores = new TreeMap<>();
    private int labelCount;
    private int versions;
    private @Nullable Version first;
    private @Nullable Version last;
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    Summary(VersionLabels labels) {
      this.labels = labels;
    }

    void add(Version version) {
      Instant at = version.createdAt();
      versions++;
      first = first == null ? version : first;
      last = version;
      earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
      latest = latest == null || at.isAfter(latest) ? at : latest;
      branches.add(version.branchNumber());
      add(byAuthor, version.person().name(), version);
      add(bySource, Step.source(version), version);
      plot.add(version);
      numbers.set(version.versionNumber());
      @Nullable Number score = version.metadata().reviewScore();
      if (score != null) {
        scores.put(version.versionNumber(), score);
      }
      labelCount += labels.of(version.versionNumber()).size();
    }

    private static void add(Map<String, Contribution> all, String name, Version version) {
      all.put(name, all.getOrDefault(name, Contribution.none(name)).with(version));
    }

    Report report(
        Script script,
        ReportChoices choices,
        ReportReader reader,
        Instant now,
        @Nullable ReviewAnnex annex) {
      return new Report(
          script,
          choices,
          reader,
          now,
          versions,
          branches.size(),
          first,
          last,
          earliest,
          latest,
          ordered(byAuthor),
          ordered(bySource),
          plot.build(),
          labels,
          reader.hidesLabels() ? 0 : labelCount,
          annex);
    }

    private static List<Contribution> ordered(Map<String, Contribution> all) {
      return all.values().stream()
          .sorted(
              Comparator.comparingLong(Contribution::wordsInserted)
                  .thenComparingInt(Contribution::versions)
                  .reversed()
                  .thenComparing(Contribution::name))
          .toList();
    }
  }
}
