package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.AuthorName;

/** What requests about comments name. */
final class CommentRequest {
  private CommentRequest() {}

  static String scriptId(Context context) {
    return context.pathParam("script_id");
  }

  /** The number of the version; 0 where it is no number. */
  static int version(Context context) {
    String number = context.pathParam("version_number");
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
  }

  static long thread(Context context) {
    return number(context, "thread_id");
  }

  /** The number in a part of the address. */
  static long number(Context context, String name) {
    String number = context.pathParam(name);
    if (!number.matches("\\d{1,15}")) {
      throw new Problem(
          ProblemKind.NOT_FOUND, FilledMessage.of("comments.no_thread", scriptId(context), number));
    }
    return Long.parseLong(number);
  }

  /** Whoever asks, under the name that is known of them. */
  static Commenter looking(Context context) {
    return new Commenter(AuthorName.known(context), account(context));
  }

  /** Whoever asks, under the name that the form was sent with. */
  static Commenter named(Context context) {
    return new Commenter(Author.named(AuthorName.sent(context)).name(), account(context));
  }

  private static @Nullable Long account(Context context) {
    return Requester.of(context) instanceof SignedIn signedIn ? signedIn.account().id() : null;
  }

  /** Whether a page asks for its margin, to put it in place of the one that it has. */
  static boolean isForMargin(Context context) {
    return "true".equals(context.header("HX-Request"));
  }
}
