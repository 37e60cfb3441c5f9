package prismq.t.script.versioning.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/**
 * What the template of a report shows. Texts are with letters that the document can have.
 *
 * @param isPdf whether a PDF is made of it
 */
record Paper(Reports reports, Report report, Letters letters, boolean isPdf, Extent extent) {
  /** All versions. */
  private static final Extent WHOLE =
      new Extent(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** Enough to see how it will look. */
  private static final Extent PREVIEW = new Extent(30, 3, 10);

  /** Number of rows of the table written at once. */
  private static final int ROWS_AT_ONCE = 20;

  /**
   * Most versions in the table, most with their changes, and most threads and suggestions of what
   * was said in review.
   */
  record Extent(int rows, int steps, int remarks) {}

  /** A number that stands out, and what it counts. */
  record Figure(String number, String name) {}

  /** A table of contributions, and its rows as HTML. */
  record Contributors(String what, String rows) {}

  /** The whole report for a browser. */
  static Paper forBrowser(Reports reports, Report report) {
    return new Paper(reports, report, Letters.XML, false, WHOLE);
  }

  /** The whole report for a PDF, with letters that its fonts have. */
  static Paper forPdf(Reports reports, Report report, Letters letters) {
    return new Paper(reports, report, letters, true, WHOLE);
  }

  /** The start of the report for a browser. */
  static Paper preview(Reports reports, Report report) {
    return new Paper(reports, report, Letters.XML, false, PREVIEW);
  }

  /** In browsers, which show it with fonts of their own. */
  public String documentTitle() {
    return Letters.XML.of(Wording.title(report));
  }

  public String style() {
    return reports.styleSheet();
  }

  /** What stands across each page; null for nothing. */
  public @Nullable String watermark() {
    String mark = report.reader().watermark();
    return mark == null ? null : letters.of(mark);
  }

  public String title() {
    return letters.of(report.script().title());
  }

  public String period() {
    return letters.of(Wording.period(report));
  }

  /** What was left out by choice; empty where nothing was. */
  public String narrowing() {
    return letters.of(String.join("; ", Wording.narrowing(report)));
  }

  public boolean isEmpty() {
    return report.versions() == 0;
  }

  public boolean narrows() {
    return report.choices().narrows();
  }

  public List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(figure(report.versions(), "version"));
    figures.add(figure(report.byAuthor().size(), "author"));
    if (report.labelCount() > 0) {
      figures.add(figure(report.labelCount(), "label"));
    }
    Version last = report.last();
    if (last != null) {
      figures.add(
          new Figure(
              Wording.NUMBERS.whole(last.words()),
              Messages.count(
                  "report.figure.words", last.words(), Integer.toString(last.versionNumber()))));
      figures.add(
          new Figure(
              Wording.words(report.wordsInserted(), report.wordsDeleted()),
              Messages.text("report.figure.words_in_all")));
    }
    return figures;
  }

  private static Figure figure(int number, String noun) {
    return new Figure(
        Wording.NUMBERS.whole(number), Messages.count("report.figure." + noun, number, ""));
  }

  public @Nullable PaperPlot plot() {
    return PaperPlot.of(report);
  }

  public List<Contributors> contributors() {
    return List.of(
        new Contributors(
            Messages.text("common.author"), HtmlContributions.rows(report.byAuthor(), letters::of)),
        new Contributors(
            Messages.text("report.source"),
            HtmlContributions.rows(report.bySource(), Wording::source)));
  }

  public String counting() {
    return Messages.text("report.counting");
  }

  /** The rows of the table as HTML, many at a time; read while one goes through them. */
  public Iterator<String> rows() {
    Iterator<Version> versions = reports.versions(report, extent.rows);
    HtmlRow row = new HtmlRow(report, letters);
    Html html = new Html();
    return untilEnd(
        versions,
        () -> {
          html.clear();
          for (int i = 0; i < ROWS_AT_ONCE && versions.hasNext(); i++) {
            row.add(versions.next(), html);
          }
          return html.toString();
        });
  }

  /** How many versions more the table of the report itself has; null where it has none. */
  public @Nullable String moreRows() {
    return more(extent.rows);
  }

  public boolean hasSteps() {
    return report.choices().diff() || report.choices().texts();
  }

  public String stepsTitle() {
    String told =
        !report.choices().texts() ? "changes" : report.choices().diff() ? "both" : "texts";
    return Messages.text("report.steps_" + told);
  }

  /** What each version changed, as HTML; read while one goes through it. */
  public Iterator<String> steps() {
    Iterator<Version> versions = reports.versions(report, extent.steps);
    Reports.Texts texts = reports.new Texts();
    HtmlStep step = new HtmlStep(report, letters);
    Progress progress = reports.progress();
    progress.total(Math.min(extent.steps, report.versions()));
    return untilEnd(
        versions,
        () -> {
          String html = step.of(versions.next(), texts);
          progress.done(1);
          return html;
        });
  }

  /** What is made of some versions each time, until there are no more. */
  private static Iterator<String> untilEnd(Iterator<Version> versions, Supplier<String> html) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return versions.hasNext();
      }

      @Override
      public String next() {
        return html.get();
      }
    };
  }

  /** The same for what each version changed. */
  public @Nullable String moreSteps() {
    return more(extent.steps);
  }

  /** Whether it tells what was said in review. */
  public boolean hasReview() {
    return report.annex() != null;
  }

  /** What was said in review, as HTML; made while one goes through it. */
  public Iterator<String> review() {
    return new HtmlAnnex(report.review(), letters, "h3").parts(extent.remarks);
  }

  private @Nullable String more(int shown) {
    return report.versions() > shown
        ? Wording.NUMBERS.count(report.versions() - shown, "more version")
        : null;
  }

  /** What the hash of the last version proves; null where there is none. */
  public @Nullable String chain() {
    Version last = report.last();
    // Only who has the database can check something in it.
    return last == null || report.reader().isGuest() ? null : Wording.chain(last);
  }

  public String checkCommand() {
    return Wording.CHECK_COMMAND.strip();
  }

  public String lastHash() {
    Version last = report.last();
    return last == null ? "" : last.versionHash().hex();
  }

  /** The replaced letters so far; empty where none were. */
  public String missing() {
    return letters.missing();
  }

  public String made() {
    return Wording.made(report, letters.of(report.toldScriptId()));
  }
}
