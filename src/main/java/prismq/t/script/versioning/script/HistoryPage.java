package prismq.t.script.versioning.script;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.cache.CacheBound;
import prismq.t.script.versioning.cache.SharedCache;
import prismq.t.script.versioning.comment.Threads;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.WordChanges;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.phrase.TypedPhrase;
import prismq.t.script.versioning.readmark.AccountReader;
import prismq.t.script.versioning.review.Reviews;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.Search;
import prismq.t.script.versioning.search.SearchQuery;
import prismq.t.script.versioning.unread.Unread;
import prismq.t.script.versioning.unread.UnreadChanges;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;

/** The page with the history of one script, and the changes of a selected version beside it. */
public final class HistoryPage {
  private static final int VERSIONS_A_PAGE = 50;

  private final VersionManager versionManager;
  private final Passages passages;
  private final Search search;
  private final ScriptRights rights;
  private final Threads threads;
  private final Reviews reviews;
  private final UnreadChanges unreadChanges;
  private final Pages pages;
  private final HistoryPanels panels;
  private final WordChanges wordChanges;
  private final SharedCache<ScriptState, HistoryOutline> outlines =
      SharedCache.ofRecentlyUsed(CacheBound.HISTORY_OUTLINES, HistoryOutline::bytes);

  /** A script as it is until something is saved. */
  private record ScriptState(String scriptId, long changeCount) {}

  /**
   * Reads, compares and searches versions with these.
   *
   * @param rights tell who may read them
   * @param threads are counted
   * @param unreadChanges tell what is new to somebody
   */
  public HistoryPage(
      VersionManager versionManager,
      Passages passages,
      Comparisons comparisons,
      Search search,
      ScriptRights rights,
      Threads threads,
      Reviews reviews,
      UnreadChanges unreadChanges,
      Pages pages) {
    this.versionManager = versionManager;
    this.passages = passages;
    this.search = search;
    this.rights = rights;
    this.threads = threads;
    this.reviews = reviews;
    this.unreadChanges = unreadChanges;
    this.pages = pages;
    this.wordChanges = new WordChanges(comparisons);
    this.panels = new HistoryPanels(comparisons, pages.fragments());
  }

  /**
   * What is asked for: which versions, where the page starts, which one is shown beside, what it is
   * compared with, and which one was just saved.
   */
  private record Request(
      HistoryForm form, int before, int selected, int mark, int saved, boolean mayWrite) {
    static Request of(Context context) {
      HistoryForm form = HistoryForm.of(context);
      if (form.passage().isTooLong()) {
        throw new BadRequestException(
            Messages.text("history.long_passage", TypedPhrase.MAX_LENGTH));
      }
      return new Request(
          form,
          Parameters.number(context, "before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
          Parameters.number(context, "selected", 0, 1, Integer.MAX_VALUE),
          Parameters.number(context, "compare_from", 0, 1, Integer.MAX_VALUE),
          Parameters.number(context, "saved", 0, 1, Integer.MAX_VALUE),
          Access.may(Requester.of(context), Right.WRITE, Thing.of(context)));
    }
  }

  /**
   * The versions that are asked for.
   *
   * @param hints sentences on what was taken otherwise than it may have been meant
   */
  private record HistoryFilter(VersionFilter versions, List<String> hints) {}

  /**
   * What was read of a script at one moment.
   *
   * @param versions one more than a page shows where there are more
   * @param panel null if there is no version to show
   * @param saved null if none was saved just now
   */
  private record Snapshot(
      Script script,
      HistoryForm form,
      HistoryFilter filter,
      List<Version> versions,
      WordlessChanges wordless,
      HistoryPick pick,
      HistoryOutline outline,
      Map<Integer, Integer> openThreads,
      HistoryPanels.@Nullable PreparedPanel panel,
      @Nullable SavedNotice saved,
      boolean mayWrite) {}

  /** Answers {@code /scripts/{script_id}}. */
  public void show(Context context) {
    @Nullable Unread unread = unread(context);
    pages.show(
        context,
        "script/history",
        unread == null ? "" : unread.toString(),
        () -> model(context, unread));
  }

  private @Nullable Unread unread(Context context) {
    OptionalLong account = AccountReader.account(Requester.of(context));
    return account.isEmpty()
        ? null
        : unreadChanges.of(account.getAsLong(), context.pathParam("script_id"));
  }

  private HistoryModel model(Context context, @Nullable Unread unread) {
    String scriptId = context.pathParam("script_id");
    Request request = Request.of(context);
    long changeCount = pages.changeCount();
    Function<ScriptView, Snapshot> reading =
        view -> snapshot(view, request, outline(view, changeCount));
    Snapshot snapshot =
        request.form.words().isEmpty() && request.form.passage().isEmpty()
            ? versionManager.view(scriptId, reading::apply)
            : passages.view(scriptId, reading);
    boolean hasOlder = snapshot.versions.size() > VERSIONS_A_PAGE;
    List<Version> shown =
        hasOlder ? snapshot.versions.subList(0, VERSIONS_A_PAGE) : snapshot.versions;
    HistoryOutline outline = snapshot.outline;
    return new HistoryModel(
        snapshot.script,
        outline.changedAt(),
        outline.waiting(),
        rights.audienceSizes().get(scriptId),
        HistoryRun.of(
            rows(snapshot, shown, snapshot.filter.versions.isNarrow() ? null : outline.graph())),
        outline.labels().versions().size(),
        outline.branches(),
        outline.authors(),
        snapshot.form,
        snapshot.filter.hints,
        snapshot.filter.versions.isNarrow(),
        snapshot.pick,
        outline.strip() == null
            ? null
            : outline
                .strip()
                .html(snapshot.pick, snapshot.form.selectedUrl(scriptId, request.mark)),
        snapshot.panel == null ? null : panels.html(snapshot.panel),
        snapshot.saved,
        unread,
        hasOlder
            ? snapshot.form.url(
                scriptId,
                shown.get(shown.size() - 1).versionNumber(),
                request.mark,
                request.selected)
            : null,
        request.before == Integer.MAX_VALUE
            ? null
            : snapshot.form.url(scriptId, null, request.mark, request.selected));
  }

  /** Which versions are shown: those of the same state of the script as all else on the page. */
  private HistoryFilter filter(ScriptView view, HistoryForm form) {
    Search.@Nullable Touching touching =
        form.words().isEmpty() ? null : search.touching(view, SearchQuery.of(form.words()));
    VersionFilter versions = form.filter(touching == null ? null : touching.versions());
    return new HistoryFilter(
        form.passage().isEmpty()
            ? versions
            : versions.only(form.passage().history(passages.history(view)).changedSet()),
        touching == null ? List.of() : touching.hints());
  }

  private Snapshot snapshot(ScriptView view, Request request, HistoryOutline outline) {
    HistoryForm form = request.form;
    HistoryFilter filter = filter(view, form);
    List<Version> versions = view.versions(filter.versions, request.before, VERSIONS_A_PAGE + 1);
    boolean startsWithNewest = !filter.versions.isNarrow() && request.before == Integer.MAX_VALUE;
    @Nullable Version selected =
        request.selected == 0
            ? newest(
                startsWithNewest
                    ? versions
                    : view.versions(VersionFilter.ALL, Integer.MAX_VALUE, 1))
            : view.version(request.selected);
    int selectedNumber = selected == null ? 0 : selected.versionNumber();
    // Where only a version to compare from is given, that one is shown.
    @Nullable Version mark = request.mark == 0 ? null : view.version(request.mark);
    HistoryPick pick =
        new HistoryPick(
            request.mark,
            request.selected == 0 && request.mark > 0 ? request.mark : selectedNumber);
    boolean isMarkShown = mark != null && pick.isShown(mark.versionNumber());
    @Nullable Version shown = isMarkShown ? mark : selected;
    @Nullable Version from = !pick.isPair() ? null : isMarkShown ? selected : mark;
    return new Snapshot(
        view.script(),
        named(view, form),
        filter,
        versions,
        WordlessChanges.read(view, versions),
        pick,
        outline,
        threads.openByVersion(view.scriptId()),
        shown == null
            ? null
            : panels.read(view, panel(view, shown, from, outline, request.mayWrite)),
        request.saved == 0 ? null : SavedNotice.of(view, request.saved),
        request.mayWrite);
  }

  /** The form with the names that branch and author have now. */
  private static HistoryForm named(ScriptView view, HistoryForm form) {
    HistoryForm by = form.author().isEmpty() ? form : form.by(view.shownAuthor(form.author()));
    return by.branch().isEmpty() ? by : by.on(view.branch(by.branch()).name());
  }

  private HistoryOutline outline(ScriptView view, long changeCount) {
    // Where nothing was saved since then, the view shows what there was then.
    return changeCount == pages.changeCount()
        ? outlines.get(
            new ScriptState(view.scriptId(), changeCount), () -> HistoryOutline.read(view, reviews))
        : HistoryOutline.read(view, reviews);
  }

  /** The newest version that is there, which the latest may not be; null if there is none. */
  private static @Nullable Version newest(List<Version> newestFirst) {
    return newestFirst.isEmpty() ? null : newestFirst.get(0);
  }

  private static HistoryPanel panel(
      ScriptView view,
      Version version,
      @Nullable Version from,
      HistoryOutline outline,
      boolean mayWrite) {
    int head =
        outline.branches().stream()
            .filter(branch -> branch.name().equals(version.branch()))
            .map(Branch::headVersion)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(version.versionNumber());
    return new HistoryPanel(
        version,
        from,
        outline.labels().of(version.versionNumber()),
        outline.reviews().get(version.versionNumber()),
        head,
        outline.branches().size() > 1,
        mayWrite,
        from == null ? MergedWith.of(view, version) : null,
        null);
  }

  private List<HistoryRow> rows(
      Snapshot snapshot, List<Version> shown, @Nullable HistoryGraph graph) {
    HistoryOutline outline = snapshot.outline;
    List<HistoryRow> rows = new ArrayList<>();
    for (Version version : shown) {
      int number = version.versionNumber();
      rows.add(
          new HistoryRow(
              version,
              pages.times().relative(version.createdAt()),
              snapshot.wordless.of(version, wordChanges),
              outline.labels().of(number),
              outline.reviews().get(number),
              snapshot.pick.selected() == number,
              snapshot.pick.mark(),
              snapshot.pick.place(number),
              graph == null ? null : graph.row(number),
              outline.branches().size() > 1,
              waitingAt(version, outline.branches()),
              snapshot.openThreads.getOrDefault(number, 0),
              snapshot.mayWrite && !isHead(version, outline.branches())));
    }
    return rows;
  }

  private static boolean isHead(Version version, List<Branch> branches) {
    return branches.stream()
        .filter(branch -> branch.branchNumber() == version.branchNumber())
        .anyMatch(branch -> Objects.equals(branch.headVersion(), version.versionNumber()));
  }

  /** The branches that start at a version and have none of their own yet. */
  private static List<Branch> waitingAt(Version version, List<Branch> branches) {
    return branches.stream()
        .filter(branch -> !branch.isArchived() && !branch.name().equals(version.branch()))
        .filter(branch -> Objects.equals(branch.headVersion(), version.versionNumber()))
        .toList();
  }
}
