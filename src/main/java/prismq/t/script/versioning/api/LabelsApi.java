package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import prismq.t.script.versioning.history.LabelManager;
import prismq.t.script.versioning.history.LabelManager.Given;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's calls on labels. */
public final class LabelsApi {
  private final VersionManager versionManager;
  private final LabelManager labelManager;

  /** Reads with the version manager, changes labels with the label manager. */
  public LabelsApi(VersionManager versionManager, LabelManager labelManager) {
    this.versionManager = versionManager;
    this.labelManager = labelManager;
  }

  /** All labels of a script. */
  record Labels(List<LabelJson> labels) {}

  /** Answers with the labels, those of newer versions first, those of one version by name. */
  public void list(Context context) {
    Json.answer(
        context,
        200,
        new Labels(
            versionManager.labels(context.pathParam("script_id")).stream()
                .map(LabelJson::of)
                .toList()));
  }

  /** Gives a version a label; 201 if it did not have it before. */
  public void give(Context context) {
    JsonBody body = JsonBody.read(context, List.of("name", "version_number", "move"));
    String scriptId = context.pathParam("script_id");
    String name = body.text("name");
    int version = body.versionNumber("version_number");
    Given given =
        body.optionalFlag("move")
            ? labelManager.move(scriptId, name, version)
            : labelManager.give(scriptId, name, version);
    Json.answer(context, given.isNew() ? 201 : 200, LabelJson.of(given.label()));
  }

  /** Removes a label; its name is a parameter, because no path takes all its characters. */
  public void remove(Context context) {
    String name = Parameters.text(context, "name");
    if (name == null) {
      throw new BadRequestException("The parameter name says which label to remove.");
    }
    labelManager.remove(context.pathParam("script_id"), name);
    context.status(204);
  }
}
