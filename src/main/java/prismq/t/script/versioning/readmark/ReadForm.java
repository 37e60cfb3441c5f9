package prismq.t.script.versioning.readmark;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.LocalPath;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** The button by which somebody says that they have read a version. */
public final class ReadForm {
  private final VersionManager versionManager;
  private final ReadMarks readMarks;

  /** Finds versions by the one, and keeps by the other that they were read. */
  public ReadForm(VersionManager versionManager, ReadMarks readMarks) {
    this.versionManager = versionManager;
    this.readMarks = readMarks;
  }

  /** Answers {@code /scripts/{script_id}/versions/{version_number}/read}, and leads back. */
  public void read(Context context) {
    String scriptId = context.pathParam("script_id");
    String number = context.pathParam("version_number");
    if (!number.matches("\\d{1,9}")) {
      throw NotFoundException.version(versionManager.script(scriptId), "“" + number + "”");
    }
    int version = Integer.parseInt(number);
    readMarks.read(AccountReader.required(Requester.of(context)), scriptId, version);
    String back = SentForm.text(context, "back");
    context.redirect(
        back.isEmpty() ? Urls.version(scriptId, version) : LocalPath.of(back),
        HttpStatus.SEE_OTHER);
  }
}
