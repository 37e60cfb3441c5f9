package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffJson;
import prismq.t.script.versioning.core.diff.UnifiedFormat;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;

/** The API's call that compares two versions. */
public final class DiffApi {
  private static final int CONTEXT = 3;
  private static final int MOST_CONTEXT = 100_000;

  private final VersionManager versionManager;
  private final Comparisons comparisons;

  /** Finds versions by the one and compares them by the other. */
  public DiffApi(VersionManager versionManager, Comparisons comparisons) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
  }

  /** Answers with what changed from one version to another, for patch or as typed rows. */
  public void show(Context context) {
    boolean asJson = asJson(context);
    int contextLines = Parameters.number(context, "context", CONTEXT, 0, MOST_CONTEXT);
    Version from = version(context, "from");
    Version to = version(context, "to");
    String scriptId = from.scriptId();
    Comparison comparison = comparisons.compare(from, to);
    if (asJson) {
      Json.answer(
          context,
          200,
          DiffJson.of(
              scriptId,
              from.versionNumber(),
              to.versionNumber(),
              comparison,
              contextLines,
              Set.of()));
      return;
    }
    // patch and git apply take away the first folder and change the file named like the script.
    byte[] unified =
        UnifiedFormat.write(comparison.diff(), "a/" + scriptId, "b/" + scriptId, contextLines);
    String fileName = scriptId + "-v" + from.versionNumber() + "-v" + to.versionNumber() + ".diff";
    context
        .contentType("text/x-diff; charset=utf-8")
        .header("Content-Disposition", "inline; filename=\"" + fileName + "\"")
        .result(unified);
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
