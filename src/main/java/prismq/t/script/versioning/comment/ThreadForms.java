package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.comment.CommentDrafts.SentReview;
import prismq.t.script.versioning.comment.ThreadCards.TypedReply;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** What is done with comments by forms, of the page of comments and of margins. */
public final class ThreadForms {
  private static final FormFields FIELDS =
      FormFields.of("body", "author", "first_line", "last_line");

  private final Threads threads;
  private final CommentDrafts drafts;
  private final CommentsPage comments;
  private final MarginPage margin;

  ThreadForms(Threads threads, CommentDrafts drafts, CommentsPage comments, MarginPage margin) {
    this.threads = threads;
    this.drafts = drafts;
    this.comments = comments;
    this.margin = margin;
  }

  /** Starts a thread, or keeps a draft of one; or shows the form again with its errors. */
  public void start(Context context) {
    NewThreadForm form = NewThreadForm.sent(context);
    int version = CommentRequest.version(context);
    act(
        context,
        shown(context, version),
        form,
        TypedReply.NONE,
        scriptId -> {
          Commenter by = CommentRequest.named(context);
          long started =
              isDraft(context)
                  ? -drafts
                      .keep(scriptId, view -> view.version(version), form::words, by, form.body())
                      .id()
                  : threads
                      .start(scriptId, view -> view.version(version), form::words, by, form.body())
                      .thread()
                      .id();
          AuthorName.remember(context, by.name());
          return started;
        });
  }

  /** Beside which text the form was: that of its own version where it does not say. */
  private static ShownVersions shown(Context context, int version) {
    return SentForm.text(context, "version").isEmpty()
        ? new ShownVersions(version, 0)
        : ShownVersions.sent(context);
  }

  private static boolean isDraft(Context context) {
    return SentForm.text(context, "action").equals("draft");
  }

  /** Adds a comment to a thread, or keeps a draft of it; or shows what was typed again. */
  public void reply(Context context) {
    String body = SentForm.stripped(context, "body");
    long thread = CommentRequest.thread(context);
    act(
        context,
        new TypedReply(thread, body),
        scriptId -> {
          Commenter by = CommentRequest.named(context);
          if (isDraft(context)) {
            drafts.keepReply(scriptId, thread, by, body);
          } else {
            threads.reply(scriptId, thread, by, body);
          }
          AuthorName.remember(context, by.name());
          return thread;
        });
  }

  /** Gives one's own comment another body. */
  public void edit(Context context) {
    String body = SentForm.stripped(context, "body");
    long thread = CommentRequest.thread(context);
    long comment = CommentRequest.number(context, "comment_id");
    actAs(context, thread, (id, by) -> threads.edit(id, thread, comment, by, body));
  }

  /** Deletes one's own comment. */
  public void delete(Context context) {
    long thread = CommentRequest.thread(context);
    long comment = CommentRequest.number(context, "comment_id");
    actAs(context, thread, (id, by) -> threads.delete(id, thread, comment, by));
  }

  /** Says that nothing is left to do. */
  public void resolve(Context context) {
    long thread = CommentRequest.thread(context);
    actAs(context, thread, (id, by) -> threads.resolve(id, thread, by));
  }

  /** Says that something is left to do after all. */
  public void reopen(Context context) {
    long thread = CommentRequest.thread(context);
    actAs(context, thread, (id, by) -> threads.reopen(id, thread, by));
  }

  /** Gives a draft another body, or sends it alone with that. */
  public void editDraft(Context context) {
    String body = SentForm.stripped(context, "body");
    long draft = CommentRequest.number(context, "comment_draft_id");
    act(
        context,
        TypedReply.NONE,
        scriptId -> {
          Commenter by = CommentRequest.looking(context);
          drafts.edit(scriptId, draft, by, body);
          if (!SentForm.text(context, "action").equals("send")) {
            return 0;
          }
          SentReview sent = drafts.sendOne(scriptId, draft, by);
          return sent.threads().isEmpty() ? 0 : sent.threads().get(0);
        });
  }

  /** Drops a draft. */
  public void discardDraft(Context context) {
    long draft = CommentRequest.number(context, "comment_draft_id");
    actAs(context, 0, (id, by) -> drafts.discard(id, draft, by));
  }

  /** Sends all drafts. */
  public void send(Context context) {
    actAs(context, 0, drafts::send);
  }

  /** What is done in a script by somebody. */
  private interface ThreadAct {
    void by(String scriptId, Commenter commenter);
  }

  private void actAs(Context context, long thread, ThreadAct act) {
    act(
        context,
        TypedReply.NONE,
        scriptId -> {
          act.by(scriptId, CommentRequest.looking(context));
          return thread;
        });
  }

  private void act(Context context, TypedReply typed, ToLongFunction<String> act) {
    NewThreadForm form = NewThreadForm.empty(AuthorName.known(context));
    act(context, ShownVersions.sent(context), form, typed, act);
  }

  /** Does something, and answers with the thread that it was about; 0 for none. */
  private void act(
      Context context,
      ShownVersions shown,
      NewThreadForm form,
      TypedReply typed,
      ToLongFunction<String> act) {
    FIELDS.attempt(
        () -> {
          long thread = act.applyAsLong(CommentRequest.scriptId(context));
          if (CommentRequest.isForMargin(context)) {
            margin.done(context, shown, thread);
          } else {
            context.redirect(address(context, shown, thread), HttpStatus.SEE_OTHER);
          }
        },
        problem -> again(context, shown, form, typed, problem));
  }

  private static String address(Context context, ShownVersions shown, long thread) {
    String scriptId = CommentRequest.scriptId(context);
    return thread == 0
        ? Urls.comments(scriptId, shown.version())
        : Urls.thread(scriptId, shown.version(), thread);
  }

  private void again(
      Context context,
      ShownVersions shown,
      NewThreadForm form,
      TypedReply typed,
      FormProblem problem) {
    boolean isOfForm = typed.thread() == 0 && !problem.errors().isEmpty();
    Map<String, String> errors = isOfForm ? problem.errors() : Map.of();
    @Nullable String notice = isOfForm ? null : problem.problem().withOutcome();
    if (CommentRequest.isForMargin(context)) {
      margin.failed(context, problem.status(), shown, form, typed, errors, notice);
    } else {
      comments.again(context, problem.status(), shown.version(), form, typed, errors, notice);
    }
  }
}
