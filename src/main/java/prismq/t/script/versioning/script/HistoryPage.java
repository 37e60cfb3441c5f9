package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
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

/** The page with the history of one script, and the changes of a selected version beside it. */
public final class HistoryPage {
  private static final int VERSIONS_A_PAGE = 50;

  private final VersionManager versionManager;
  private final PhraseHistories phraseHistories;
  private final Comparisons comparisons;
  private final Search search;
  private final Pages pages;
  private final SharedCache<ScriptState, HistoryOutline> outlines =
      new SharedCache<>(CacheBound.HISTORY_OUTLINES, (state, outline) -> outline.bytes());

  /** A script as it is until something is saved. */
  private record ScriptState(String scriptId, long changeCount) {}

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

  /** What the filter asks for, and where the page starts. */
  private record Request(
      HistoryForm form, VersionFilter filter, List<String> hints, int before, int selected) {}

  /**
   * What was read of a script at one moment.
   *
   * @param versions one more than a page shows where there are more
   * @param graph null where the filter leaves versions out, or all lie in a line
   */
  private record Snapshot(
      Script script,
      HistoryForm form,
      List<Version> versions,
      VersionLabels labels,
      List<Branch> branches,
      List<String> authors,
      @Nullable HistoryGraph graph,
      @Nullable SizePlot plot,
      @Nullable Selection selected) {
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

  /**
   * What was read of the version whose changes are shown.
   *
   * @param changes null for a first version, whose text is shown instead
   * @param problem why neither was read, where what is stored is damaged
   */
  private record Selection(
      Version version,
      Comparisons.@Nullable Prepared changes,
      @Nullable String text,
      @Nullable String problem) {}

  /** Answers {@code /scripts/{script_id}}. */
  public void show(Context context) {
    pages.show(context, "script/history", () -> model(context));
  }

  private HistoryModel model(Context context) {
    String scriptId = context.pathParam("script_id");
    Request request = request(context, scriptId);
    long changeCount = pages.changeCount();
    Snapshot snapshot =
        versionManager.view(scriptId, view -> snapshot(view, request, outline(view, changeCount)));
    boolean hasOlder = snapshot.versions.size() > VERSIONS_A_PAGE;
    List<Version> shown =
        hasOlder ? snapshot.versions.subList(0, VERSIONS_A_PAGE) : snapshot.versions;
    return new HistoryModel(
        snapshot.script,
        rows(snapshot, shown),
        snapshot.labels.versions().size(),
        snapshot.branches,
        snapshot.authors,
        snapshot.form,
        request.hints,
        request.filter.isNarrow(),
        snapshot.plot,
        panel(snapshot),
        hasOlder ? snapshot.form.url(scriptId, shown.get(shown.size() - 1).versionNumber()) : null,
        request.before == Integer.MAX_VALUE ? null : snapshot.form.url(scriptId, null));
  }

  private Request request(Context context, String scriptId) {
    HistoryForm form = HistoryForm.of(context);
    Search.@Nullable Touching touching = null;
    if (!form.words().isEmpty()) {
      touching = search.touching(scriptId, SearchQuery.of(form.words()));
    }
    VersionFilter filter = form.filter(touching == null ? null : touching.versions());
    if (!form.passage().isEmpty()) {
      filter = filter.only(versionsThatTouch(form.passage(), scriptId));
    }
    return new Request(
        form,
        filter,
        touching == null ? List.of() : touching.hints(),
        Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
        Parameters.number(context, "selected", 0, 1, Integer.MAX_VALUE));
  }

  private BitSet versionsThatTouch(TypedPhrase passage, String scriptId) {
    if (passage.isTooLong()) {
      throw new BadRequestException(
          "The parameter passage has at most " + TypedPhrase.MAX_LENGTH + " characters.");
    }
    return passage.history(phraseHistories, scriptId).changedSet();
  }

  private Snapshot snapshot(ScriptView view, Request request, HistoryOutline outline) {
    List<Branch> branches = view.branches();
    HistoryForm form = request.form;
    return new Snapshot(
        view.script(),
        form.branch().isEmpty() ? form : form.on(view.branch(form.branch()).name()),
        view.versions(request.filter, request.before, VERSIONS_A_PAGE + 1),
        new VersionLabels(view.labels()),
        branches,
        outline.authors(),
        request.filter.isNarrow() ? null : outline.graph(),
        outline.plot(),
        selected(view, request.selected));
  }

  private HistoryOutline outline(ScriptView view, long changeCount) {
    // Where nothing was saved since then, the view shows what there was then.
    return changeCount == pages.changeCount()
        ? outlines.get(
            new ScriptState(view.scriptId(), changeCount), () -> HistoryOutline.read(view))
        : HistoryOutline.read(view);
  }

  private @Nullable Selection selected(ScriptView view, int number) {
    Version version = number == 0 ? newest(view) : view.version(number);
    if (version == null) {
      return null;
    }
    Integer parent = version.parentVersion();
    try {
      return parent == null
          ? new Selection(version, null, view.content(version.versionNumber()).display(), null)
          : new Selection(
              version, comparisons.read(view, view.version(parent), version), null, null);
    } catch (DamagedVersionException e) {
      // The history itself can be read all the same.
      return new Selection(version, null, null, e.getMessage());
    }
  }

  /** The newest version that is there, which the latest may not be; null where there is none. */
  private static @Nullable Version newest(ScriptView view) {
    List<Version> versions = view.versions(VersionFilter.ALL, Integer.MAX_VALUE, 1);
    return versions.isEmpty() ? null : versions.get(0);
  }

  private static @Nullable HistoryPanel panel(Snapshot snapshot) {
    Selection selected = snapshot.selected;
    if (selected == null) {
      return null;
    }
    Version version = selected.version;
    return new HistoryPanel(
        version,
        snapshot.labels.of(version.versionNumber()),
        snapshot.branchHead(version),
        snapshot.branches.size() > 1,
        selected.changes == null ? null : DiffView.of(selected.changes.result()),
        selected.text,
        selected.problem);
  }

  private List<HistoryRow> rows(Snapshot snapshot, List<Version> shown) {
    List<HistoryRow> rows = new ArrayList<>();
    for (Version version : shown) {
      int number = version.versionNumber();
      int row = rows.size();
      rows.add(
          new HistoryRow(
              version,
              pages.times().relative(version.createdAt()),
              snapshot.labels.of(number),
              snapshot.selected != null && snapshot.selected.version.versionNumber() == number,
              row == 1 || shown.size() == 1,
              row == 0,
              snapshot.graph == null ? null : snapshot.graph.row(number),
              snapshot.branches.size() > 1,
              waitingAt(version, snapshot.branches)));
    }
    return rows;
  }

  /** The branches that start at a version and have none of their own yet. */
  private static List<Branch> waitingAt(Version version, List<Branch> branches) {
    return branches.stream()
        .filter(branch -> !branch.isArchived() && !branch.name().equals(version.branch()))
        .filter(branch -> Objects.equals(branch.headVersion(), version.versionNumber()))
        .toList();
  }
}
