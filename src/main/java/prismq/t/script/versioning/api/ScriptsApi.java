package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptList;
import prismq.t.script.versioning.history.ScriptLists;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The API's calls on scripts. */
public final class ScriptsApi {
  private static final int SCRIPTS_A_PAGE = 50;
  private static final int MAX_SCRIPTS_A_PAGE = 500;

  private final VersionManager versionManager;
  private final ScriptLists lists;
  private final ScriptRights rights;
  private final ScriptAnswers answers;

  /** Reads and creates with these. */
  public ScriptsApi(
      VersionManager versionManager,
      ScriptLists lists,
      ScriptRights rights,
      ScriptAnswers answers) {
    this.versionManager = versionManager;
    this.lists = lists;
    this.rights = rights;
    this.answers = answers;
  }

  /** Some of the scripts; next leads to more. */
  record Scripts(List<ScriptJson> scripts, int total, @Nullable String next) {}

  /** Creates a script without versions. */
  public void create(Context context) {
    JsonBody body = JsonBody.read(context, List.of("script_id", "title"));
    Script script =
        versionManager.createScript(
            Access.readable(Requester.of(context)), body.text("script_id"), body.text("title"));
    context.header("Location", ApiUrls.script(script.scriptId()));
    answers.answer(context, 201, script.scriptId(), rights.now(Requester.of(context)));
  }

  /** Answers with scripts, most recently changed first. */
  public void list(Context context) {
    int limit = Parameters.number(context, "limit", SCRIPTS_A_PAGE, 1, MAX_SCRIPTS_A_PAGE);
    int offset = Parameters.number(context, "offset", 0, 0, 999_999_999);
    ScriptList found = lists.list(Access.readable(Requester.of(context)), limit, offset);
    int total = found.count();
    List<ScriptJson> scripts =
        found.items().stream().map(item -> ScriptJson.of(item.script())).toList();
    boolean hasMore = offset + scripts.size() < total && !scripts.isEmpty();
    Json.answer(
        context,
        200,
        new Scripts(scripts, total, hasMore ? next(limit, offset + scripts.size()) : null));
  }

  private static String next(int limit, int offset) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("limit", Integer.toString(limit));
    parameters.put("offset", Integer.toString(offset));
    return Urls.with(ApiUrls.SCRIPTS, parameters);
  }

  /** Answers with one script. */
  public void show(Context context) {
    answers.answer(context, 200, context.pathParam("script_id"), Requester.of(context));
  }
}
