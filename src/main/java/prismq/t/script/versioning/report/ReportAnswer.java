package prismq.t.script.versioning.report;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import prismq.t.script.versioning.core.text.ContentHash;

/** Answers a request with a report, which is sent while it is written. */
public final class ReportAnswer {
  private final Reports reports;

  /** Answers with these. */
  public ReportAnswer(Reports reports) {
    this.reports = reports;
  }

  /** The report has a style sheet in it and needs nothing else. */
  private String contentSecurityPolicy() {
    MessageDigest digest = ContentHash.digest();
    byte[] hash = digest.digest(reports.styleSheet().getBytes(StandardCharsets.UTF_8));
    return "default-src 'none'; style-src 'sha256-"
        + Base64.getEncoder().encodeToString(hash)
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /**
   * Answers with the report.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there is no such script,
   *     branch, author or version
   */
  public void answer(Context context, String scriptId, ReportChoices choices, ReportFormat format) {
    answer(context, scriptId, choices, format, ReportReader.MEMBER);
  }

  /** The same for a reader who may be told less. */
  public void answer(
      Context context,
      String scriptId,
      ReportChoices choices,
      ReportFormat format,
      ReportReader reader) {
    Report report = reports.report(scriptId, choices, reader);
    context
        .header("Cache-Control", "private, no-store")
        .header("Content-Security-Policy", contentSecurityPolicy())
        .header("Content-Disposition", "inline; filename=\"" + report.fileName(format) + "\"");
    try {
      if (format == ReportFormat.PDF) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        reports.write(report, format, pdf);
        context.contentType(format.contentType()).result(pdf.toByteArray());
      } else {
        context.contentType(format.contentType());
        reports.write(report, format, context.outputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
