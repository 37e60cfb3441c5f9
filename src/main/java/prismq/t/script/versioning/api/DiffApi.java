package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.CompareTwins;
import prismq.t.script.versioning.compare.ComparedVersions;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/** The API's call that compares two versions. */
public final class DiffApi {
  private static final int CONTEXT = 3;
  private static final int MOST_CONTEXT = 100_000;

  private final VersionManager versionManager;
  private final CompareTwins twins;

  /** Finds versions by the one, and answers as the other does. */
  public DiffApi(VersionManager versionManager, CompareTwins twins) {
    this.versionManager = versionManager;
    this.twins = twins;
  }

  /** Answers with what changed from one version to another, for patch or as typed rows. */
  public void show(Context context) {
    boolean asJson = asJson(context);
    int contextLines = Parameters.number(context, "context", CONTEXT, 0, MOST_CONTEXT);
    Version from = version(context, "from");
    Version to = version(context, "to");
    ComparedVersions versions =
        new ComparedVersions(versionManager.script(from.scriptId()), from, to);
    if (asJson) {
      twins.json(context, versions, contextLines, Set.of());
    } else {
      twins.diff(context, versions, contextLines);
    }
  }

  private static boolean asJson(Context context) {
    String format = Parameters.text(context, "format");
    if (format == null || format.equals("unified")) {
      return false;
    }
    if (format.equals("json")) {
      return true;
    }
    throw new BadRequestException("The parameter format is unified or json, not “" + format + "”.");
  }

  private Version version(Context context, String name) {
    @Nullable String number = Parameters.text(context, name);
    if (number == null || !VersionNumbers.isOne(number)) {
      throw new BadRequestException(
          "The parameter " + name + " is the number of a version, or latest.");
    }
    return VersionNumbers.find(versionManager, context.pathParam("script_id"), number, null);
  }
}
