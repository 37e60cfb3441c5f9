package prismq.t.script.versioning.label;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.SentForm;

/**
 * What the form for a label holds, so that nothing typed is lost when it is shown again.
 *
 * @param version the version that is to get it, as it was typed
 * @param isMoved whether another version is to lose it
 * @param reason to move it against its rule
 */
record LabelForm(String name, String version, boolean isMoved, String reason) {

  /** An empty form for a version. */
  static LabelForm on(int version) {
    return new LabelForm("", version == 0 ? "" : Integer.toString(version), false, "");
  }

  /** The form as the browser sent it. */
  static LabelForm sent(Context context) {
    return new LabelForm(
        SentForm.stripped(context, "name"),
        SentForm.stripped(context, "version"),
        SentForm.stripped(context, "move").equals("true"),
        SentForm.stripped(context, "override_reason"));
  }

  /** The number of the version; null if what was typed is none. */
  @Nullable Integer versionNumber() {
    return version.matches("[1-9]\\d{0,8}") ? Integer.valueOf(version) : null;
  }
}
