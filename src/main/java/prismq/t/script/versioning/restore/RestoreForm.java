package prismq.t.script.versioning.restore;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.web.AuthorCookie;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/**
 * What the page was asked for, and what was typed and chosen on it.
 *
 * @param from null for the first parent of the version whose changes are undone
 * @param changeId null for all changes
 * @param branch null for that of the version whose changes are undone
 * @param baseVersion the head that was shown; null before one was
 * @param changeDescription null before it was filled in
 * @param answers to the passages that were changed again
 */
record RestoreForm(
    @Nullable Integer from,
    int to,
    @Nullable String changeId,
    @Nullable String branch,
    @Nullable Integer baseVersion,
    String author,
    @Nullable String changeDescription,
    Answers answers) {
  /** What an address asks for. */
  static RestoreForm asked(Context context) {
    int to = Parameters.number(context, "to", 0, 1, Integer.MAX_VALUE);
    if (to == 0) {
      throw new BadRequestException("The parameter to names the version whose changes are undone.");
    }
    int from = Parameters.number(context, "from", 0, 1, Integer.MAX_VALUE);
    return new RestoreForm(
        from == 0 ? null : from,
        to,
        Parameters.text(context, "change"),
        Parameters.text(context, "branch"),
        null,
        AuthorCookie.read(context),
        null,
        Answers.NONE);
  }

  /** The form as the browser sent it. */
  static RestoreForm sent(Context context) {
    String changeId = field(context, "change");
    String branch = field(context, "branch");
    return new RestoreForm(
        number(context, "from"),
        number(context, "to"),
        changeId.isEmpty() ? null : changeId,
        branch.isEmpty() ? null : branch,
        number(context, "base_version"),
        field(context, "author"),
        field(context, "change_description").replace("\r\n", "\n").strip(),
        Answers.sent(context));
  }

  private static String field(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  private static int number(Context context, String name) {
    String value = field(context, name);
    if (!value.matches("\\d{1,9}")) {
      throw new BadRequestException("The field " + name + " is the number of a version.");
    }
    return Integer.parseInt(value);
  }
}
