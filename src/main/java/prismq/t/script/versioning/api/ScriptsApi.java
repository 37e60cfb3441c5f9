package prismq.t.script.versioning.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptAudience;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptList;
import prismq.t.script.versioning.history.ScriptLists;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The API's calls on scripts. */
public final class ScriptsApi {
  private static final String DESCRIPTION_REQUIRED = "description_required";
  private static final String RESTRICTED = "restricted";
  private static final String RIGHTS = "rights";
  private static final int SCRIPTS_A_PAGE = 50;
  private static final int MAX_SCRIPTS_A_PAGE = 500;

  private final VersionManager versionManager;
  private final ScriptLists lists;
  private final ScriptRights rights;
  private final Accounts accounts;

  /** Reads and creates with these. */
  public ScriptsApi(
      VersionManager versionManager, ScriptLists lists, ScriptRights rights, Accounts accounts) {
    this.versionManager = versionManager;
    this.lists = lists;
    this.rights = rights;
    this.accounts = accounts;
  }

  /**
   * A script with its branches and the facts of its latest version.
   *
   * @param audience null for who does not manage it
   */
  record OneScript(
      @JsonUnwrapped ScriptJson script,
      @Nullable VersionJson latestVersion,
      List<BranchJson> branches,
      @JsonUnwrapped @Nullable AudienceJson audience) {}

  /** Some of the scripts; next leads to more. */
  record Scripts(List<ScriptJson> scripts, int total, @Nullable String next) {}

  /** Creates a script without versions. */
  public void create(Context context) {
    JsonBody body = JsonBody.read(context, List.of("script_id", "title"));
    Script script =
        versionManager.createScript(
            Access.readable(Requester.of(context)), body.text("script_id"), body.text("title"));
    context.header("Location", ApiUrls.script(script.scriptId()));
    answer(context, 201, script.scriptId(), rights.now(Requester.of(context)));
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
    answer(context, 200, context.pathParam("script_id"), Requester.of(context));
  }

  /** Changes what is said of a script; its versions never change. */
  public void change(Context context) {
    String scriptId = context.pathParam("script_id");
    JsonBody body =
        JsonBody.read(context, List.of("format", DESCRIPTION_REQUIRED, RESTRICTED, RIGHTS));
    @Nullable String word = body.optionalText("format");
    @Nullable Boolean isRequired = body.optionalBoolean(DESCRIPTION_REQUIRED);
    Optional<TextFormat> format = Optional.ofNullable(word).flatMap(TextFormat::named);
    if (word != null && format.isEmpty()) {
      throw new InvalidInputException(
          "format", "It is screenplay, markdown or plain, or null to have each text tell.");
    }
    Optional<UnaryOperator<ScriptAudience>> audience = audience(context, body);
    if (isRequired != null) {
      versionManager.changeDescriptionRule(scriptId, isRequired);
    } else if (audience.isEmpty()) {
      body.present("format");
    }
    if (body.has("format")) {
      versionManager.changeFormat(scriptId, format.orElse(null));
    }
    audience.ifPresent(change -> rights.change(Requester.of(context), scriptId, false, change));
    answer(context, 200, scriptId, rights.now(Requester.of(context)));
  }

  private static @Nullable VersionJson latestVersion(ScriptView view) {
    int latest = view.script().latestVersion();
    try {
      return latest == 0
          ? null
          : VersionJson.of(view.version(latest), new VersionLabels(view.labels()));
    } catch (DamagedVersionException e) {
      // The script and its branches can still be shown.
      return null;
    }
  }

  /** What is asked to become of who is named for the script; empty where nothing is. */
  private Optional<UnaryOperator<ScriptAudience>> audience(Context context, JsonBody body) {
    if (!body.has(RESTRICTED) && !body.has(RIGHTS)) {
      return Optional.empty();
    }
    if (!Access.may(Requester.of(context), Right.MANAGE, Thing.of(context))) {
      throw new Problem(
          ProblemKind.FORBIDDEN,
          "Your account may change this script, but not who works on it.",
          "Whoever manages it, or an admin, can do that.");
    }
    @Nullable Boolean restricted = body.optionalBoolean(RESTRICTED);
    @Nullable Map<Long, Right> named =
        body.has(RIGHTS) ? AudienceJson.named(body.optionalObjects(RIGHTS), accounts) : null;
    return Optional.of(
        before ->
            new ScriptAudience(
                restricted == null ? before.isRestricted() : restricted,
                named == null ? before.rights() : named));
  }

  private void answer(Context context, int status, String scriptId, Requester requester) {
    @Nullable AudienceJson audience =
        Access.may(requester, Right.MANAGE, new Thing.GuardedScript(scriptId))
            ? AudienceJson.of(rights.audience(scriptId), accounts)
            : null;
    Json.answer(context, status, versionManager.view(scriptId, view -> oneScript(view, audience)));
  }

  private static OneScript oneScript(ScriptView view, @Nullable AudienceJson audience) {
    return new OneScript(
        ScriptJson.of(view.script()),
        latestVersion(view),
        BranchJson.of(view.branches(), view.graph()),
        audience);
  }
}
