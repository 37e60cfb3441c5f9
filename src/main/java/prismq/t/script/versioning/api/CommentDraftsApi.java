package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.CommentDraft;
import prismq.t.script.versioning.comment.CommentDrafts;
import prismq.t.script.versioning.comment.CommentDrafts.SentReview;
import prismq.t.script.versioning.comment.Commenter;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.Json;

/** The API's calls on comments that are not sent yet. */
public final class CommentDraftsApi {
  private static final List<String> FIELDS =
      List.of("version_number", "thread_id", "start", "end", "quote", "body", "author");

  private final CommentDrafts drafts;

  /** Everything is done by the drafts. */
  public CommentDraftsApi(CommentDrafts drafts) {
    this.drafts = drafts;
  }

  /**
   * A draft as JSON.
   *
   * @param versionNumber the version that it is about; null for a reply
   * @param quote the words that it is about; null likewise
   * @param threadId the thread that it answers; null where it starts one
   */
  record CommentDraftJson(
      long commentDraftId,
      @Nullable Integer versionNumber,
      @Nullable String quote,
      @Nullable Long threadId,
      String author,
      String body,
      String createdAt) {
    static CommentDraftJson of(CommentDraft draft) {
      return new CommentDraftJson(
          draft.id(),
          draft.anchor() == null ? null : draft.anchor().version(),
          draft.anchor() == null ? null : draft.anchor().quote(),
          draft.thread(),
          draft.by().name(),
          draft.body(),
          ApiTime.format(draft.createdAt()));
    }
  }

  /** One's own drafts in a script. */
  record DraftList(List<CommentDraftJson> drafts) {}

  /** What was sent. */
  record SentJson(List<Long> threadIds, int replies) {}

  /** Answers with one's own drafts. */
  public void list(Context context) {
    Json.answer(
        context,
        200,
        new DraftList(
            drafts.list(context.pathParam("script_id"), ThreadsApi.owner(context)).stream()
                .map(CommentDraftJson::of)
                .toList()));
  }

  /** Keeps a comment on words of a version, or a reply. */
  public void keep(Context context) {
    JsonBody body = JsonBody.read(context, FIELDS);
    String scriptId = context.pathParam("script_id");
    @Nullable Integer version = body.optionalVersionNumber("version_number");
    List<Long> thread = body.optionalThread("thread_id");
    if (thread.isEmpty() == (version == null)) {
      throw new InvalidInputException(
          "version_number", FilledMessage.of("comments.version_or_thread"));
    }
    Commenter by = ThreadsApi.named(context, body);
    CommentDraft kept =
        version == null
            ? drafts.keepReply(scriptId, thread.get(0), by, body.text("body"))
            : drafts.keep(
                scriptId,
                view -> view.version(version),
                ThreadsApi.words(body),
                by,
                body.text("body"));
    Json.answer(context, 201, CommentDraftJson.of(kept));
  }

  /** Drops a draft. */
  public void discard(Context context) {
    String number = context.pathParam("comment_draft_id");
    if (!number.matches("\\d{1,15}")) {
      throw new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("comments.no_draft", number));
    }
    drafts.discard(
        context.pathParam("script_id"), Long.parseLong(number), ThreadsApi.owner(context));
    context.status(204);
  }

  /** Sends all of one's own drafts in a script. */
  public void send(Context context) {
    JsonBody.readOptional(context, List.of());
    SentReview sent = drafts.send(context.pathParam("script_id"), ThreadsApi.owner(context));
    Json.answer(context, 200, new SentJson(sent.threads(), sent.replies()));
  }
}
