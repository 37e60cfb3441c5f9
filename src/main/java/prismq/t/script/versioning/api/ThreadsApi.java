package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.ByToken;
import prismq.t.script.versioning.api.ThreadJson.CommentJson;
import prismq.t.script.versioning.comment.CommentThread;
import prismq.t.script.versioning.comment.Commenter;
import prismq.t.script.versioning.comment.PlacedThread;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.comment.Threads.ChosenWords;
import prismq.t.script.versioning.core.anchor.AnchorState;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Client;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's calls on comments. */
public final class ThreadsApi {
  private static final List<String> FIELDS = List.of("start", "end", "quote", "body", "author");
  private static final List<String> COMMENT_FIELDS = List.of("body", "author");

  private final VersionManager versionManager;
  private final Threads threads;

  /** Finds versions with the version manager; all else is done by the threads. */
  public ThreadsApi(VersionManager versionManager, Threads threads) {
    this.versionManager = versionManager;
    this.threads = threads;
  }

  /** All threads of a script where they stand in a version. */
  record ThreadList(List<ThreadJson> threads) {}

  /** Answers with the threads: in the order of the text, then those without a place. */
  public void list(Context context) {
    @Nullable String state = state(context);
    String scriptId = context.pathParam("script_id");
    int version =
        versionManager.view(scriptId, view -> VersionNumbers.find(view, context).versionNumber());
    Json.answer(
        context,
        200,
        new ThreadList(
            threads.placed(scriptId, version).stream()
                .map(ThreadJson::of)
                .filter(thread -> state == null || thread.state().equals(state))
                .toList()));
  }

  /** Answers with all comments as web annotations. */
  public void annotations(Context context) {
    String scriptId = context.pathParam("script_id");
    int version =
        versionManager.view(scriptId, view -> VersionNumbers.find(view, context).versionNumber());
    String server = Client.of(context).scheme() + "://" + context.host();
    byte[] json =
        Json.bytes(
            WebAnnotations.of(
                server, context.path(), scriptId, version, threads.placed(scriptId, version)));
    context.contentType(WebAnnotations.MEDIA_TYPE).result(json);
  }

  private static @Nullable String state(Context context) {
    @Nullable String state = Parameters.text(context, "state");
    List<String> states =
        Arrays.stream(AnchorState.values())
            .map(known -> known.name().toLowerCase(Locale.ROOT))
            .toList();
    if (state != null && !states.contains(state)) {
      throw new BadRequestException(
          "The parameter state is one of " + String.join(", ", states) + ".");
    }
    return state;
  }

  /** Starts a thread on words of a version. */
  public void start(Context context) {
    JsonBody body = JsonBody.read(context, FIELDS);
    String scriptId = context.pathParam("script_id");
    PlacedThread started =
        threads.start(
            scriptId,
            view -> VersionNumbers.find(view, context),
            words(body),
            named(context, body),
            body.text("body"));
    context.header("Location", ApiUrls.threads(scriptId, started.thread().anchor().version()));
    Json.answer(context, 201, ThreadJson.of(started));
  }

  static ChosenWords words(JsonBody body) {
    @Nullable String quote = body.optionalText("quote");
    @Nullable Integer start = body.optionalPosition("start");
    @Nullable Integer end = body.optionalPosition("end");
    if (quote != null && start == null && end == null) {
      return ChosenWords.quote(quote);
    }
    if (quote != null || start == null || end == null) {
      throw new InvalidInputException(
          quote != null ? "quote" : start == null ? "start" : "end",
          FilledMessage.of("comments.quote_or_range"));
    }
    return ChosenWords.range(start, end);
  }

  /** Whoever has the token that is used. */
  static Commenter owner(Context context) {
    return Requester.of(context) instanceof ByToken program
        ? new Commenter(program.owner().name(), program.owner().id())
        : new Commenter("", null);
  }

  static Commenter named(Context context, JsonBody body) {
    return commenter(context, AuthorField.of(context, body));
  }

  /** Who does something that needs no name where nobody has an account. */
  static Commenter maybeNamed(Context context, JsonBody body) {
    boolean isNamed = body.has(AuthorField.NAME) || Requester.of(context) instanceof ByToken;
    return isNamed ? named(context, body) : new Commenter("", null);
  }

  private static Commenter commenter(Context context, Author author) {
    return new Commenter(author.name(), owner(context).account());
  }

  /** Adds a comment to a thread. */
  public void reply(Context context) {
    JsonBody body = JsonBody.read(context, COMMENT_FIELDS);
    Json.answer(
        context,
        201,
        CommentJson.of(
            threads.reply(
                context.pathParam("script_id"),
                number(context, "thread_id"),
                named(context, body),
                body.text("body"))));
  }

  /** Gives one's own comment another body. */
  public void edit(Context context) {
    JsonBody body = JsonBody.read(context, COMMENT_FIELDS);
    Json.answer(
        context,
        200,
        CommentJson.of(
            threads.edit(
                context.pathParam("script_id"),
                number(context, "thread_id"),
                number(context, "comment_id"),
                maybeNamed(context, body),
                body.text("body"))));
  }

  /** Deletes one's own comment. */
  public void delete(Context context) {
    threads.delete(
        context.pathParam("script_id"),
        number(context, "thread_id"),
        number(context, "comment_id"),
        maybeNamed(context, JsonBody.readOptional(context, List.of(AuthorField.NAME))));
    context.status(204);
  }

  /** Says that nothing is left to do. */
  public void resolve(Context context) {
    JsonBody body = JsonBody.readOptional(context, List.of(AuthorField.NAME));
    answer(
        context,
        threads.resolve(
            context.pathParam("script_id"),
            number(context, "thread_id"),
            maybeNamed(context, body)));
  }

  /** Says that something is left to do after all. */
  public void reopen(Context context) {
    JsonBody body = JsonBody.readOptional(context, List.of(AuthorField.NAME));
    answer(
        context,
        threads.reopen(
            context.pathParam("script_id"),
            number(context, "thread_id"),
            maybeNamed(context, body)));
  }

  /** Answers with a thread where it was started. */
  private void answer(Context context, CommentThread thread) {
    String scriptId = context.pathParam("script_id");
    Json.answer(
        context,
        200,
        ThreadJson.of(threads.placed(scriptId, thread.id(), thread.anchor().version())));
  }

  private static long number(Context context, String name) {
    String number = context.pathParam(name);
    if (!number.matches("\\d{1,15}")) {
      String key = name.equals("thread_id") ? "comments.no_thread" : "comments.no_comment";
      throw new Problem(
          ProblemKind.NOT_FOUND,
          name.equals("thread_id")
              ? FilledMessage.of(key, context.pathParam("script_id"), number)
              : FilledMessage.of(key, number));
    }
    return Long.parseLong(number);
  }
}
