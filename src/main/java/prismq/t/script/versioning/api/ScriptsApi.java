package prismq.t.script.versioning.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.TextFormat;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptList;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The API's calls on scripts. */
public final class ScriptsApi {
  private static final String DESCRIPTION_REQUIRED = "description_required";
  private static final int SCRIPTS_A_PAGE = 50;
  private static final int MAX_SCRIPTS_A_PAGE = 500;

  private final VersionManager versionManager;

  /** Reads and creates with this version manager. */
  public ScriptsApi(VersionManager versionManager) {
    this.versionManager = versionManager;
  }

  /** A script with its branches and the facts of its latest version. */
  record OneScript(
      @JsonUnwrapped ScriptJson script,
      @Nullable VersionJson latestVersion,
      List<BranchJson> branches) {}

  /** Some of the scripts; next leads to more. */
  record Scripts(List<ScriptJson> scripts, int total, @Nullable String next) {}

  /** Creates a script without versions. */
  public void create(Context context) {
    JsonBody body = JsonBody.read(context, List.of("script_id", "title"));
    Script script = versionManager.createScript(body.text("script_id"), body.text("title"));
    context.header("Location", ApiUrls.script(script.scriptId()));
    Json.answer(context, 201, versionManager.view(script.scriptId(), ScriptsApi::oneScript));
  }

  /** Answers with scripts, most recently changed first. */
  public void list(Context context) {
    int limit = Parameters.number(context, "limit", SCRIPTS_A_PAGE, 1, MAX_SCRIPTS_A_PAGE);
    int offset = Parameters.number(context, "offset", 0, 0, 999_999_999);
    ScriptList found = versionManager.scriptList(limit, offset);
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
    Json.answer(
        context, 200, versionManager.view(context.pathParam("script_id"), ScriptsApi::oneScript));
  }

  /** Changes what is said of a script; its versions never change. */
  public void change(Context context) {
    String scriptId = context.pathParam("script_id");
    JsonBody body = JsonBody.read(context, List.of("format", DESCRIPTION_REQUIRED));
    @Nullable String word = body.optionalText("format");
    @Nullable Boolean isRequired = body.optionalBoolean(DESCRIPTION_REQUIRED);
    Optional<TextFormat> format = Optional.ofNullable(word).flatMap(TextFormat::named);
    if (word != null && format.isEmpty()) {
      throw new InvalidInputException(
          "format", "It is screenplay, markdown or plain, or null to have each text tell.");
    }
    if (isRequired != null) {
      versionManager.changeDescriptionRule(scriptId, isRequired);
    } else {
      body.present("format");
    }
    if (body.has("format")) {
      versionManager.changeFormat(scriptId, format.orElse(null));
    }
    Json.answer(context, 200, versionManager.view(scriptId, ScriptsApi::oneScript));
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

  private static OneScript oneScript(ScriptView view) {
    return new OneScript(
        ScriptJson.of(view.script()),
        latestVersion(view),
        BranchJson.of(view.branches(), view.graph()));
  }
}
