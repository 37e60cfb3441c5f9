package prismq.t.script.versioning.report;

/** A report is too long for the format it was asked for in; nothing was written. */
public final class ReportTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReportTooLongException(String message) {
    super(message);
  }
}
