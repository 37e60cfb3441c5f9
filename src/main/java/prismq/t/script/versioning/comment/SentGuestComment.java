package prismq.t.script.versioning.comment;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.SentForm;

/**
 * What a guest typed and could not be saved, so that their page shows it again.
 *
 * @param status of the answer
 * @param form the fields of a new comment, and the name in any case
 * @param thread the thread that was answered; 0 for a new one
 * @param comment the comment that was edited; 0 for none
 * @param errors what to mend, by field
 */
public record SentGuestComment(
    int status,
    NewThreadForm form,
    long thread,
    long comment,
    Map<String, String> errors,
    @Nullable String notice) {
  /** Nothing was typed, under the name that is known. */
  static SentGuestComment nothing(String name) {
    return new SentGuestComment(200, NewThreadForm.empty(name), 0, 0, Map.of(), null);
  }

  static SentGuestComment of(Context context, long thread, long comment, FormProblem problem) {
    // What was to be answered is not on the page any more, and so not the field for it either.
    boolean isGone = problem.is(ProblemKind.NOT_FOUND);
    return new SentGuestComment(
        problem.status(),
        NewThreadForm.sent(context),
        isGone ? 0 : thread,
        isGone ? 0 : comment,
        problem.errors(),
        problem.notice());
  }

  /** Beside which of two texts words were selected: whether it is the left one. */
  static boolean isOnLeft(Context context) {
    return SentForm.text(context, "side").equals("from");
  }
}
