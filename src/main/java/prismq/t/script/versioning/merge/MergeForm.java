package prismq.t.script.versioning.merge;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.history.MergeProposal.Kind;
import prismq.t.script.versioning.web.AuthorCookie;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/**
 * What the page was asked for, and what was typed and chosen on it.
 *
 * @param from the branch that is merged; null for none chosen yet, and where a change is picked
 * @param picked the version whose change is picked; 0 for none chosen yet, and where a branch is
 *     merged
 * @param into the branch that the new version goes on; null for none chosen yet
 * @param mergedVersion what was merged or picked on the page; null before it was shown
 * @param baseVersion the head that was shown; null before it was
 * @param changeDescription null before it was filled in
 */
record MergeForm(
    Kind kind,
    @Nullable String from,
    int picked,
    @Nullable String into,
    @Nullable Integer mergedVersion,
    @Nullable Integer baseVersion,
    String author,
    @Nullable String changeDescription,
    Answers answers) {

  /** What an address asks for. */
  static MergeForm asked(Context context, Kind kind) {
    return new MergeForm(
        kind,
        Parameters.text(context, "from"),
        Parameters.number(context, "version", 0, 1, Integer.MAX_VALUE),
        Parameters.text(context, "into"),
        null,
        null,
        AuthorCookie.read(context),
        null,
        Answers.NONE);
  }

  /** The form as the browser sent it. */
  static MergeForm sent(Context context, Kind kind) {
    return new MergeForm(
        kind,
        kind == Kind.MERGE ? field(context, "from") : null,
        kind == Kind.PICK ? number(context, "version") : 0,
        field(context, "into"),
        number(context, "merged_version"),
        number(context, "base_version"),
        field(context, "author"),
        field(context, "change_description").replace("\r\n", "\n").strip(),
        Answers.sent(context));
  }

  /** Whether it says all that a proposal needs. */
  boolean isComplete() {
    return into != null && (kind == Kind.MERGE ? from != null : picked > 0);
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
