package prismq.t.script.versioning.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import prismq.t.script.versioning.web.Assets;
import prismq.t.script.versioning.web.Templates;

/**
 * A report as HTML that is XML too: one file without references, for browsers and as what a PDF is
 * made of. It is written while the versions are read.
 */
final class HtmlReport {
  private final Reports reports;
  private final Templates templates;
  private final Assets assets;

  HtmlReport(Reports reports, Templates templates, Assets assets) {
    this.reports = reports;
    this.templates = templates;
    this.assets = assets;
  }

  /** The rules of the style sheet in every report. */
  String styleSheet() {
    return assets.text("css/paper.css");
  }

  /** Writes the whole file. */
  void write(Report report, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    write(Paper.forBrowser(reports, report), writer);
    writer.flush();
  }

  /** Writes what a PDF is made of, with letters that its fonts have. */
  void writeForPdf(Report report, Letters letters, Writer out) throws IOException {
    write(Paper.forPdf(reports, report, letters), out);
  }

  private void write(Paper paper, Writer out) throws IOException {
    templates.write("report/paper", Map.of("page", paper), out);
  }

  /** The report without the page around it. */
  String whole(Report report) {
    Paper paper = Paper.forBrowser(reports, report);
    return templates.render("report/paper :: report", Map.of("page", paper));
  }

  /** The report without the page around it, and of many versions only the first. */
  String preview(Report report) {
    Paper paper = Paper.preview(reports, report);
    return templates.render("report/paper :: report", Map.of("page", paper));
  }
}
