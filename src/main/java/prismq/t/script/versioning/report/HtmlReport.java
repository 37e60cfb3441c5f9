package prismq.t.script.versioning.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import prismq.t.script.versioning.web.Templates;

/**
 * A report as HTML that is XML too: one file without references, for browsers and as what a PDF is
 * made of. It is written while the versions are read.
 */
final class HtmlReport {
  private static final String STYLE = style();

  /** Loaded when the first report is made. */
  private static final Templates TEMPLATES = new Templates(null);

  private HtmlReport() {}

  /** The rules of the style sheet in every report. */
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
    write(new Paper(reports, report, Letters.XML, false, Paper.WHOLE), writer);
    writer.flush();
  }

  /** Writes what a PDF is made of, with letters that its fonts have. */
  static void writeForPdf(Reports reports, Report report, Letters letters, Writer out)
      throws IOException {
    write(new Paper(reports, report, letters, true, Paper.WHOLE), out);
  }

  private static void write(Paper paper, Writer out) throws IOException {
    TEMPLATES.write("report/paper", Map.of("page", paper), out);
  }

  /** The report without the page around it, and of many versions only the first. */
  static String preview(Reports reports, Report report) {
    Paper paper = new Paper(reports, report, Letters.XML, false, Paper.PREVIEW);
    return TEMPLATES.render("report/paper :: report", Map.of("page", paper));
  }
}
