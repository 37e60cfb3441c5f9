package prismq.t.script.versioning.restore;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;

/**
 * The request for the page, and what was typed and chosen on it.
 *
 * @param from null for the first parent of the version whose changes are undone
 * @param changeId null for all changes
 * @param scene the place of the scene in the earlier text that is restored, from 1; null for none
 * @param isMovedBack whether what stands elsewhere now goes back too
 * @param branch null for that of the version whose changes are undone
 * @param baseVersion the head that was shown; null before one was
 * @param changeDescription null before it was filled in
 * @param answers to the passages that were changed again
 */
record RestoreForm(
    @Nullable Integer from,
    int to,
    @Nullable String changeId,
    @Nullable Integer scene,
    boolean isMovedBack,
    @Nullable String branch,
    @Nullable Integer baseVersion,
    String author,
    @Nullable String changeDescription,
    Answers answers) {
  private static final String SCENE = "scene";
  private static final String MOVED_BACK = "moved_back";

  /** What an address asks for. */
  static RestoreForm asked(Context context) {
    int to = Parameters.number(context, "to", 0, 1, Integer.MAX_VALUE);
    if (to == 0) {
      throw new BadRequestException(Messages.text("restore.bad_to"));
    }
    int from = Parameters.number(context, "from", 0, 1, Integer.MAX_VALUE);
    int scene = Parameters.number(context, SCENE, 0, 1, Integer.MAX_VALUE);
    return new RestoreForm(
        from == 0 ? null : from,
        to,
        Parameters.text(context, "change"),
        scene == 0 ? null : scene,
        Parameters.text(context, MOVED_BACK) != null,
        Parameters.text(context, "branch"),
        null,
        AuthorName.known(context),
        null,
        Answers.NONE);
  }

  /** The form as the browser sent it. */
  static RestoreForm sent(Context context) {
    String changeId = SentForm.text(context, "change");
    String branch = SentForm.text(context, "branch");
    return new RestoreForm(
        SentForm.versionNumber(context, "from"),
        SentForm.versionNumber(context, "to"),
        changeId.isEmpty() ? null : changeId,
        SentForm.text(context, SCENE).isEmpty() ? null : SentForm.versionNumber(context, SCENE),
        !SentForm.text(context, MOVED_BACK).isEmpty(),
        branch.isEmpty() ? null : branch,
        SentForm.versionNumber(context, "base_version"),
        AuthorName.sent(context),
        SentForm.stripped(context, "change_description"),
        Answers.sent(context));
  }
}
