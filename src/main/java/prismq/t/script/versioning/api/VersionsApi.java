package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.IdempotencyKey;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.RebaseHandler;
import prismq.t.script.versioning.history.RecordedVersion;
import prismq.t.script.versioning.history.SaveOutcome;
import prismq.t.script.versioning.history.SaveOutcome.AskedFirst;
import prismq.t.script.versioning.history.SaveOutcome.SavedMerged;
import prismq.t.script.versioning.history.SavedOnce;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.EntityTags;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The API's calls on versions. */
public final class VersionsApi {
  private static final int VERSIONS_A_PAGE = 50;
  private static final int MAX_VERSIONS_A_PAGE = 500;
  private static final int ABOVE_ALL = 999_999_999;
  private static final List<String> FIELDS =
      List.of(
          "content",
          "author",
          "change_description",
          "branch",
          "base_version",
          "merge",
          "created_at",
          "metadata",
          "addressed_by",
          "as",
          "reason",
          "reasons");

  private final VersionManager versionManager;
  private final RebaseHandler rebaseHandler;
  private final Threads threads;
  private final SuggestionsApi suggestions;

  /**
   * Reads and saves with this version manager, and merges by the rebase handler.
   *
   * @param threads get the versions that answer them
   * @param suggestions take what is not to be saved but suggested
   */
  public VersionsApi(
      VersionManager versionManager,
      RebaseHandler rebaseHandler,
      Threads threads,
      SuggestionsApi suggestions) {
    this.versionManager = versionManager;
    this.rebaseHandler = rebaseHandler;
    this.threads = threads;
    this.suggestions = suggestions;
  }

  private record FoundVersion(List<Version> versions, VersionLabels labels) {}

  /** Some of the versions; next leads to older ones. */
  record Versions(List<VersionJson> versions, @Nullable String next) {}

  /** Saves a version, even if its text equals the head's: a pipeline counts on its numbers. */
  public void save(Context context) {
    JsonBody body = JsonBody.read(context, FIELDS);
    if (isSuggestion(body)) {
      suggestions.push(context, body);
      return;
    }
    NewVersion version = newVersion(context, body);
    List<Long> addressed = body.optionalThreads("addressed_by");
    threads.check(version.scriptId(), addressed, "addressed_by");
    IdempotencyKey key = body.idempotencyKey();
    if (!body.optionalFlag("merge")) {
      SavedOnce saved =
          key == null
              ? SavedOnce.now(versionManager.save(version))
              : versionManager.save(version, key);
      address(saved, addressed);
      answerSaved(context, saved);
      return;
    }
    if (version.baseVersion() == null) {
      throw new InvalidInputException(
          "base_version", "To merge, say which version the content was written on; 0 for none.");
    }
    SaveOutcome outcome =
        rebaseHandler.save(
            version,
            key,
            rebase ->
                rebase.merge().isClean() ? Optional.of(rebase.merge().text()) : Optional.empty());
    if (outcome instanceof SavedMerged done) {
      address(done.saved(), addressed);
      answerMerged(context, done.saved());
    } else if (outcome instanceof AskedFirst first) {
      RebaseJson.answerConflicts(context, first.rebase());
    }
  }

  private static boolean isSuggestion(JsonBody body) {
    @Nullable String as = body.optionalText("as");
    if (as != null && !as.equals("version") && !as.equals("suggestion")) {
      throw new InvalidInputException("as", FilledMessage.of("suggestions.as"));
    }
    boolean isSuggestion = "suggestion".equals(as);
    List<String> others =
        isSuggestion
            ? List.of("merge", "created_at", "metadata", "addressed_by")
            : List.of("reason", "reasons");
    for (String name : others) {
      if (body.has(name)) {
        throw new InvalidInputException(
            name,
            FilledMessage.of(
                isSuggestion ? "suggestions.only_versions" : "suggestions.only_suggestions"));
      }
    }
    return isSuggestion;
  }

  private void address(SavedOnce saved, List<Long> addressed) {
    if (!addressed.isEmpty()) {
      Version version = saved.version();
      threads.address(version.scriptId(), version.versionNumber(), addressed);
    }
  }

  /** Answers with a saved version, and with what it was merged with. */
  private void answerMerged(Context context, SavedOnce saved) {
    Version version = saved.version();
    List<Integer> merged =
        versionManager
            .view(version.scriptId(), view -> RebaseHandler.mergedWith(view, version))
            .stream()
            .map(Version::versionNumber)
            .toList();
    answerSaved(context, saved, VersionJson.of(version).merged(merged));
  }

  private static NewVersion newVersion(Context context, JsonBody body) {
    String branch = body.optionalText("branch");
    return NewVersion.builder(
            context.pathParam("script_id"),
            ScriptText.of(body.text("content")),
            AuthorField.of(context, body),
            body.text("change_description"))
        .branch(branch == null ? Branch.MAIN : branch)
        .baseVersion(body.optionalVersionNumberOrNone("base_version"))
        .createdAt(body.optionalTime("created_at"))
        .metadata(Metadata.of(body.optionalObject("metadata")))
        .build();
  }

  /** Answers with a saved version, and says so if an earlier request saved it. */
  static void answerSaved(Context context, SavedOnce saved) {
    answerSaved(context, saved, VersionJson.of(saved.version()));
  }

  private static void answerSaved(Context context, SavedOnce saved, VersionJson json) {
    Version version = saved.version();
    context.header("Location", ApiUrls.version(version.scriptId(), version.versionNumber()));
    if (saved.replayed()) {
      context.header("Idempotent-Replayed", "true");
    }
    Json.answer(context, 201, json);
  }

  /** Answers with versions, newest first. */
  public void list(Context context) {
    String scriptId = context.pathParam("script_id");
    int limit = Parameters.number(context, "limit", VERSIONS_A_PAGE, 1, MAX_VERSIONS_A_PAGE);
    int before = Parameters.number(context, "before", ABOVE_ALL, 1, ABOVE_ALL);
    VersionFilter filter =
        new VersionFilter(
            Parameters.text(context, "branch"),
            Parameters.text(context, "author"),
            ApiTime.from(context, "from"),
            ApiTime.until(context, "until"),
            Parameters.text(context, "q"));
    FoundVersion read =
        versionManager.view(
            scriptId,
            view -> new FoundVersion(view.versions(filter, before, limit + 1), labels(view)));
    List<Version> found = read.versions;
    List<Version> shown = found.subList(0, Math.min(limit, found.size()));
    String next =
        found.size() > limit
            ? next(context, scriptId, limit, shown.get(limit - 1).versionNumber())
            : null;
    Json.answer(
        context,
        200,
        new Versions(
            shown.stream().map(version -> VersionJson.of(version, read.labels)).toList(), next));
  }

  private static String next(Context context, String scriptId, int limit, int before) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    for (String name : List.of("branch", "author", "q", "from", "until")) {
      parameters.put(name, Parameters.text(context, name));
    }
    parameters.put("limit", Integer.toString(limit));
    parameters.put("before", Integer.toString(before));
    return Urls.with(ApiUrls.versions(scriptId), parameters);
  }

  /** Answers with one version and its content. */
  public void show(Context context) {
    Json.answer(
        context,
        200,
        versionManager.view(
            context.pathParam("script_id"),
            view -> {
              Version version = VersionNumbers.find(view, context);
              ScriptText text = view.content(version.versionNumber());
              return VersionJson.of(version, labels(view), text);
            }));
  }

  /** Answers with what the hash of a version is over. */
  public void hash(Context context) {
    Json.answer(
        context,
        200,
        versionManager.view(
            context.pathParam("script_id"),
            view -> {
              Version version = VersionNumbers.find(view, context);
              RecordedVersion recorded = view.recorded(version.versionNumber());
              return HashJson.of(recorded, view.hashedFields(recorded));
            }));
  }

  private static VersionLabels labels(ScriptView view) {
    return new VersionLabels(view.labels());
  }

  /** Answers with the exact bytes of a version. */
  public void content(Context context) {
    Optional<ScriptText> text =
        versionManager.view(context.pathParam("script_id"), view -> unknownText(view, context));
    if (text.isEmpty()) {
      context.status(304);
      return;
    }
    // The tag stands for these very bytes, so they are sent as they are.
    context
        .disableCompression()
        .contentType("text/plain; charset=" + text.get().encoding().header())
        .result(text.get().bytes());
  }

  /** The text, with its tag in the answer; empty if the client has it already. */
  private static Optional<ScriptText> unknownText(ScriptView view, Context context) {
    Version version = VersionNumbers.find(view, context);
    String etag = "\"" + version.contentHash().hex() + "\"";
    boolean isKnown = EntityTags.isKnown(context, etag);
    Optional<ScriptText> text =
        isKnown ? Optional.empty() : Optional.of(view.content(version.versionNumber()));
    context.header("ETag", etag).header("Cache-Control", "no-cache");
    return text;
  }
}
