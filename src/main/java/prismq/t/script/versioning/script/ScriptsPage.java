package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.LoneComputer;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.draft.Drafts;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptChoice;
import prismq.t.script.versioning.history.ScriptList;
import prismq.t.script.versioning.history.ScriptLists;
import prismq.t.script.versioning.history.ScriptOrder;
import prismq.t.script.versioning.history.ScriptSections;
import prismq.t.script.versioning.history.ScriptSections.ScriptSection;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.project.Pins;
import prismq.t.script.versioning.project.Project;
import prismq.t.script.versioning.project.Projects;
import prismq.t.script.versioning.share.EndingLinks;
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
  private final Projects projects;
  private final Pins pins;
  private final Drafts drafts;
  private final EndingLinks endingLinks;
  private final Pages pages;

  /**
   * Reads these lists, and who may read what; the projects and pins divide them, and people are
   * told of their drafts, and of links that end soon.
   */
  public ScriptsPage(
      ScriptLists scripts,
      ScriptRights rights,
      Projects projects,
      Pins pins,
      Drafts drafts,
      EndingLinks endingLinks,
      Pages pages) {
    this.scripts = scripts;
    this.rights = rights;
    this.projects = projects;
    this.pins = pins;
    this.drafts = drafts;
    this.endingLinks = endingLinks;
    this.pages = pages;
  }

  /**
   * A script in the list.
   *
   * @param latest null before its first version, and where it is damaged
   * @param onlyFor how many people it is restricted to; null for everybody
   */
  record ScriptItem(
      Script script,
      @Nullable Version latest,
      boolean mayWrite,
      boolean isPinned,
      @Nullable Integer onlyFor) {
    /** Where it is pinned, or no longer. */
    public String pinUrl() {
      return url() + (isPinned ? "/unpin" : "/pin");
    }

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

  /**
   * Scripts under one heading.
   *
   * @param title null where the list is not divided
   */
  record ListSection(@Nullable String title, List<ScriptItem> items) {}

  /**
   * What the template shows.
   *
   * @param project whose scripts are listed; null for all
   * @param projects those that can be chosen
   * @param drafts how many whoever sees it has kept here and not saved
   * @param endingLinks how many share links of whoever sees it end soon
   */
  record Model(
      List<ListSection> sections,
      ScriptList list,
      ScriptChoice choice,
      @Nullable Project project,
      List<Project> projects,
      int number,
      int drafts,
      int endingLinks) {
    /** Number of all scripts. */
    public int count() {
      return list.count();
    }

    /** Number of those that fit the filter. */
    public int fitting() {
      return list.fitting();
    }

    /** Whether there is nothing at all to choose from. */
    public boolean isNothing() {
      return list.count() + list.archived() == 0 && project == null && !choice.isArchived();
    }

    public boolean isNoneHere() {
      return list.count() == 0;
    }

    public boolean isEmptyProject() {
      return isNoneHere() && list.archived() == 0 && project != null;
    }

    public boolean isFiltered() {
      return !choice.filter().isBlank();
    }

    public boolean isOf(Project other) {
      return other.equals(project);
    }

    /** The archived scripts of what is listed. */
    public String archivedUrl() {
      return url(1, true);
    }

    /** The others again. */
    public String unarchivedUrl() {
      return url(1, false);
    }

    public boolean hasMore() {
      return number * SCRIPTS_A_PAGE < list.fitting();
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
      return url(number + 1, choice.isArchived());
    }

    public String previousUrl() {
      return url(number - 1, choice.isArchived());
    }

    /** This page of the list. */
    public String url() {
      return url(number, choice.isArchived());
    }

    private String url(int page, boolean archived) {
      Map<String, @Nullable String> parameters = new LinkedHashMap<>();
      parameters.put("q", choice.filter());
      parameters.put("sort", choice.order() == ScriptOrder.RECENT ? null : choice.order().word());
      parameters.put("project", project == null ? null : Long.toString(project.id()));
      parameters.put("archived", archived ? "true" : null);
      parameters.put("page", page == 1 ? null : Integer.toString(page));
      return Urls.with(Urls.SCRIPTS, parameters);
    }
  }

  /** Answers {@code /}. */
  public void show(Context context) {
    Requester requester = Requester.of(context);
    Set<String> pinned = pins.of(requester);
    OwnReminders reminders =
        new OwnReminders(drafts.count(requester), endingLinks.count(requester));
    pages.show(
        context,
        TEMPLATE,
        reminders + " " + String.join(" ", new TreeSet<>(pinned)),
        () ->
            model(
                requester,
                pinned,
                new AskedList(
                    given(context, "q"),
                    ScriptOrder.named(given(context, "sort")),
                    given(context, "archived").equals("true"),
                    given(context, "project")),
                Parameters.number(context, "page", 1, 1, 1_000_000),
                reminders));
  }

  /** How much waits for whoever asks. */
  private record OwnReminders(int drafts, int endingLinks) {}

  /** What the address asks for. */
  private record AskedList(String filter, ScriptOrder order, boolean isArchived, String project) {}

  private static String given(Context context, String name) {
    @Nullable String value = context.queryParam(name);
    return value == null ? "" : PlainText.cut(value, MAX_FILTER);
  }

  /** Has all loaded that the first page needs. */
  public void prepare() {
    AskedList asked = new AskedList("", ScriptOrder.RECENT, false, "");
    pages.prepare(
        TEMPLATE, () -> model(new LoneComputer(), Set.of(), asked, 1, new OwnReminders(0, 0)));
  }

  private Model model(
      Requester requester,
      Set<String> pinned,
      AskedList asked,
      int number,
      OwnReminders reminders) {
    List<Project> readable = projects.list(requester, Right.READ);
    // One that nobody may know of is passed over like one that is not there.
    @Nullable Project project =
        readable.stream()
            .filter(one -> Long.toString(one.id()).equals(asked.project))
            .findFirst()
            .orElse(null);
    ScriptSections sections =
        new ScriptSections(pinned, projectNames(readable), project == null ? null : project.name());
    ScriptChoice choice = new ScriptChoice(asked.filter, asked.order, asked.isArchived, sections);
    int offset = (number - 1) * SCRIPTS_A_PAGE;
    ScriptList list = scripts.list(Access.readable(requester), choice, SCRIPTS_A_PAGE, offset);
    return new Model(
        divided(requester, sections, list),
        list,
        choice,
        project,
        readable,
        number,
        reminders.drafts,
        reminders.endingLinks);
  }

  /** The names of these projects, by the ids of their scripts. */
  private Map<String, String> projectNames(List<Project> readable) {
    Map<Long, String> names =
        readable.stream().collect(Collectors.toMap(Project::id, Project::name));
    Map<String, String> ofScripts = new HashMap<>();
    projects
        .ofScripts()
        .forEach(
            (scriptId, project) -> {
              @Nullable String name = names.get(project);
              if (name != null) {
                ofScripts.put(scriptId, name);
              }
            });
    return ofScripts;
  }

  private List<ListSection> divided(Requester requester, ScriptSections sections, ScriptList list) {
    Map<String, Integer> audiences = rights.audienceSizes();
    Map<ScriptSection, List<ScriptItem>> divided = new LinkedHashMap<>();
    for (ScriptList.Item item : list.items()) {
      String scriptId = item.script().scriptId();
      divided
          .computeIfAbsent(sections.of(item.script()), section -> new ArrayList<>())
          .add(
              new ScriptItem(
                  item.script(),
                  item.latest(),
                  Access.may(requester, Right.WRITE, new Thing.GuardedScript(scriptId)),
                  sections.pinned().contains(scriptId),
                  audiences.get(scriptId)));
    }
    boolean isDivided = !sections.pinned().isEmpty() || !sections.projects().isEmpty();
    return divided.entrySet().stream()
        .map(entry -> new ListSection(isDivided ? title(entry.getKey()) : null, entry.getValue()))
        .toList();
  }

  private static String title(ScriptSection section) {
    if (section.isPinned()) {
      return Messages.text("scripts.pinned");
    }
    @Nullable String project = section.project();
    return project == null ? Messages.text("project.no_project") : project;
  }
}
