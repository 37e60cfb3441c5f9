package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.phrase.TypedPhrase;
import prismq.t.script.versioning.search.PhraseHistories;
import prismq.t.script.versioning.search.Search;
import prismq.t.script.versioning.search.SearchQuery;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page with the history of one script, and the changes of a selected version beside it. */
public final class HistoryPage {
  private static final int VERSIONS_A_PAGE = 50;

  private final VersionManager versionManager;
  private final PhraseHistories phraseHistories;
  private final Comparisons comparisons;
  private final Search search;
  private final Pages pages;

  /** Reads and compares versions by these, and finds them by what they say and changed. */
  public HistoryPage(
      VersionManager versionManager,
      PhraseHistories phraseHistories,
      Comparisons comparisons,
      Search search,
      Pages pages) {
    this.versionManager = versionManager;
    this.phraseHistories = phraseHistories;
    this.comparisons = comparisons;
    this.search = search;
    this.pages = pages;
  }

  /** What the filter's fields hold; empty texts ask for all. */
  record FilterForm(
      String branch, String author, String from, String until, String words, TypedPhrase passage) {}

  /**
   * The changes of one version.
   *
   * @param diff null for a first version, whose text is shown instead
   * @param problem why neither can be shown, where what is stored is damaged
   */
  record Panel(
      Version version, @Nullable DiffView diff, @Nullable String text, @Nullable String problem) {}

  /**
   * What the template shows.
   *
   * @param hints sentences on what of the filter's words was taken otherwise than it may be meant
   * @param graph how the versions hang together; null where some are left out, or all lie in a line
   */
  record Model(
      Script script,
      List<Version> versions,
      VersionLabels labels,
      List<Branch> branches,
      List<String> authors,
      FilterForm filter,
      List<String> hints,
      boolean narrow,
      @Nullable HistoryGraph graph,
      @Nullable SizePlot plot,
      @Nullable Panel panel,
      @Nullable String olderUrl,
      @Nullable String newestUrl) {
    public String url() {
      return Urls.history(script.scriptId());
    }

    /** The form for a new version, on the branch whose versions are shown. */
    public String editUrl() {
      return filter.branch.isEmpty()
          ? Urls.edit(script.scriptId(), null)
          : Urls.editBranch(script.scriptId(), filter.branch);
    }

    public String versionUrl(int versionNumber) {
      return Urls.version(script.scriptId(), versionNumber);
    }

    public String annotateUrl(int versionNumber) {
      return Urls.annotate(script.scriptId(), versionNumber);
    }

    public String selectedUrl(int versionNumber) {
      return Urls.selected(script.scriptId(), versionNumber);
    }

    public String rollbackUrl(int versionNumber) {
      return Urls.rollback(script.scriptId(), versionNumber);
    }

    /** Where the changes of a version are shown on a page of their own. */
    public String changesUrl(Version version) {
      Integer parent = version.parentVersion();
      return parent == null
          ? versionUrl(version.versionNumber())
          : Urls.compare(script.scriptId(), parent, version.versionNumber());
    }

    public String sinceUrl(Version version) {
      return Urls.compare(script.scriptId(), version.versionNumber(), branchHead(version));
    }

    public boolean isSelected(Version version) {
      return panel != null && panel.version.versionNumber() == version.versionNumber();
    }

    public boolean hasBranches() {
      return branches.size() > 1;
    }

    /** The branches that start at a version and have none of their own yet. */
    public List<Branch> branchesWaitingAt(Version version) {
      return branches.stream()
          .filter(branch -> !branch.isArchived() && !branch.name().equals(version.branch()))
          .filter(branch -> Objects.equals(branch.headVersion(), version.versionNumber()))
          .toList();
    }

    /** What a version was made of where that is not the one below it, in words. */
    public @Nullable String lineage(Version version) {
      Integer parent = version.parentVersion();
      Integer merged = version.mergeParentVersion();
      if (merged != null) {
        return "made of v" + parent + " and v" + merged;
      }
      return parent == null || parent == version.versionNumber() - 1 ? null : "made of v" + parent;
    }

    /** The branches to choose from: those put away only where one of them was chosen. */
    public List<Branch> filterBranches() {
      return branches.stream()
          .filter(branch -> !branch.isArchived() || branch.name().equals(filter.branch))
          .toList();
    }

    /** Where the history of a passage is asked for. */
    public String passagesUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    /** The history of the passage that the filter names. */
    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId(), filter.passage.text(), false);
    }

    /** The page on which a report is chosen, of the same versions as far as it can be. */
    public String reportUrl() {
      Map<String, @Nullable String> parameters = new LinkedHashMap<>();
      parameters.put("branch", filter.branch);
      parameters.put("author", filter.author);
      parameters.put("from", filter.from);
      parameters.put("until", filter.until);
      return Urls.with(Urls.report(script.scriptId()), parameters);
    }

    /** The search, with this script chosen already. */
    public String searchUrl() {
      return Urls.search("script:" + script.scriptId() + " ");
    }

    public String feedUrl() {
      return Urls.feed(script.scriptId());
    }

    public String labelsUrl() {
      return Urls.labels(script.scriptId());
    }

    public String labelUrl(int versionNumber) {
      return Urls.label(script.scriptId(), versionNumber);
    }

    public String branchesUrl() {
      return Urls.branches(script.scriptId());
    }

    public String pickUrl(int versionNumber) {
      return Urls.pick(script.scriptId(), versionNumber);
    }

    public String branchOffUrl(int versionNumber) {
      return Urls.branchOff(script.scriptId(), versionNumber);
    }

    public boolean isHead(Version version) {
      return version.versionNumber() == branchHead(version);
    }

    /** The head of the branch that a version was saved on. */
    private int branchHead(Version version) {
      return branches.stream()
          .filter(branch -> branch.name().equals(version.branch()))
          .map(Branch::headVersion)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(version.versionNumber());
    }
  }

  /** Answers {@code /scripts/{script_id}}. */
  public void show(Context context) {
    pages.show(context, "script/history", () -> model(context));
  }

  private Model model(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    String scriptId = script.scriptId();
    TypedPhrase passage = TypedPhrase.of(context, "passage", false);
    Search.@Nullable Touching touching = touching(context, scriptId);
    VersionFilter filter = filter(context, touching);
    if (!passage.isEmpty()) {
      filter = filter.only(versionsThatTouch(passage, scriptId));
    }
    int before = Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    List<Version> versions = versionManager.versions(scriptId, filter, before, VERSIONS_A_PAGE + 1);
    boolean hasOlder = versions.size() > VERSIONS_A_PAGE;
    List<Version> shown = hasOlder ? versions.subList(0, VERSIONS_A_PAGE) : versions;
    FilterForm form = form(context, scriptId, passage);
    return new Model(
        script,
        shown,
        new VersionLabels(versionManager.labels(scriptId)),
        versionManager.branches(scriptId),
        versionManager.authors(scriptId),
        form,
        touching == null ? List.of() : touching.hints(),
        filter.isNarrow(),
        graph(scriptId, filter),
        SizePlot.of(versionManager.sizes(scriptId)),
        panel(context, script),
        hasOlder ? url(scriptId, form, shown.get(shown.size() - 1).versionNumber()) : null,
        before == Integer.MAX_VALUE ? null : url(scriptId, form, null));
  }

  private BitSet versionsThatTouch(TypedPhrase passage, String scriptId) {
    if (passage.isTooLong()) {
      throw new BadRequestException(
          "The parameter passage has at most " + TypedPhrase.LONGEST + " characters.");
    }
    return passage.history(phraseHistories, scriptId).changedSet();
  }

  private @Nullable HistoryGraph graph(String scriptId, VersionFilter filter) {
    if (filter.isNarrow()) {
      return null;
    }
    HistoryGraph graph =
        HistoryGraph.of(versionManager.graph(scriptId), versionManager.branches(scriptId));
    return graph.isPlain() ? null : graph;
  }

  private @Nullable Panel panel(Context context, Script script) {
    int selected = Parameters.number(context, "selected", 0, 1, Integer.MAX_VALUE);
    Version version =
        selected == 0 ? newest(script) : versionManager.version(script.scriptId(), selected);
    if (version == null) {
      return null;
    }
    try {
      return panel(script, version);
    } catch (DamagedVersionException e) {
      // The history itself can be read all the same.
      return new Panel(version, null, null, e.getMessage());
    }
  }

  /** The newest version that is there, which the latest may not be; null where there is none. */
  private @Nullable Version newest(Script script) {
    List<Version> versions =
        versionManager.versions(script.scriptId(), VersionFilter.ALL, Integer.MAX_VALUE, 1);
    return versions.isEmpty() ? null : versions.get(0);
  }

  private Panel panel(Script script, Version version) {
    String scriptId = script.scriptId();
    Integer parent = version.parentVersion();
    if (parent == null) {
      ScriptText text = versionManager.content(scriptId, version.versionNumber());
      return new Panel(version, null, text.display(), null);
    }
    Version before = versionManager.version(scriptId, parent);
    return new Panel(version, DiffView.of(comparisons.compare(before, version)), null, null);
  }

  private FilterForm form(Context context, String scriptId, TypedPhrase passage) {
    String branch = Parameters.text(context, "branch");
    return new FilterForm(
        branch == null ? "" : versionManager.branch(scriptId, branch).name(),
        orEmpty(context, "author"),
        orEmpty(context, "from"),
        orEmpty(context, "until"),
        orEmpty(context, "q"),
        passage);
  }

  private static String orEmpty(Context context, String name) {
    String value = Parameters.text(context, name);
    return value == null ? "" : value;
  }

  /** The versions that the filter's words are about; null where it has none. */
  private Search.@Nullable Touching touching(Context context, String scriptId) {
    String words = Parameters.text(context, "q");
    return words == null ? null : search.touching(scriptId, SearchQuery.of(words));
  }

  private static VersionFilter filter(Context context, Search.@Nullable Touching touching) {
    Instant until = day(context, "until");
    return new VersionFilter(
        Parameters.text(context, "branch"),
        Parameters.text(context, "author"),
        day(context, "from"),
        until == null ? null : until.plusSeconds(24 * 60 * 60),
        null,
        touching == null ? null : touching.versions());
  }

  private static @Nullable Instant day(Context context, String name) {
    String value = Parameters.text(context, name);
    try {
      return value == null ? null : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadRequestException(
          "The parameter " + name + " is a day such as 2026-03-31, not “" + value + "”.");
    }
  }

  private static String url(String scriptId, FilterForm form, @Nullable Integer before) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("branch", form.branch);
    parameters.put("author", form.author);
    parameters.put("from", form.from);
    parameters.put("until", form.until);
    parameters.put("q", form.words);
    parameters.put("passage", form.passage.text());
    parameters.put("before", before == null ? null : before.toString());
    return Urls.with(Urls.history(scriptId), parameters);
  }
}
