package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.IdempotencyKey;
import prismq.t.script.versioning.history.MergeHandler;
import prismq.t.script.versioning.history.MergeProposal;
import prismq.t.script.versioning.history.NothingToMergeException;
import prismq.t.script.versioning.history.SavedOnce;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.merge.Settlement;
import prismq.t.script.versioning.web.Json;

/** The API's calls that merge branches and pick single changes. */
public final class MergesApi {
  private static final List<String> MERGE_FIELDS =
      List.of(
          "from_branch",
          "into_branch",
          "from_version",
          "into_version",
          "author",
          "change_description",
          "resolutions",
          "dry_run");

  private static final List<String> PICK_FIELDS =
      List.of(
          "version_number",
          "into_branch",
          "into_version",
          "author",
          "change_description",
          "resolutions",
          "dry_run");

  private final MergeHandler mergeHandler;
  private final VersionManager versionManager;

  /**
   * Merges with the merge handler, and finds with the version manager what a request saved before.
   */
  public MergesApi(MergeHandler mergeHandler, VersionManager versionManager) {
    this.mergeHandler = mergeHandler;
    this.versionManager = versionManager;
  }

  /** Merges one branch into another. */
  public void merge(Context context) {
    JsonBody body = JsonBody.read(context, MERGE_FIELDS);
    String from = body.text("from_branch");
    String into = body.text("into_branch");
    String scriptId = context.pathParam("script_id");
    answer(context, body, () -> mergeHandler.merge(scriptId, from, into));
  }

  /** Copies the change of one version to a branch. */
  public void pick(Context context) {
    JsonBody body = JsonBody.read(context, PICK_FIELDS);
    int picked = body.versionNumber("version_number");
    String asked = body.optionalText("into_branch");
    String into = asked == null ? Branch.MAIN : asked;
    String scriptId = context.pathParam("script_id");
    answer(context, body, () -> mergeHandler.pick(scriptId, picked, into));
  }

  private void answer(Context context, JsonBody body, Supplier<MergeProposal> proposed) {
    boolean dryRun = body.optionalFlag("dry_run");
    @Nullable Author author = dryRun ? null : AuthorField.of(context, body);
    Resolutions resolutions = new Resolutions(body.optionalObjects("resolutions"));
    IdempotencyKey key = dryRun ? null : body.idempotencyKey();
    Optional<Version> savedBefore =
        key == null
            ? Optional.empty()
            : versionManager.savedBefore(context.pathParam("script_id"), key);
    if (savedBefore.isPresent()) {
      VersionsApi.answerSaved(context, SavedOnce.before(savedBefore.get()));
      return;
    }
    MergeProposal proposal;
    try {
      proposal = proposed.get();
    } catch (NothingToMergeException e) {
      if (!dryRun) {
        throw e;
      }
      Json.answer(context, 200, Map.of("outcome", "nothing_to_do", "detail", e.getMessage()));
      return;
    }
    proposal.checkHeads(
        body.optionalVersionNumber("from_version"), body.optionalVersionNumber("into_version"));
    resolutions.checkHeads(proposal);
    Settlement settlement =
        Settlement.of(
            proposal,
            (id, conflict) ->
                resolutions.passage(ConflictId.of(proposal, id), conflict, proposal.headText()));
    resolutions.check(settlement.passages());
    if (author == null) {
      Json.answer(context, 200, MergeJson.of(settlement));
    } else if (settlement.isSettled()) {
      String description = body.optionalText("change_description");
      VersionsApi.answerSaved(
          context, mergeHandler.save(proposal, settlement.text(), author, description, key));
    } else {
      conflicts(context, settlement);
    }
  }

  private static void conflicts(Context context, Settlement settlement) {
    MergeJson merge = MergeJson.of(settlement);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("from_version", merge.fromVersion());
    more.put("into_version", merge.intoVersion());
    more.put("base_versions", merge.baseVersions());
    more.put("conflicts", merge.conflicts());
    int count = merge.conflicts().size();
    Json.problem(
        context,
        409,
        "Both sides changed the same",
        (count == 1 ? "One passage was" : count + " passages were")
            + " changed on both sides and not resolved. Nothing was saved; send the request again"
            + " with the text for each conflict in resolutions.",
        more);
  }
}
