package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.util.Map;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/**
 * Beside which text comments stand.
 *
 * @param version the version that is shown
 * @param from the one that it is compared with; 0 for none
 */
record ShownVersions(int version, int from) {
  /** Those that the address names. */
  static ShownVersions asked(Context context) {
    return new ShownVersions(
        CommentRequest.version(context),
        Parameters.number(context, "from", 0, 0, Integer.MAX_VALUE));
  }

  /** Those that a form was sent from. */
  static ShownVersions sent(Context context) {
    int version = SentForm.versionNumber(context, "version");
    String from = SentForm.stripped(context, "from");
    return new ShownVersions(version, from.matches("\\d{1,9}") ? Integer.parseInt(from) : 0);
  }

  /** The page that they are shown on. */
  String pageUrl(String scriptId) {
    return from == 0 ? Urls.version(scriptId, version) : Urls.compare(scriptId, from, version);
  }

  /** Where the margin comes from. */
  String marginUrl(String scriptId) {
    String url = Urls.threads(scriptId, version);
    return from == 0 ? url : Urls.with(url, Map.of("from", Integer.toString(from)));
  }
}
