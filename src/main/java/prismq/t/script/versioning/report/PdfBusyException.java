package prismq.t.script.versioning.report;

/** Other reports are being made into PDFs; nothing was written. */
public final class PdfBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PdfBusyException() {
    super(
        "Another PDF is being made, and one at a time is. Nothing is lost; try again in a moment, or"
            + " take the report as HTML, which can be printed.");
  }
}
