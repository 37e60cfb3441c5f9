package prismq.t.script.versioning.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.FoldedDiff;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;

/**
 * A report as Markdown with tables (GitHub's), in which every text of the history is escaped;
 * removals and additions are in {@code del} and {@code ins}.
 */
final class MarkdownReport {
  private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~!$&@]");
  private static final Pattern LINE_START =
      Pattern.compile("(?m)^[ \\t]*(?:([-+=])|(\\d+)([.)]))?");
  private static final Pattern FENCE = Pattern.compile("`{3,}");

  private final Reports reports;
  private final Report report;
  private final Writer out;

  private MarkdownReport(Reports reports, Report report, Writer out) {
    this.reports = reports;
    this.report = report;
    this.out = out;
  }

  static void write(Reports reports, Report report, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    new MarkdownReport(reports, report, writer).document();
    writer.flush();
  }

  private void document() throws IOException {
    Version last = report.last();
    out.write("# " + cell(Wording.title(report)) + "\n\n" + Wording.period(report) + "\n\n");
    List<String> narrowing = Wording.narrowing(report);
    if (!narrowing.isEmpty()) {
      out.write(Messages.text("report.narrowing", cell(String.join("; ", narrowing))) + "\n\n");
    }
    out.write("- " + Wording.NUMBERS.count(report.versions(), "version") + "\n");
    out.write("- " + Wording.NUMBERS.count(report.byAuthor().size(), "author") + "\n");
    if (report.labelCount() > 0) {
      out.write("- " + Wording.NUMBERS.count(report.labelCount(), "label") + "\n");
    }
    if (last != null) {
      String words = Wording.NUMBERS.count(last.words(), "word");
      out.write("- " + Messages.text("report.words_in", words, last.versionNumber()) + "\n");
      String changed = Wording.words(report.wordsInserted(), report.wordsDeleted());
      out.write("- " + Messages.text("report.words_in_all", changed) + "\n");
      plot();
      contributions();
      versions();
      if (report.choices().diff() || report.choices().texts()) {
        steps();
      }
      ReviewAnnex annex = report.annex();
      if (annex != null) {
        new MarkdownAnnex(annex, out).write();
      }
      checking(last);
    }
    out.write("\n" + Wording.made(report, cell(report.toldScriptId())) + "\n");
  }

  /** Only who has the database can check something in it. */
  private void checking(Version last) throws IOException {
    if (!report.reader().isGuest()) {
      out.write("\n## " + Messages.text("report.checking") + "\n\n" + Wording.chain(last) + "\n\n");
      out.write("    " + Wording.CHECK_COMMAND + last.versionHash().hex() + "\n");
    }
  }

  private void plot() throws IOException {
    VersionPlot plot = report.plot();
    if (plot == null) {
      return;
    }
    String most = Wording.NUMBERS.whole(plot.mostWords());
    out.write("\n" + Messages.text("report.bars.words", most, plot.wordBars()) + "\n");
    if (plot.scores() != null) {
      out.write("\n" + Messages.text("report.bars.scores", plot.scoreBars()) + "\n");
    }
    if (plot.lengths() != null) {
      String longest = Wording.seconds(plot.mostSeconds());
      out.write("\n" + Messages.text("report.bars.lengths", longest, plot.lengthBars()) + "\n");
    }
  }

  private void contributions() throws IOException {
    out.write("\n## " + Messages.text("report.contributions") + "\n");
    contributions(Messages.text("common.author"), report.byAuthor(), MarkdownReport::cell);
    contributions(Messages.text("report.source"), report.bySource(), Wording::source);
    out.write("\n" + Messages.text("report.counting") + "\n");
  }

  private void contributions(String what, List<Contribution> all, UnaryOperator<String> name)
      throws IOException {
    out.write("\n");
    row(
        what,
        Messages.text("common.versions"),
        Messages.text("report.words_added"),
        Messages.text("report.words_removed"));
    out.write("|---|---:|---:|---:|\n");
    for (Contribution one : all) {
      row(
          name.apply(one.name()),
          Wording.NUMBERS.whole(one.versions()),
          Wording.NUMBERS.whole(one.wordsInserted()),
          Wording.NUMBERS.whole(one.wordsDeleted()));
    }
  }

  private void versions() throws IOException {
    out.write("\n## " + Messages.text("common.versions") + "\n\n");
    row(
        Messages.text("report.number"),
        Messages.text("report.date"),
        Messages.text("common.author"),
        Messages.text("report.change"),
        Messages.text("report.words"),
        Messages.text("report.share"),
        Messages.text("report.hash"));
    out.write("|---:|---|---|---|---:|---:|---|\n");
    reports.forEach(
        report,
        version -> {
          List<String> facts = Wording.facts(report, version);
          row(
              Integer.toString(version.versionNumber()),
              Wording.minute(version.createdAt()),
              cell(version.person().name()),
              labels(version)
                  + cell(version.changeDescription())
                  + (facts.isEmpty() ? "" : " (" + cell(String.join(", ", facts)) + ")"),
              Wording.words(version),
              Step.changedPercent(version) + " %",
              "`" + Report.shortHash(version) + "`");
        });
  }

  private String labels(Version version) {
    return report.labels(version).stream()
        .map(name -> "**" + cell(name) + "** ")
        .collect(Collectors.joining());
  }

  private void row(String... cells) throws IOException {
    out.write("| " + String.join(" | ", cells) + " |\n");
  }

  private void steps() throws IOException {
    reports.forEachWithTexts(
        report,
        (version, texts) -> {
          out.write("\n## " + Messages.text("report.step", version.versionNumber()) + "\n\n");
          out.write(cell(Wording.stepFacts(version)) + "\n");
          try {
            step(texts, version);
          } catch (DamagedVersionException e) {
            out.write("\n" + cell(Wording.unreadable(report, e)) + "\n");
          }
        });
  }

  private void step(Reports.Texts texts, Version version) throws IOException {
    if (report.choices().diff()) {
      Comparison step = texts.step(version);
      Marked marked = new Marked();
      if (step != null) {
        for (String notice : FoldedDiff.notices(step)) {
          out.write("\n" + cell(notice) + "\n");
        }
        FoldedDiff.read(step, HtmlStep.CONTEXT, marked);
      }
      out.write(
          step == null
              ? "\n" + Messages.text("report.step_first") + "\n"
              : "\n" + marked.text.toString().strip() + "\n");
    }
    if (report.choices().texts()) {
      String text = texts.of(version).display();
      String fence = fence(text);
      out.write("\n" + fence + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n");
    }
  }

  /** A fence that nothing in the text ends. */
  private static String fence(String text) {
    int longest =
        FENCE.matcher(text).results().mapToInt(match -> match.group().length()).max().orElse(2);
    return "`".repeat(longest + 1);
  }

  /** A text in one line, with nothing in it that is markup. */
  static String cell(String text) {
    return escaped(Letters.XML.of(text).strip().replaceAll("\\s+", " "));
  }

  private static String escaped(String text) {
    String signs =
        SIGNS.matcher(text).replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
    // Neither a list nor, by four blanks, code begins anywhere.
    return LINE_START
        .matcher(signs)
        .replaceAll(
            match ->
                match.group(1) != null
                    ? "\\\\" + match.group(1)
                    : match.group(2) != null ? match.group(2) + "\\\\" + match.group(3) : "");
  }

  /** A step in which each changed stretch is a paragraph. */
  private static final class Marked implements FoldedDiff.DiffReader {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void startStretch() {
      startParagraph();
    }

    private void startParagraph() {
      text.append(text.isEmpty() ? "" : "\n\n");
    }

    @Override
    public void unchanged(String unchanged) {
      text.append(lines(unchanged));
    }

    @Override
    public void folded(int paragraphs) {
      startParagraph();
      text.append("*").append(Wording.folded(paragraphs)).append("*\n\n");
    }

    @Override
    public void startChange(String label) {
      startParagraph();
      text.append(label.isEmpty() ? "" : "*(" + label + ")* ");
    }

    @Override
    public void kept(String kept) {
      text.append(lines(kept));
    }

    @Override
    public void deleted(String deleted) {
      marked("del", deleted);
    }

    @Override
    public void inserted(String inserted) {
      marked("ins", inserted);
    }

    @Override
    public void movedAway(String moved) {
      marked("del", moved);
    }

    @Override
    public void movedHere(String moved) {
      marked("ins", moved);
    }

    /** A blank line would end the mark, so that each line has its own. */
    private void marked(String element, String marked) {
      String[] lines = marked.split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (!lines[i].isEmpty()) {
          text.append('<')
              .append(element)
              .append('>')
              .append(escaped("x" + Letters.XML.of(lines[i])).substring(1));
          text.append("</").append(element).append('>');
        }
        text.append(i + 1 < lines.length ? "\n" : "");
      }
    }

    /** Only at the start of a line can a sign, or a blank, begin something. */
    private String lines(String added) {
      String xml = Letters.XML.of(added);
      boolean starts = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
      return starts ? escaped(xml) : escaped("x" + xml).substring(1);
    }
  }
}
