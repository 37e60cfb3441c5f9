package prismq.t.script.versioning.report;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.Parameters;

/**
 * The choices of a report as they stand in the fields of its page, whether they make sense or not.
 */
record ReportForm(
    @Nullable String branch,
    @Nullable String author,
    @Nullable String from,
    @Nullable String until,
    @Nullable String fromVersion,
    @Nullable String toVersion,
    boolean diff,
    boolean texts,
    boolean review) {
  /** What was sent. */
  static ReportForm sent(Context context) {
    return new ReportForm(
        Parameters.text(context, "branch"),
        Parameters.text(context, "author"),
        Parameters.text(context, "from"),
        Parameters.text(context, "until"),
        Parameters.text(context, "from_version"),
        Parameters.text(context, "to_version"),
        "true".equals(context.queryParam("diff")),
        "true".equals(context.queryParam("texts")),
        "true".equals(context.queryParam("review")));
  }

  /** Choices that make sense. */
  static ReportForm of(ReportChoices choices) {
    return new ReportForm(
        choices.branch(),
        choices.author(),
        choices.from(),
        choices.until(),
        choices.fromVersion() == null ? null : choices.fromVersion().toString(),
        choices.toVersion() == null ? null : choices.toVersion().toString(),
        choices.diff(),
        choices.texts(),
        choices.review());
  }

  /** How a time is typed: a field for a day would lose one that is given to the second. */
  public String typeOf(@Nullable String time) {
    return time == null || time.matches("\\d{4}-\\d\\d-\\d\\d") ? "date" : "text";
  }

  /** How a version is typed: a field for a number would lose what is none. */
  public String typeOfVersion(@Nullable String version) {
    return version == null || version.matches("\\d{1,9}") ? "number" : "text";
  }
}
