package prismq.t.script.versioning.label;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/**
 * What the form for a label holds, so that nothing typed is lost when it is shown again.
 *
 * @param version the version that is to get it, as it was typed
 * @param isMoved whether another version is to lose it
 */
record LabelForm(String name, String version, boolean isMoved) {

  /** An empty form for a version. */
  static LabelForm on(int version) {
    return new LabelForm("", version == 0 ? "" : Integer.toString(version), false);
  }

  /** The form as the browser sent it. */
  static LabelForm sent(Context context) {
    return new LabelForm(
        field(context, "name"), field(context, "version"), field(context, "move").equals("true"));
  }

  private static String field(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value.strip();
  }

  /** The number of the version; null where what was typed is none. */
  @Nullable Integer versionNumber() {
    return version.matches("[1-9]\\d{0,8}") ? Integer.valueOf(version) : null;
  }
}
