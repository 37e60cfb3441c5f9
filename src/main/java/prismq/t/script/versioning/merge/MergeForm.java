package prismq.t.script.versioning.merge;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.history.MergeProposal.MergeKind;
import prismq.t.script.versioning.web.AuthorName;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.SentForm;

/**
 * The request for the page, and what was typed and chosen on it.
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
    MergeKind kind,
    @Nullable String from,
    int picked,
    @Nullable String into,
    @Nullable Integer mergedVersion,
    @Nullable Integer baseVersion,
    String author,
    @Nullable String changeDescription,
    Answers answers) {

  /** What an address asks for. */
  static MergeForm asked(Context context, MergeKind kind) {
    return new MergeForm(
        kind,
        Parameters.text(context, "from"),
        Parameters.number(context, "version", 0, 1, Integer.MAX_VALUE),
        Parameters.text(context, "into"),
        null,
        null,
        AuthorName.known(context),
        null,
        Answers.NONE);
  }

  /** The form as the browser sent it. */
  static MergeForm sent(Context context, MergeKind kind) {
    return new MergeForm(
        kind,
        kind == MergeKind.MERGE ? SentForm.text(context, "from") : null,
        kind == MergeKind.PICK ? SentForm.versionNumber(context, "version") : 0,
        SentForm.text(context, "into"),
        SentForm.versionNumber(context, "merged_version"),
        SentForm.versionNumber(context, "base_version"),
        AuthorName.sent(context),
        SentForm.stripped(context, "change_description"),
        Answers.sent(context));
  }

  /** Whether it has all that a proposal needs. */
  boolean isComplete() {
    return into != null && (kind == MergeKind.MERGE ? from != null : picked > 0);
  }
}
