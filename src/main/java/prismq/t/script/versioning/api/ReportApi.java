package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import prismq.t.script.versioning.report.ReportAnswer;
import prismq.t.script.versioning.report.ReportChoices;
import prismq.t.script.versioning.report.ReportFormat;
import prismq.t.script.versioning.report.Reports;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.ReaderLanguage;

/** The API's call for the history of a script as a document. */
public final class ReportApi {
  private final ReportAnswer answer;

  /** Makes the report with these. */
  public ReportApi(Reports reports) {
    this.answer = new ReportAnswer(reports);
  }

  /**
   * Answers with the report in the wanted format, HTML by default, in the language that is asked
   * for, because a report is for people.
   */
  public void show(Context context) {
    ReaderLanguage.speakAsAsked(context);
    ReportFormat format = ReportFormat.of(Parameters.text(context, "format"));
    answer.answer(context, context.pathParam("script_id"), ReportChoices.of(context), format);
  }
}
