package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import prismq.t.script.versioning.web.SentForm;

/**
 * Whether a version is to be saved as an alternate: on a new branch, which starts at the version
 * that the text was written on.
 *
 * @param name what the branch is to be called; kept while it is not chosen, too
 */
record Alternate(boolean isChosen, String name) {
  static final Alternate NONE = new Alternate(false, "");

  /** For a branch on which nothing is saved. */
  static final Alternate CHOSEN = new Alternate(true, "");

  /** What the form says. */
  static Alternate sent(Context context) {
    return new Alternate(
        SentForm.text(context, "save_on").equals("alternate"),
        SentForm.stripped(context, "alternate"));
  }
}
