package prismq.t.script.versioning.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/**
 * A report as PDF, made of the one in HTML. All of its layout is in memory at once, so that a
 * report is refused which does not fit, and one at a time is made.
 */
final class PdfReport {
  /** What an element and a character take while a page is laid out, in bytes; as measured. */
  private static final long BYTES_AN_ELEMENT = 5_000;

  private static final long BYTES_A_CHARACTER = 80;

  /** Share of the memory that may be used; others need the rest. */
  private static final double SHARE_OF_MEMORY = 0.5;

  /** More keeps a core busy for too long, regardless of memory. */
  private static final long MAX_BYTES = 700_000_000;

  private static final int MAX_SECONDS_WAITED = 10;

  private final HtmlReport source;
  private final Semaphore makers = new Semaphore(1, true);
  private @Nullable PdfFonts fonts;

  PdfReport(HtmlReport source) {
    this.source = source;
  }

  /**
   * Writes it.
   *
   * @throws Problem if it does not fit into memory, or others are made for so long
   */
  void write(Report report, OutputStream out) throws IOException {
    if (!acquired()) {
      throw new Problem(ProblemKind.PDF_BUSY, FilledMessage.of("report.pdf_busy"));
    }
    try {
      render(report, out);
    } finally {
      makers.release();
    }
  }

  private boolean acquired() {
    try {
      return makers.tryAcquire(MAX_SECONDS_WAITED, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void render(Report report, OutputStream out) throws IOException {
    PdfFonts known = fonts;
    if (known == null) {
      XRLog.setLoggingEnabled(false);
      known = new PdfFonts();
      fonts = known;
    }
    Limited html = new Limited(report);
    source.writeForPdf(report, new PdfLetters(known), html);
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      known.addTo(builder, document);
      builder
          .usePDDocument(document)
          .usePdfUaAccessibility(true)
          .useSVGDrawer(new PdfPlot())
          // Texts must not load anything from outside the document.
          .useUriResolver((base, uri) -> null)
          .withProducer("PrismQ Script Versioning")
          .withHtmlContent(html.toString(), null)
          .toStream(out)
          .run();
    }
  }

  /** Collects HTML as long as its layout fits into memory. */
  private static final class Limited extends Writer {
    private final StringWriter html = new StringWriter();
    private final Report report;
    private final long most =
        (long) Math.min(MAX_BYTES, SHARE_OF_MEMORY * Runtime.getRuntime().maxMemory());
    private long bytes;

    Limited(Report report) {
      this.report = report;
    }

    @Override
    public void write(char[] characters, int start, int count) {
      bytes += BYTES_A_CHARACTER * count;
      for (int i = start; i < start + count - 1; i++) {
        bytes += characters[i] == '<' && characters[i + 1] != '/' ? BYTES_AN_ELEMENT : 0;
      }
      if (bytes > most) {
        throw new Problem(ProblemKind.REPORT_TOO_LONG, tooLong());
      }
      html.write(characters, start, count);
    }

    private FilledMessage tooLong() {
      boolean heavy =
          report.choices().diff() || report.choices().texts() || report.choices().review();
      return FilledMessage.of(
          heavy ? "report.pdf_too_long_heavy" : "report.pdf_too_long",
          Wording.NUMBERS.count(report.versions(), "version"));
    }

    @Override
    public void flush() {
      // It is in memory.
    }

    @Override
    public void close() {
      // It is in memory.
    }

    @Override
    public String toString() {
      return html.toString();
    }
  }
}
