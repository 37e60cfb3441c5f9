package prismq.t.script.versioning.review;

import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.FormProblem;
import prismq.t.script.versioning.web.SentForm;

/**
 * What a guest decided and could not be saved, so that their page shows it again.
 *
 * @param status of the answer
 * @param verdict the word of what is chosen; empty for nothing
 * @param errors what to mend, by field
 */
public record SentGuestVerdict(
    int status,
    String verdict,
    String comment,
    String author,
    Map<String, String> errors,
    @Nullable String notice) {
  /** Nothing was sent. */
  public static final SentGuestVerdict NOTHING =
      new SentGuestVerdict(200, "", "", "", Map.of(), null);

  static SentGuestVerdict of(Context context, FormProblem problem) {
    return new SentGuestVerdict(
        problem.status(),
        SentForm.stripped(context, "verdict"),
        SentForm.stripped(context, "comment"),
        AuthorName.sent(context),
        problem.errors(),
        problem.notice());
  }
}
