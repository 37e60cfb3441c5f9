package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.conflict.Answers;
import prismq.t.script.versioning.web.SentForm;

/**
 * What a form holds beyond a version's text where others saved while it was written.
 *
 * @param seenHead the head that was shown when it was asked about; null before anything was
 * @param agreed whether the questions about the text itself were agreed to
 */
record RaceForm(@Nullable Integer seenHead, Answers answers, boolean agreed) {
  /** Nothing was asked about yet. */
  static final RaceForm NONE = new RaceForm(null, Answers.NONE, false);

  static RaceForm sent(Context context) {
    Integer seenHead =
        SentForm.text(context, "seen_head").isEmpty()
            ? null
            : Integer.valueOf(SentForm.versionNumber(context, "seen_head"));
    return new RaceForm(
        seenHead, Answers.sent(context), SentForm.text(context, "agreed").equals("yes"));
  }

  /** Whether it comes from the page that asks. */
  public boolean wasAsked() {
    return seenHead != null;
  }
}
