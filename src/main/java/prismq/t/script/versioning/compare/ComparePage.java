package prismq.t.script.versioning.compare;

import io.javalin.http.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.NotFoundException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that compares two versions of a script. */
public final class ComparePage {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\.\\.\\.(\\d{1,9})");

  private final VersionManager versionManager;
  private final Pages pages;

  /** Reads from this version manager. */
  public ComparePage(VersionManager versionManager, Pages pages) {
    this.versionManager = versionManager;
    this.pages = pages;
  }

  /** The ways to look at a comparison. */
  enum View {
    UNIFIED("unified", "Unified"),
    SIDE_BY_SIDE("side-by-side", "Side by side");

    private final String parameter;
    private final String title;

    View(String parameter, String title) {
      this.parameter = parameter;
      this.title = title;
    }

    public String parameter() {
      return parameter;
    }

    public String title() {
      return title;
    }
  }

  /** What the template shows. */
  record Model(
      Script script,
      Version from,
      Version to,
      View view,
      DiffView diff,
      int rows,
      @Nullable String earlier,
      @Nullable String later) {
    String url() {
      return Urls.compare(script.scriptId(), from.versionNumber(), to.versionNumber());
    }

    public String viewUrl(String parameter) {
      return url() + "?view=" + parameter;
    }

    public View[] views() {
      return View.values();
    }

    public String moreUrl() {
      return viewUrl(view.parameter) + "&rows=" + (rows + DiffView.ROWS);
    }

    public String swapUrl() {
      return Urls.compare(script.scriptId(), to.versionNumber(), from.versionNumber())
          + "?view="
          + view.parameter;
    }

    public String unifiedDiffUrl() {
      return Urls.unifiedDiff(script.scriptId(), from.versionNumber(), to.versionNumber());
    }

    public boolean goesBack() {
      return from.versionNumber() > to.versionNumber();
    }

    public boolean isSameVersion() {
      return from.versionNumber() == to.versionNumber();
    }

    public boolean crossesBranches() {
      return !from.branch().equals(to.branch());
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    public String versionUrl(Version version) {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    public String rollbackUrl() {
      return Urls.rollback(script.scriptId(), from.versionNumber());
    }
  }

  /** Answers {@code /scripts/{script_id}/compare/{range}}. */
  public void show(Context context) {
    pages.show(context, "compare/compare", () -> model(context));
  }

  /** Leads the two radio buttons of the history to the address of their comparison. */
  public void choose(Context context) {
    String scriptId = context.pathParam("script_id");
    Script script = versionManager.script(scriptId);
    int from = Parameters.number(context, "from", script.latestVersion(), 1, Integer.MAX_VALUE);
    int to = Parameters.number(context, "to", script.latestVersion(), 1, Integer.MAX_VALUE);
    context.redirect(Urls.compare(scriptId, from, to));
  }

  private Model model(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    Matcher range = RANGE.matcher(context.pathParam("range"));
    if (!range.matches()) {
      throw NotFoundException.version(script, "“" + context.pathParam("range") + "”");
    }
    Version from = versionManager.version(script.scriptId(), Integer.parseInt(range.group(1)));
    Version to = versionManager.version(script.scriptId(), Integer.parseInt(range.group(2)));
    int rows = Parameters.number(context, "rows", DiffView.ROWS, DiffView.ROWS, 100_000);
    DiffView diff =
        DiffView.of(
            versionManager.content(script.scriptId(), from.versionNumber()),
            versionManager.content(script.scriptId(), to.versionNumber()),
            rows);
    return new Model(
        script, from, to, view(context), diff, rows, earlier(script, from), later(script, to));
  }

  private static View view(Context context) {
    return View.SIDE_BY_SIDE.parameter.equals(context.queryParam("view"))
        ? View.SIDE_BY_SIDE
        : View.UNIFIED;
  }

  private static @Nullable String earlier(Script script, Version from) {
    Integer parent = from.parentVersion();
    return parent == null ? null : Urls.compare(script.scriptId(), parent, from.versionNumber());
  }

  private static @Nullable String later(Script script, Version to) {
    int next = to.versionNumber() + 1;
    return next > script.latestVersion()
        ? null
        : Urls.compare(script.scriptId(), to.versionNumber(), next);
  }
}
