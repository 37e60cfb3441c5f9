package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptChoice;
import prismq.t.script.versioning.history.ScriptList;
import prismq.t.script.versioning.history.ScriptLists;
import prismq.t.script.versioning.history.ScriptOrder;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with all scripts. */
public final class ScriptsPage {
  private static final String TEMPLATE = "script/scripts";
  private static final int SCRIPTS_A_PAGE = 50;

  /** Longest text that titles are filtered by, in characters. */
  private static final int MAX_FILTER = 200;

  private final ScriptLists scripts;
  private final ScriptRights rights;
  private final Pages pages;

  /** Reads these lists, and who may read what. */
  public ScriptsPage(ScriptLists scripts, ScriptRights rights, Pages pages) {
    this.scripts = scripts;
    this.rights = rights;
    this.pages = pages;
  }

  /**
   * A script in the list.
   *
   * @param latest null before its first version, and where it is damaged
   * @param onlyFor how many people it is restricted to; null for everybody
   */
  record ScriptItem(
      Script script, @Nullable Version latest, boolean mayWrite, @Nullable Integer onlyFor) {
    public String url() {
      return Urls.history(script.scriptId());
    }

    public String editUrl() {
      return Urls.edit(script.scriptId(), null);
    }

    /** What the latest version changed. */
    public @Nullable String changesUrl() {
      return latest == null ? null : HistoryRow.changesUrl(latest);
    }

    public String title() {
      return script.title();
    }
  }

  /** What the template shows; count is of all scripts, fitting of those that fit the filter. */
  record Model(List<ScriptItem> items, ScriptChoice choice, int count, int fitting, int number) {
    public boolean isFiltered() {
      return !choice.filter().isBlank();
    }

    public boolean hasMore() {
      return number * SCRIPTS_A_PAGE < fitting;
    }

    public List<ScriptOrder> orders() {
      return List.of(ScriptOrder.values());
    }

    public String orderName(ScriptOrder order) {
      return Messages.text(
          switch (order) {
            case RECENT -> "scripts.by_time";
            case TITLE -> "scripts.by_title";
            case VERSIONS -> "scripts.by_versions";
          });
    }

    /** The search in all texts for what the titles are filtered by. */
    public String searchUrl() {
      return Urls.search(choice.filter().strip());
    }

    public String nextUrl() {
      return url(number + 1);
    }

    public String previousUrl() {
      return url(number - 1);
    }

    private String url(int page) {
      Map<String, @Nullable String> parameters = new LinkedHashMap<>();
      parameters.put("q", choice.filter());
      parameters.put("sort", choice.order() == ScriptOrder.RECENT ? null : choice.order().word());
      parameters.put("page", page == 1 ? null : Integer.toString(page));
      return Urls.with(Urls.SCRIPTS, parameters);
    }
  }

  /** Answers {@code /}. */
  public void show(Context context) {
    pages.show(
        context,
        TEMPLATE,
        () ->
            model(
                Requester.of(context),
                new ScriptChoice(given(context, "q"), ScriptOrder.named(given(context, "sort"))),
                Parameters.number(context, "page", 1, 1, 1_000_000)));
  }

  private static String given(Context context, String name) {
    @Nullable String value = context.queryParam(name);
    return value == null ? "" : PlainText.cut(value, MAX_FILTER);
  }

  /** Has all loaded that the first page needs. */
  public void prepare() {
    pages.prepare(
        TEMPLATE, () -> model(new LoneComputer(), new ScriptChoice("", ScriptOrder.RECENT), 1));
  }

  private Model model(Requester requester, ScriptChoice choice, int number) {
    int offset = (number - 1) * SCRIPTS_A_PAGE;
    ScriptList list = scripts.list(Access.readable(requester), choice, SCRIPTS_A_PAGE, offset);
    Map<String, Integer> audiences = rights.audienceSizes();
    List<ScriptItem> items =
        list.items().stream()
            .map(
                item -> {
                  String scriptId = item.script().scriptId();
                  return new ScriptItem(
                      item.script(),
                      item.latest(),
                      Access.may(requester, Right.WRITE, new Thing.GuardedScript(scriptId)),
                      audiences.get(scriptId));
                })
            .toList();
    return new Model(items, choice, list.count(), list.fitting(), number);
  }
}
