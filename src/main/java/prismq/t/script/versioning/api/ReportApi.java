package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.report.ReportAnswer;
import prismq.t.script.versioning.report.ReportChoices;
import prismq.t.script.versioning.report.ReportFormat;
import prismq.t.script.versioning.report.Reports;
import prismq.t.script.versioning.revision.ScreenplayAnswer;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.ReaderLanguage;

/** The API's call for the history of a script, or a screenplay, as a document. */
public final class ReportApi {
  private final ReportAnswer answer;
  private final ScreenplayAnswer screenplay;

  /** Makes the report with the first, and screenplays with the second. */
  public ReportApi(Reports reports, ScreenplayAnswer screenplay) {
    this.answer = new ReportAnswer(reports);
    this.screenplay = screenplay;
  }

  /**
   * Answers with the report in the wanted format, HTML by default, in the language that is asked
   * for, because a report is for people.
   */
  public void show(Context context) {
    ReaderLanguage.speakAsAsked(context);
    @Nullable String asked = Parameters.text(context, "format");
    if (ScreenplayAnswer.FORMAT.equalsIgnoreCase(asked)) {
      screenplay.answer(context, context.pathParam("script_id"));
      return;
    }
    ReportFormat format = ReportFormat.of(asked);
    answer.answer(context, context.pathParam("script_id"), ReportChoices.of(context), format);
  }
}
