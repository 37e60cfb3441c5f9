package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.report.Reports;
import prismq.t.script.versioning.report.ReviewAnnex;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's call for all that was said of a script in review, as web annotations. */
public final class ReviewAnnotationsApi {
  private final Reports reports;

  /** Tells what these gather. */
  public ReviewAnnotationsApi(Reports reports) {
    this.reports = reports;
  }

  /** Answers with comments, suggestions that were decided on, and verdicts. */
  public void show(Context context) {
    String scriptId = context.pathParam("script_id");
    int asked = Parameters.number(context, "version", 0, 1, Integer.MAX_VALUE);
    @Nullable Integer version = asked == 0 ? null : asked;
    ReviewAnnex annex = reports.review(scriptId, version);
    String address = version == null ? context.path() : context.path() + "?version=" + version;
    String server = Client.of(context).scheme() + "://" + context.host();
    byte[] json = Json.bytes(WebAnnotations.ofReview(server, address, scriptId, annex));
    context
        .header("Cache-Control", "private, no-store")
        .contentType(WebAnnotations.MEDIA_TYPE)
        .result(json);
  }
}
