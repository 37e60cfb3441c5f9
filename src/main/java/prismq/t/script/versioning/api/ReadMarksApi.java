package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.readmark.AccountReader;
import prismq.t.script.versioning.readmark.ReadMarks;
import prismq.t.script.versioning.web.Json;

/** The API's call by which somebody says that they have read a version. */
public final class ReadMarksApi {
  private final VersionManager versionManager;
  private final ReadMarks readMarks;

  /** Finds versions by the one, and keeps by the other that they were read. */
  public ReadMarksApi(VersionManager versionManager, ReadMarks readMarks) {
    this.versionManager = versionManager;
    this.readMarks = readMarks;
  }

  /** When a version was read. */
  record ReadVersionJson(String scriptId, int versionNumber, String readAt) {}

  /** Notes that the owner of the token has read a version. */
  public void read(Context context) {
    JsonBody.readOptional(context, List.of());
    long account = AccountReader.required(Requester.of(context));
    String scriptId = context.pathParam("script_id");
    Version version = versionManager.view(scriptId, view -> VersionNumbers.find(view, context));
    int number = version.versionNumber();
    Json.answer(
        context,
        200,
        new ReadVersionJson(
            scriptId, number, ApiTime.format(readMarks.read(account, scriptId, number))));
  }
}
