package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.PlacedSuggestion;
import prismq.t.script.versioning.comment.Suggestion;
import prismq.t.script.versioning.comment.SuggestionAcceptance;
import prismq.t.script.versioning.comment.SuggestionAcceptance.AcceptedSuggestions;
import prismq.t.script.versioning.comment.SuggestionAcceptance.LeftOpen;
import prismq.t.script.versioning.comment.SuggestionState;
import prismq.t.script.versioning.comment.Suggestions;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's calls on suggestions. */
public final class SuggestionsApi {
  private static final List<String> FIELDS =
      List.of("start", "end", "quote", "replacement", "reason", "author");
  private static final List<String> ACCEPT_FIELDS =
      List.of("suggestion_ids", "base_version", "author");
  private static final List<String> REJECT_FIELDS = List.of("suggestion_ids", "reason", "author");

  private final VersionManager versionManager;
  private final Suggestions suggestions;
  private final SuggestionAcceptance acceptance;

  /** Finds versions with the version manager; all else is done by the other two. */
  public SuggestionsApi(
      VersionManager versionManager, Suggestions suggestions, SuggestionAcceptance acceptance) {
    this.versionManager = versionManager;
    this.suggestions = suggestions;
    this.acceptance = acceptance;
  }

  /** Suggestions for a script where they stand in a version. */
  record SuggestionList(List<SuggestionJson> suggestions) {
    static SuggestionList of(List<PlacedSuggestion> placed) {
      return new SuggestionList(placed.stream().map(SuggestionJson::of).toList());
    }
  }

  /** A suggestion that was not accepted, and why. */
  record LeftOpenJson(long suggestionId, String detail) {
    static LeftOpenJson of(LeftOpen left) {
      return new LeftOpenJson(left.suggestion().id(), left.why().text());
    }
  }

  /** What became of suggestions that were to be accepted. */
  record AcceptedJson(List<VersionJson> versions, List<LeftOpenJson> leftOpen) {}

  /** Answers with the suggestions: the open ones in the order of the text, then the others. */
  public void list(Context context) {
    @Nullable String state = Parameters.text(context, "state");
    if (state != null && SuggestionState.of(state).isEmpty()) {
      throw new BadRequestException(
          "The parameter state is one of " + String.join(", ", SuggestionState.words()) + ".");
    }
    String scriptId = context.pathParam("script_id");
    int version =
        versionManager.view(scriptId, view -> VersionNumbers.find(view, context).versionNumber());
    Json.answer(
        context,
        200,
        SuggestionList.of(
            suggestions.placed(scriptId, version).stream()
                .filter(placed -> state == null || placed.state().word().equals(state))
                .toList()));
  }

  /** Suggests other words for some of a version. */
  public void suggest(Context context) {
    JsonBody body = JsonBody.read(context, FIELDS);
    String scriptId = context.pathParam("script_id");
    PlacedSuggestion made =
        suggestions.suggest(
            scriptId,
            view -> VersionNumbers.find(view, context),
            ThreadsApi.words(body),
            body.text("replacement"),
            body.optionalText("reason"),
            ThreadsApi.named(context, body));
    Suggestion suggestion = made.suggestion();
    context.header("Location", ApiUrls.suggestions(scriptId, suggestion.anchor().version()));
    Json.answer(context, 201, SuggestionJson.of(made));
  }

  /** Takes a text that was pushed apart into suggestions for what it was written on. */
  void push(Context context, JsonBody body) {
    String scriptId = context.pathParam("script_id");
    @Nullable String branch = body.optionalText("branch");
    @Nullable Integer base = body.optionalVersionNumber("base_version");
    ScriptText content = ScriptText.of(body.text("content"));
    List<PlacedSuggestion> made =
        suggestions.takeApart(
            scriptId,
            view -> base(view, branch == null ? Branch.MAIN : branch, base),
            view -> content,
            reasons(body),
            ThreadsApi.named(context, body));
    int version = made.get(0).suggestion().anchor().version();
    context.header("Location", ApiUrls.suggestions(scriptId, version));
    Json.answer(context, 201, SuggestionList.of(made));
  }

  private static Version base(ScriptView view, String branch, @Nullable Integer number) {
    Integer head = number == null ? view.branch(branch).headVersion() : number;
    if (head == null) {
      throw NotFoundException.version(view.script(), "latest");
    }
    return view.version(head);
  }

  private static List<String> reasons(JsonBody body) {
    List<String> several = body.optionalTexts("reasons");
    @Nullable String one = body.optionalText("reason");
    @Nullable String description = body.optionalText("change_description");
    if (!several.isEmpty()) {
      return several;
    }
    return one != null ? List.of(one) : description != null ? List.of(description) : List.of();
  }

  /** Accepts suggestions, each onto the branch of its version. */
  public void accept(Context context) {
    accept(context, null);
  }

  /** Accepts suggestions onto the branch of the version that the address names. */
  public void acceptOnto(Context context) {
    accept(
        context,
        versionManager.view(
            context.pathParam("script_id"), view -> VersionNumbers.find(view, context).branch()));
  }

  private void accept(Context context, @Nullable String branch) {
    JsonBody body = JsonBody.read(context, ACCEPT_FIELDS);
    AcceptedSuggestions done =
        acceptance.accept(
            context.pathParam("script_id"),
            body.numbers("suggestion_ids"),
            branch,
            body.optionalVersionNumber("base_version"),
            ThreadsApi.maybeNamed(context, body));
    Json.answer(
        context,
        200,
        new AcceptedJson(
            done.versions().stream().map(VersionJson::of).toList(),
            done.left().stream().map(LeftOpenJson::of).toList()));
  }

  /** Says that suggestions are not wanted. */
  public void reject(Context context) {
    JsonBody body = JsonBody.read(context, REJECT_FIELDS);
    List<Suggestion> rejected =
        suggestions.reject(
            context.pathParam("script_id"),
            body.numbers("suggestion_ids"),
            ThreadsApi.maybeNamed(context, body),
            body.optionalText("reason"));
    Json.answer(
        context,
        200,
        SuggestionList.of(
            rejected.stream().map(one -> new PlacedSuggestion(one, null, null)).toList()));
  }
}
