package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.BranchChange;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Json;

/** The API's calls on branches. */
public final class BranchesApi {
  private final VersionManager versionManager;
  private final BranchManager branchManager;

  /** Reads with the version manager, changes branches with the branch manager. */
  public BranchesApi(VersionManager versionManager, BranchManager branchManager) {
    this.versionManager = versionManager;
    this.branchManager = branchManager;
  }

  /** All branches of a script. */
  record Branches(List<BranchJson> branches) {}

  /** Answers with the branches in the order they were started, the archived ones too. */
  public void list(Context context) {
    Json.answer(
        context,
        200,
        versionManager.view(
            context.pathParam("script_id"),
            view -> new Branches(BranchJson.of(view.branches(), view.graph()))));
  }

  /** Starts a branch. */
  public void create(Context context) {
    JsonBody body = JsonBody.read(context, List.of("name", "from_version", "description"));
    String scriptId = context.pathParam("script_id");
    String description = body.optionalText("description");
    Branch branch =
        branchManager.create(
            scriptId,
            body.text("name"),
            body.versionNumber("from_version"),
            description == null ? "" : description);
    context.header("Location", ApiUrls.branch(scriptId, branch.name()));
    answer(context, 201, scriptId, branch.name());
  }

  /** Answers with the branch that has or had this name. */
  public void show(Context context) {
    answer(context, 200, context.pathParam("script_id"), context.pathParam("branch"));
  }

  /** Changes the fields that are given. */
  public void change(Context context) {
    JsonBody body = JsonBody.read(context, List.of("name", "description", "archived"));
    String scriptId = context.pathParam("script_id");
    BranchChange change =
        new BranchChange(
            body.optionalText("name"),
            body.optionalText("description"),
            body.optionalBoolean("archived"));
    Branch branch = branchManager.change(scriptId, context.pathParam("branch"), change);
    answer(context, 200, scriptId, branch.name());
  }

  private void answer(Context context, int status, String scriptId, String branch) {
    Json.answer(
        context,
        status,
        versionManager.view(
            scriptId,
            view -> BranchJson.of(view.branch(branch), view.branches().get(0), view.graph())));
  }
}
