package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/** Finds the version that an address names by its number or as the latest. */
final class VersionNumbers {
  private static final String LATEST = "latest";

  private VersionNumbers() {}

  /** The version of this address. */
  static Version find(ScriptView view, Context context) {
    return find(view, context.pathParam("version_number"), Parameters.text(context, "branch"));
  }

  /**
   * The version that a parameter of this name asks for.
   *
   * @throws BadRequestException if it is not there, or no number
   */
  static Version findAsked(ScriptView view, Context context, String name) {
    @Nullable String number = Parameters.text(context, name);
    if (number == null || !isOne(number)) {
      throw new BadRequestException(
          "The parameter " + name + " is the number of a version, or latest.");
    }
    return find(view, number, null);
  }

  /** Whether this has the form of a version's number, or is “latest”. */
  static boolean isOne(String text) {
    return text.equals(LATEST) || text.matches("\\d{1,9}");
  }

  /**
   * The version.
   *
   * @param branch where to look for the latest one; null for the whole script
   * @throws NotFoundException if there is no such version
   */
  static Version find(ScriptView view, String number, @Nullable String branch) {
    Script script = view.script();
    if (!isOne(number)) {
      throw NotFoundException.version(script, "“" + number + "”");
    }
    if (!number.equals(LATEST)) {
      return view.version(Integer.parseInt(number));
    }
    int latest =
        branch == null
            ? script.latestVersion()
            : Optional.ofNullable(view.branch(branch).headVersion()).orElse(0);
    if (latest == 0) {
      throw NotFoundException.version(script, LATEST);
    }
    return view.version(latest);
  }
}
