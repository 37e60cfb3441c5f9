package prismq.t.script.versioning.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Html;

/**
 * A report as HTML that is XML too: one file without references, for browsers and as what a PDF is
 * made of. It is written a version at a time.
 */
final class HtmlReport {
  /** Longer change descriptions are cut in the table. */
  private static final int LONGEST_DESCRIPTION = 320;

  /** Whoever brought in less is counted together with others. */
  private static final int MOST_CONTRIBUTORS = 25;

  private static final int PREVIEWED_VERSIONS = 30;
  private static final int PREVIEWED_STEPS = 3;

  private static final String STYLE = style();

  private final Reports reports;
  private final Report report;
  private final Letters letters;
  private final boolean paper;
  private final Writer out;
  private final Html html = new Html();

  private HtmlReport(Reports reports, Report report, Letters letters, boolean paper, Writer out) {
    this.reports = reports;
    this.report = report;
    this.letters = letters;
    this.paper = paper;
    this.out = out;
  }

  /** The rules of the style sheet that every report brings along. */
  static String styleSheet() {
    return STYLE;
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("/static/css/paper.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the whole file. */
  static void write(Reports reports, Report report, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new HtmlReport(reports, report, Letters.XML, false, writer).document();
    writer.flush();
  }

  /** Writes what a PDF is made of, with letters that its fonts have. */
  static void writeForPdf(Reports reports, Report report, Letters letters, Writer out)
      throws IOException {
    new HtmlReport(reports, report, letters, true, out).document();
  }

  /** The report without the page around it, and of many versions only the first. */
  static String preview(Reports reports, Report report) {
    StringWriter out = new StringWriter();
    HtmlReport preview = new HtmlReport(reports, report, Letters.XML, false, out);
    try {
      preview.article(PREVIEWED_VERSIONS, PREVIEWED_STEPS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private void document() throws IOException {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>");
    // Readers show it with fonts of their own.
    html.text(Letters.XML.of(Wording.title(report)));
    html.raw("</title>\n<meta name=\"description\" content=\"");
    text(Wording.period(report))
        .raw("\"/>\n<style>")
        .raw(STYLE)
        .raw("</style>\n</head>\n<body class=\"paper\">\n");
    article(Integer.MAX_VALUE, Integer.MAX_VALUE);
    html.raw("</body>\n</html>\n");
    flush();
  }

  private void article(int mostRows, int mostSteps) throws IOException {
    start();
    if (report.versions() > 0) {
      startTable();
      reports.forEach(
          report,
          mostRows,
          version -> {
            row(version);
            flush();
          });
      endTable();
      more(mostRows, "in the table");
      if (hasSteps()) {
        steps(mostSteps);
      }
    }
    end();
    flush();
  }

  private void steps(int most) throws IOException {
    html.raw("<section class=\"steps\">\n<h2>").raw(stepsTitle()).raw("</h2>\n");
    HtmlStep step = new HtmlStep(report.choices(), letters, html);
    reports.forEachWithTexts(
        report,
        most,
        (version, texts) -> {
          step(step, version, texts);
          flush();
        });
    more(most, "here");
    html.raw("</section>\n");
  }

  private void more(int shown, String where) {
    if (report.versions() > shown) {
      html.raw("<p class=\"more-in-report\">… and ");
      html.raw(Wording.NUMBERS.count(report.versions() - shown, "more version"));
      html.raw(" ").raw(where);
      html.raw(" of the report itself.</p>\n");
    }
  }

  private boolean hasSteps() {
    return report.choices().diff() || report.choices().texts();
  }

  private String stepsTitle() {
    if (!report.choices().texts()) {
      return "What each version changed";
    }
    return report.choices().diff() ? "What each version changed, and its text" : "The texts";
  }

  private void start() throws IOException {
    html.raw("<article class=\"report\">\n<header class=\"title-block\">\n");
    html.raw("<p class=\"kind\">Version history</p>\n<h1 dir=\"auto\">");
    text(report.script().title()).raw("</h1>\n<p class=\"period\">");
    text(Wording.period(report)).raw("</p>\n");
    List<String> narrowing = Wording.narrowing(report);
    if (!narrowing.isEmpty()) {
      html.raw("<p class=\"narrowing\">Only versions of: ");
      text(String.join("; ", narrowing)).raw("</p>\n");
    }
    html.raw("</header>\n");
    figures();
    if (report.versions() == 0) {
      html.raw("<p class=\"empty-report\">");
      html.raw(
          report.choices().narrows()
              ? "No version is as it was asked for."
              : "This script has no versions yet.");
      html.raw("</p>\n");
    } else {
      plot();
      contributions();
    }
    flush();
  }

  private void figures() {
    Version last = report.last();
    html.raw("<div class=\"figures\">\n");
    figure(
        Wording.NUMBERS.whole(report.versions()), report.versions() == 1 ? "version" : "versions");
    int authors = report.byAuthor().size();
    figure(Wording.NUMBERS.whole(authors), authors == 1 ? "author" : "authors");
    int labels = report.labelCount();
    if (labels > 0) {
      figure(Wording.NUMBERS.whole(labels), labels == 1 ? "label" : "labels");
    }
    if (last != null) {
      figure(
          Wording.NUMBERS.whole(last.words()),
          (last.words() == 1 ? "word" : "words") + " in version " + last.versionNumber());
      figure(Wording.words(report.wordsInserted(), report.wordsDeleted()), "words in all");
    }
    html.raw("</div>\n");
  }

  private void figure(String number, String name) {
    html.raw("<p><span class=\"number\">");
    text(number).raw("</span> <span class=\"name\">");
    text(name).raw("</span></p>\n");
  }

  private void plot() {
    VersionPlot plot = report.plot();
    Version first = report.first();
    Version last = report.last();
    if (plot == null || first == null || last == null) {
      return;
    }
    String told =
        "Words by version, from "
            + Wording.NUMBERS.whole(first.words())
            + " in version "
            + first.versionNumber()
            + " to "
            + Wording.NUMBERS.whole(last.words())
            + " in version "
            + last.versionNumber()
            + ", at most "
            + Wording.NUMBERS.whole(plot.mostWords())
            + ".";
    html.raw("<section class=\"plot-of-versions\">\n<h2>Words by version</h2>\n");
    html.raw("<p class=\"scale\">").raw(Wording.NUMBERS.count(plot.mostWords(), "word"));
    html.raw("</p>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 -3 ");
    html.raw(VersionPlot.WIDTH).raw(" ").raw(VersionPlot.HEIGHT + 6).raw("\" width=\"");
    html.raw(VersionPlot.WIDTH).raw("\" height=\"").raw(VersionPlot.HEIGHT + 6);
    html.raw("\" preserveAspectRatio=\"none\" role=\"img\" ");
    html.raw(paper ? "alt" : "aria-label").raw("=\"");
    text(told).raw("\">\n");
    for (int quarter = 0; quarter <= 4; quarter++) {
      int y = VersionPlot.HEIGHT * quarter / 4;
      html.raw("<polyline class=\"grid\" points=\"0,").raw(y).raw(" ").raw(VersionPlot.WIDTH);
      html.raw(",").raw(y).raw("\"/>\n");
    }
    line("words", plot.words());
    line("scores", plot.scores());
    line("lengths", plot.lengths());
    html.raw("</svg>\n<div class=\"axis\"><p>version ").raw(first.versionNumber());
    html.raw("</p><p class=\"end\">version ").raw(last.versionNumber()).raw("</p></div>\n");
    html.raw("<p class=\"legend\">Solid: words, from 0.");
    if (plot.scores() != null) {
      html.raw(" Dashed: review score, from 0 to 100.");
    }
    if (plot.lengths() != null) {
      html.raw(" Dotted: length, from 0 to ").raw(Wording.seconds(plot.mostSeconds())).raw(".");
    }
    html.raw("</p>\n</section>\n");
  }

  private void line(String name, @Nullable List<VersionPlot.Point> points) {
    if (points != null) {
      html.raw("<polyline class=\"").raw(name).raw("\" points=\"");
      html.raw(VersionPlot.svg(points)).raw("\"/>\n");
    }
  }

  private void contributions() {
    html.raw("<section class=\"contributions\">\n<h2>Contributions</h2>\n");
    contributions("Author", report.byAuthor(), name -> name);
    contributions("Source", report.bySource(), Wording::source);
    html.raw("<p class=\"small\">").raw(Wording.COUNTING).raw("</p>\n</section>\n");
  }

  private void contributions(String what, List<Contribution> all, UnaryOperator<String> name) {
    html.raw("<table class=\"contributors\">\n<thead><tr><th scope=\"col\">").raw(what);
    html.raw("</th><th scope=\"col\" class=\"number\">Versions</th>");
    html.raw("<th scope=\"col\" class=\"number\">Words inserted</th>");
    html.raw("<th scope=\"col\" class=\"number\">Words deleted</th></tr></thead>\n<tbody>\n");
    int shown = all.size() <= MOST_CONTRIBUTORS + 1 ? all.size() : MOST_CONTRIBUTORS;
    for (Contribution one : all.subList(0, shown)) {
      contribution(name.apply(one.name()), one);
    }
    List<Contribution> others = all.subList(shown, all.size());
    if (!others.isEmpty()) {
      contribution(
          Wording.NUMBERS.whole(others.size()) + " others",
          new Contribution(
              "",
              others.stream().mapToInt(Contribution::versions).sum(),
              others.stream().mapToLong(Contribution::wordsInserted).sum(),
              others.stream().mapToLong(Contribution::wordsDeleted).sum()));
    }
    html.raw("</tbody>\n</table>\n");
  }

  private void contribution(String name, Contribution one) {
    html.raw("<tr><th scope=\"row\" dir=\"auto\">");
    text(name).raw("</th><td class=\"number\">").raw(Wording.NUMBERS.whole(one.versions()));
    html.raw("</td><td class=\"number\">").raw(Wording.NUMBERS.whole(one.wordsInserted()));
    html.raw("</td><td class=\"number\">").raw(Wording.NUMBERS.whole(one.wordsDeleted()));
    html.raw("</td></tr>\n");
  }

  private void startTable() {
    html.raw(
        "<section class=\"all-versions\">\n<h2>Versions</h2>\n<div class=\"scrolls\" role=\"region\"");
    html.raw(" aria-label=\"Table of versions\" tabindex=\"0\">\n<table class=\"versions\">\n");
    html.raw("<thead><tr><th scope=\"col\" class=\"v\">No.</th>");
    html.raw(
        "<th scope=\"col\" class=\"date\">Date</th><th scope=\"col\" class=\"by\">Author</th>");
    html.raw("<th scope=\"col\" class=\"what\">Change</th>");
    html.raw("<th scope=\"col\" class=\"words number\">Words</th>");
    html.raw("<th scope=\"col\" class=\"share number\">Changed</th>");
    html.raw("<th scope=\"col\" class=\"hash\">Hash</th></tr></thead>\n<tbody>\n");
  }

  private void endTable() {
    html.raw("</tbody>\n</table>\n</div>\n</section>\n");
  }

  private void row(Version version) {
    html.raw("<tr><th scope=\"row\" class=\"v\">").raw(version.versionNumber());
    html.raw("</th><td class=\"date\">").raw(Wording.minute(version.createdAt()));
    html.raw("</td><td class=\"by\" dir=\"auto\">");
    text(version.author().name()).raw("</td><td class=\"what\" dir=\"auto\">");
    List<String> labels = report.labels(version);
    if (labels.isEmpty()) {
      text(shortened(version.changeDescription()));
    } else {
      labels(labels);
      // A block as the labels are one, because a PDF would have text without one before them.
      html.raw("<span class=\"why\">");
      text(shortened(version.changeDescription())).raw("</span>");
    }
    List<String> facts = Wording.facts(report, version);
    if (!facts.isEmpty()) {
      html.raw("<span class=\"facts-of\" dir=\"ltr\"> ");
      text(String.join(" · ", facts)).raw("</span>");
    }
    html.raw("</td><td class=\"words number\">").raw(Wording.words(version));
    html.raw("</td><td class=\"share number\">").raw(Step.changedPercent(version));
    html.raw(" %</td><td class=\"hash\">").raw(Report.shortHash(version)).raw("</td></tr>\n");
  }

  private void labels(List<String> names) {
    html.raw("<span class=\"labels-of\" dir=\"ltr\"><span class=\"heard\">");
    html.raw(names.size() == 1 ? "Label:" : "Labels:").raw("</span>");
    for (String name : names) {
      html.raw(" <span class=\"label-of\" dir=\"auto\">");
      text(name).raw("</span>");
    }
    // Without the blank the last name and the description would be one word to whoever hears it.
    html.raw(" </span>");
  }

  private static String shortened(String description) {
    String stripped = description.strip();
    if (stripped.codePointCount(0, stripped.length()) <= LONGEST_DESCRIPTION) {
      return stripped;
    }
    int end = stripped.offsetByCodePoints(0, LONGEST_DESCRIPTION);
    return stripped.substring(0, end).stripTrailing() + "…";
  }

  private void step(HtmlStep step, Version version, Reports.Texts texts) {
    html.raw("<section class=\"step\">\n<h3>Version ").raw(version.versionNumber());
    html.raw("</h3>\n<p class=\"facts\">");
    text(version.author().name()).raw(", ").raw(Wording.exact(version.createdAt()));
    html.raw(", ").raw(Wording.words(version)).raw(" words</p>\n");
    if (!version.changeDescription().isBlank()) {
      html.raw("<p class=\"description\" dir=\"auto\">");
      text(version.changeDescription().strip()).raw("</p>\n");
    }
    try {
      step.write(version, texts);
    } catch (DamagedVersionException e) {
      html.raw("<p class=\"notice\">");
      text(Wording.unreadable(e)).raw("</p>\n");
    }
    html.raw("</section>\n");
  }

  private void end() {
    Version last = report.last();
    html.raw("<footer class=\"check\">\n");
    if (last != null) {
      html.raw("<h2>Checking this report</h2>\n<p>").raw(Wording.chain(last));
      html.raw("</p>\n<p class=\"command\"><span>").raw(Wording.CHECK_COMMAND.strip());
      html.raw("</span> <span>").raw(last.versionHash().hex()).raw("</span></p>\n");
      html.raw("<p>The same is told of a single version by the digits in its row.</p>\n");
    }
    String missing = letters.missing();
    if (!missing.isEmpty()) {
      html.raw("<p class=\"missing\">").raw(missing).raw("</p>\n");
    }
    html.raw("<p class=\"small\">").raw(Wording.made(report)).raw(" Script: ");
    text(report.scriptId()).raw(".</p>\n</footer>\n</article>\n");
  }

  private Html text(String text) {
    return html.text(letters.of(text));
  }

  private void flush() throws IOException {
    out.write(html.toString());
    html.clear();
  }
}
