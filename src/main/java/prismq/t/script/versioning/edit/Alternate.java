package prismq.t.script.versioning.edit;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.web.BadRequestException;
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

  private static final String SAVE_ON_NEW_BRANCH = "save-on-new-branch";

  /** The same with a name; where it is chosen and none was typed, one that no branch has. */
  Alternate named(ScriptView view, @Nullable Integer origin) {
    if (!isChosen || !name.isEmpty()) {
      return this;
    }
    String start = origin == null ? "branch" : "from-v" + origin;
    String free = start;
    for (int i = 2; view.findBranch(free).isPresent(); i++) {
      free = start + "-" + i;
    }
    return new Alternate(true, free);
  }

  /**
   * The values of the form.
   *
   * @throws BadRequestException if it names neither the branch nor an alternate to save on
   */
  static Alternate sent(Context context) {
    String place = SentForm.text(context, "save_on");
    boolean isChosen =
        place.equals("alternate") || SentForm.text(context, "action").equals(SAVE_ON_NEW_BRANCH);
    if (!isChosen && !place.isEmpty() && !place.equals("branch")) {
      throw new BadRequestException(FilledMessage.of("edit.save_on", place));
    }
    return new Alternate(isChosen, SentForm.stripped(context, "alternate"));
  }
}
