package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptList;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with all scripts. */
public final class ScriptsPage {
  private static final String TEMPLATE = "script/scripts";
  private static final int SCRIPTS_A_PAGE = 50;

  private final VersionManager versionManager;
  private final Pages pages;

  /** Reads from this version manager. */
  public ScriptsPage(VersionManager versionManager, Pages pages) {
    this.versionManager = versionManager;
    this.pages = pages;
  }

  /** A script in the list; latest is null before its first version, and where it is damaged. */
  record ScriptItem(Script script, @Nullable Version latest) {
    public String url() {
      return Urls.history(script.scriptId());
    }

    public String title() {
      return script.title();
    }
  }

  /** What the template shows. */
  record Model(List<ScriptItem> items, int count, int number, boolean hasMore) {
    public String earlierUrl() {
      return Urls.SCRIPTS + "?page=" + (number + 1);
    }

    public String laterUrl() {
      return number == 2 ? Urls.SCRIPTS : Urls.SCRIPTS + "?page=" + (number - 1);
    }
  }

  /** Answers {@code /}. */
  public void show(Context context) {
    pages.show(context, TEMPLATE, () -> model(Parameters.number(context, "page", 1, 1, 1_000_000)));
  }

  /** Has all loaded that the first page needs. */
  public void prepare() {
    pages.prepare(TEMPLATE, () -> model(1));
  }

  private Model model(int number) {
    int offset = (number - 1) * SCRIPTS_A_PAGE;
    ScriptList scripts = versionManager.scriptList(SCRIPTS_A_PAGE, offset);
    List<ScriptItem> items =
        scripts.items().stream().map(item -> new ScriptItem(item.script(), item.latest())).toList();
    return new Model(items, scripts.count(), number, offset + items.size() < scripts.count());
  }
}
