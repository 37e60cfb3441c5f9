package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.Set;
import java.util.function.Function;
import prismq.t.script.versioning.compare.CompareTwins;
import prismq.t.script.versioning.compare.ComparedVersions;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Parameters;

/** The API's call that compares two versions. */
public final class DiffApi {
  private static final int CONTEXT = 3;
  private static final int MAX_CONTEXT = 100_000;

  private final CompareTwins twins;

  /** Answers with these texts of comparisons. */
  public DiffApi(CompareTwins twins) {
    this.twins = twins;
  }

  /** Answers with what changed from one version to another, for {@code patch} or as typed rows. */
  public void show(Context context) {
    boolean asJson = asJson(context);
    int contextLines = Parameters.number(context, "context", CONTEXT, 0, MAX_CONTEXT);
    Function<ScriptView, ComparedVersions> asked =
        view ->
            new ComparedVersions(
                view.script(),
                VersionNumbers.findAsked(view, context, "from"),
                VersionNumbers.findAsked(view, context, "to"));
    if (asJson) {
      twins.json(context, contextLines, Set.of(), asked);
    } else {
      twins.diff(context, contextLines, asked);
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
}
