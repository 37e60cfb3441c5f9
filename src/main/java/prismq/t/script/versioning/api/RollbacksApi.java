package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.IdempotencyKey;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.RollbackHandler.Rollback;
import prismq.t.script.versioning.history.SavedOnce;

/** The API's call that restores an older version. */
public final class RollbacksApi {
  private static final List<String> FIELDS =
      List.of("to_version", "author", "change_description", "branch", "base_version");

  private final RollbackHandler rollbackHandler;

  /** Rolls back with this handler. */
  public RollbacksApi(RollbackHandler rollbackHandler) {
    this.rollbackHandler = rollbackHandler;
  }

  /** Saves the new version. */
  public void save(Context context) {
    JsonBody body = JsonBody.read(context, FIELDS);
    String branch = body.optionalText("branch");
    Rollback rollback =
        new Rollback(
            context.pathParam("script_id"),
            body.versionNumber("to_version"),
            branch == null ? Branch.MAIN : branch,
            AuthorField.of(context, body),
            body.optionalText("change_description"),
            body.optionalVersionNumber("base_version"));
    IdempotencyKey key = body.idempotencyKey();
    VersionsApi.answerSaved(
        context,
        key == null
            ? SavedOnce.now(rollbackHandler.rollback(rollback))
            : rollbackHandler.rollback(rollback, key));
  }
}
