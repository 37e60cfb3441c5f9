package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.comment.GuestComments.GuestText;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormFields;
import prismq.t.script.versioning.web.SentForm;
import prismq.t.script.versioning.web.Urls;

/** What guests of share links do with comments by forms, and what their pages show of them. */
public final class GuestCommentForms {
  private static final FormFields FIELDS =
      FormFields.of("body", "author", "first_line", "last_line");

  private final GuestThreads threads;

  /** Takes forms about these threads. */
  public GuestCommentForms(GuestThreads threads) {
    this.threads = threads;
  }

  /** Nothing that was typed, under the name that a guest wrote under before. */
  public SentGuestComment nothing(Guest guest) {
    return SentGuestComment.nothing(
        guest.right().includes(Right.COMMENT) ? threads.known(guest).name() : "");
  }

  /**
   * What a guest's page shows of comments; null where the link lets nobody comment.
   *
   * @param hidesNames whether people of the server are not named
   * @param sent what was typed and could not be saved
   */
  public @Nullable GuestComments of(
      Context context, Guest guest, GuestText shown, boolean hidesNames, SentGuestComment sent) {
    if (!guest.right().includes(Right.COMMENT)) {
      return null;
    }
    String url = Urls.shared(guest.shareLinkId());
    return GuestComments.of(threads, guest, shown, url, query(context), hidesNames, sent);
  }

  private static String query(Context context) {
    @Nullable String query = context.queryString();
    return query == null ? "" : "?" + query;
  }

  /**
   * Starts a thread on the version that is shown, or on the one that it is compared with.
   *
   * @param again shows the page with what was typed
   */
  public void start(
      Context context, Guest guest, GuestText shown, Consumer<SentGuestComment> again) {
    NewThreadForm form = NewThreadForm.sent(context);
    boolean isLeft = shown.left() != null && SentGuestComment.isOnLeft(context);
    int version = isLeft ? shown.from() : shown.version();
    attempt(
        context,
        guest,
        0,
        0,
        () -> {
          checkSeen(context, shown);
          return threads.start(
              shown.scriptId(), guest, version, form::words, form.author(), form.body());
        },
        again);
  }

  /** Refuses words of a text that is not the one that is shown now, as it was newest before. */
  private static void checkSeen(Context context, GuestText shown) {
    if (SentForm.versionNumber(context, "version") != shown.version()) {
      throw new InvalidInputException("words", FilledMessage.of("comments.select_anew"));
    }
  }

  /** Adds a comment to a thread of the link. */
  public void reply(
      Context context, Guest guest, String scriptId, Consumer<SentGuestComment> again) {
    long thread = number(context, "thread_id");
    String body = SentForm.stripped(context, "body");
    attempt(
        context,
        guest,
        thread,
        0,
        () -> {
          threads.reply(scriptId, guest, thread, AuthorName.sent(context), body);
          return thread;
        },
        again);
  }

  /** Gives a guest's own comment another body, or deletes it. */
  public void change(
      Context context,
      Guest guest,
      String scriptId,
      boolean deletes,
      Consumer<SentGuestComment> again) {
    long thread = number(context, "thread_id");
    long comment = number(context, "comment_id");
    String body = SentForm.stripped(context, "body");
    attempt(
        context,
        guest,
        thread,
        comment,
        () -> {
          threads.change(scriptId, guest, thread, comment, deletes ? null : body);
          return thread;
        },
        again);
  }

  /** The number in a part of the address; 0, which nothing has, where it is none. */
  private static long number(Context context, String name) {
    String number = context.pathParam(name);
    return number.matches("\\d{1,15}") ? Long.parseLong(number) : 0;
  }

  private static void attempt(
      Context context,
      Guest guest,
      long thread,
      long comment,
      LongSupplier act,
      Consumer<SentGuestComment> again) {
    FIELDS.attempt(
        () -> {
          long done = act.getAsLong();
          String page = Urls.shared(guest.shareLinkId()) + query(context);
          context.redirect(page + "#thread-" + done, HttpStatus.SEE_OTHER);
        },
        problem -> again.accept(SentGuestComment.of(context, thread, comment, problem)));
  }
}
