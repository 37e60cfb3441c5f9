package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.history.LabelManager.Given;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.label.Labelling;
import prismq.t.script.versioning.label.Labelling.LabelMove;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's calls on labels. */
public final class LabelsApi {
  private static final String REASON = "override_reason";

  private final VersionManager versionManager;
  private final Labelling labelling;

  /** Reads with the version manager, changes labels with the other. */
  public LabelsApi(VersionManager versionManager, Labelling labelling) {
    this.versionManager = versionManager;
    this.labelling = labelling;
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
    JsonBody body = JsonBody.read(context, List.of("name", "version_number", "move", REASON));
    @Nullable String reason = body.optionalText(REASON);
    Given given =
        labelling.give(
            Requester.of(context),
            context.pathParam("script_id"),
            new LabelMove(
                body.text("name"),
                body.versionNumber("version_number"),
                body.optionalFlag("move"),
                reason == null ? "" : reason));
    Json.answer(context, given.isNew() ? 201 : 200, LabelJson.of(given.label()));
  }

  /** Removes a label; its name is a parameter, because no path takes all its characters. */
  public void remove(Context context) {
    String name = Parameters.text(context, "name");
    if (name == null) {
      throw new BadRequestException("The parameter name says which label to remove.");
    }
    @Nullable String reason = Parameters.text(context, REASON);
    labelling.remove(
        Requester.of(context), context.pathParam("script_id"), name, reason == null ? "" : reason);
    context.status(204);
  }
}
