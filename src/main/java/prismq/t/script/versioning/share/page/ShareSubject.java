package prismq.t.script.versioning.share.page;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.ViewOptions;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.report.ReportChoices;
import prismq.t.script.versioning.share.SharedThing;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;

/**
 * What somebody is about to share.
 *
 * @param kind comparison, version or report
 * @param from the left version of a comparison; 0 for others
 * @param to the right one, or the version; 0 for a report
 * @param options of the comparison's page or choices of the report, as in an address
 */
record ShareSubject(String kind, int from, int to, String options) {
  private static final String COMPARISON = "comparison";
  private static final String VERSION = "version";
  private static final String REPORT = "report";

  /** What the address of the page that makes links names. */
  static ShareSubject asked(ScriptView view, Context context) {
    int latest = view.script().latestVersion();
    @Nullable String version = Parameters.text(context, "version");
    if (version != null) {
      int number = Parameters.number(context, "version", latest, 1, Integer.MAX_VALUE);
      return new ShareSubject(VERSION, 0, number, "");
    }
    if (Parameters.text(context, "report") != null) {
      return new ShareSubject(REPORT, 0, 0, ReportChoices.of(context).kept());
    }
    int from = Parameters.number(context, "from", latest, 1, Integer.MAX_VALUE);
    int to = Parameters.number(context, "to", latest, 1, Integer.MAX_VALUE);
    return new ShareSubject(COMPARISON, from, to, ViewOptions.of(context).kept());
  }

  /** What the form was sent for. */
  static ShareSubject sent(Context context) {
    String kind = SentForm.stripped(context, "kind");
    String options = SentForm.stripped(context, "options");
    return switch (kind) {
      case COMPARISON ->
          new ShareSubject(
              kind,
              SentForm.versionNumber(context, "from"),
              SentForm.versionNumber(context, "to"),
              ViewOptions.kept(options).kept());
      case VERSION -> new ShareSubject(kind, 0, SentForm.versionNumber(context, "to"), "");
      case REPORT -> new ShareSubject(kind, 0, 0, ReportChoices.kept(options).kept());
      default -> throw new InvalidInputException("kind", FilledMessage.of("share.choose_thing"));
    };
  }

  /**
   * The thing itself.
   *
   * @throws prismq.t.script.versioning.history.NotFoundException where there are no such versions,
   *     or nothing that the report is to be of: its guests are not to be told what there is instead
   */
  SharedThing thing(ScriptView view, boolean isFollowing) {
    return switch (kind) {
      case VERSION -> SharedThing.version(view, to, isFollowing);
      case REPORT -> {
        ReportChoices.kept(options).in(view);
        yield SharedThing.report(view, isFollowing, options);
      }
      default -> SharedThing.comparison(view, from, to, isFollowing, options);
    };
  }
}
