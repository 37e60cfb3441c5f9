package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.revision.LabelScheme;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.revision.RevisionPlan;
import prismq.t.script.versioning.revision.Revisions;
import prismq.t.script.versioning.revision.Revisions.RevisionSummary;
import prismq.t.script.versioning.web.Json;

/** The API's calls on the revisions of a screenplay. */
public final class RevisionsApi {
  private final Revisions revisions;

  /** Shows and changes what these keep. */
  public RevisionsApi(Revisions revisions) {
    this.revisions = revisions;
  }

  /** What a revision changed, with the labels of its pages. */
  record RevisionJson(
      String label,
      int versionNumber,
      String color,
      String date,
      int pages,
      long changedLines,
      List<String> replaced,
      List<String> inserted,
      List<String> removed) {
    private static RevisionJson of(RevisionSummary summary) {
      return new RevisionJson(
          summary.revision().label().name(),
          summary.revision().versionNumber(),
          summary.revision().colorTitle(),
          summary.revision().day().toString(),
          summary.pages(),
          summary.changedLines(),
          summary.replaced(),
          summary.inserted(),
          summary.removed());
    }
  }

  /** All of them, and by what they are coloured and numbered. */
  record RevisionsJson(
      List<String> labels,
      List<String> colors,
      String scheme,
      @Nullable String lockedFrom,
      boolean numbersScenes,
      List<RevisionJson> revisions) {}

  /** Answers with the revisions in order. */
  public void show(Context context) {
    answer(context, context.pathParam("script_id"));
  }

  private void answer(Context context, String scriptId) {
    RevisionPlan plan = revisions.plan(scriptId);
    Json.answer(
        context,
        200,
        new RevisionsJson(
            plan.labels(),
            plan.colors(),
            plan.scheme().word(),
            plan.lockedFrom(),
            plan.numbersScenes(),
            revisions.summaries(scriptId).stream().map(RevisionJson::of).toList()));
  }

  /** Chooses the revisions, in place of those that there were. */
  public void choose(Context context) {
    String scriptId = context.pathParam("script_id");
    JsonBody body =
        JsonBody.read(
            context, List.of("labels", "colors", "scheme", "locked_from", "numbers_scenes"));
    List<String> colors = body.optionalTexts("colors");
    @Nullable String scheme = body.optionalText("scheme");
    revisions.save(
        scriptId,
        new RevisionPlan(
            body.optionalTexts("labels"),
            colors.isEmpty() ? RevisionPlan.usualColors() : colors,
            scheme == null
                ? LabelScheme.LETTER
                : LabelScheme.named(scheme)
                    .orElseThrow(
                        () ->
                            new InvalidInputException(
                                "scheme", FilledMessage.of("revision.bad_scheme", scheme))),
            body.optionalText("locked_from"),
            body.optionalFlag("numbers_scenes")));
    answer(context, scriptId);
  }
}
