package prismq.t.script.versioning.compare;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionFilter;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.readmark.AccountReader;
import prismq.t.script.versioning.readmark.ReadMarks;
import prismq.t.script.versioning.readmark.ShownReadMark;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that compares two versions of a script. */
public final class ComparePage {
  /** Number of versions offered by name; any other can be typed. */
  private static final int VERSIONS_OFFERED = 100;

  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final ToIntFunction<String> openThreads;
  private final ToIntFunction<String> openSuggestions;
  private final ReadMarks readMarks;
  private final LengthLine lengths;
  private final Pages pages;

  /**
   * Finds versions by the version manager, and compares them.
   *
   * @param openThreads counts the threads of a script that are not resolved
   * @param openSuggestions counts its suggestions that nobody decided on
   * @param readMarks tell who has read a version
   * @param lengths says by how much the versions differ in length
   */
  public ComparePage(
      VersionManager versionManager,
      Comparisons comparisons,
      ToIntFunction<String> openThreads,
      ToIntFunction<String> openSuggestions,
      ReadMarks readMarks,
      LengthLine lengths,
      Pages pages) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.openThreads = openThreads;
    this.openSuggestions = openSuggestions;
    this.readMarks = readMarks;
    this.lengths = lengths;
    this.pages = pages;
  }

  /**
   * What the template shows.
   *
   * @param before the parent of the older version; null where it has none
   * @param after the version that followed the newer one; null where none did
   * @param offered versions to pick one from
   * @param openThreads number of threads of the script that are not resolved
   * @param openSuggestions number of suggestions for it that nobody decided on
   * @param mark whether whoever sees it has read the newer version; null where nobody has an
   *     account
   * @param lengths by how much both differ in length and in scores; null where they do not
   */
  record Model(
      Script script,
      Version from,
      Version to,
      VersionLabels labels,
      ViewOptions options,
      DiffView diff,
      @Nullable Integer before,
      @Nullable Integer after,
      int head,
      List<Version> offered,
      int openThreads,
      int openSuggestions,
      @Nullable ShownReadMark mark,
      @Nullable String lengths) {
    /** A version that can be picked, and what is said of it. */
    record Offer(int number, String text) {}

    public List<Offer> offers() {
      return offered.stream().map(this::offer).toList();
    }

    private Offer offer(Version version) {
      List<String> names = labels.of(version.versionNumber());
      String summary = version.summary();
      return new Offer(
          version.versionNumber(),
          names.isEmpty() ? summary : String.join(", ", names) + ": " + summary);
    }

    public String url() {
      return Urls.compare(script.scriptId(), from.versionNumber(), to.versionNumber());
    }

    private String url(int fromNumber, int toNumber) {
      ViewOptions same = options.with(options.view());
      return same.addTo(Urls.compare(script.scriptId(), fromNumber, toNumber));
    }

    public List<View> views() {
      return View.of(diff.format());
    }

    /** The same as prose, where there is no room for two sides. */
    public String proseUrl() {
      return viewUrl(View.PROSE);
    }

    public String viewUrl(View view) {
      return options.with(view).addTo(url());
    }

    public @Nullable String earlierUrl() {
      return before == null
          ? null
          : inOrder(before, Math.min(from.versionNumber(), to.versionNumber()));
    }

    public @Nullable String laterUrl() {
      return after == null
          ? null
          : inOrder(Math.max(from.versionNumber(), to.versionNumber()), after);
    }

    /** Another pair, read forward or back as this one is. */
    private String inOrder(int older, int newer) {
      return isBackwards() ? url(newer, older) : url(older, newer);
    }

    public String swapUrl() {
      return url(to.versionNumber(), from.versionNumber());
    }

    /** What the right version changed; null where this page shows that. */
    public @Nullable String sinceParentUrl() {
      Integer parent = to.parentVersion();
      return parent == null || parent == from.versionNumber()
          ? null
          : url(parent, to.versionNumber());
    }

    /** What changed since the left version until now; null where this page shows that. */
    public @Nullable String untilHeadUrl() {
      return head == to.versionNumber() || head == from.versionNumber()
          ? null
          : url(from.versionNumber(), head);
    }

    public String twinUrl(String extension) {
      return options.addIgnoredTo(url() + "." + extension);
    }

    /** The page on which a share link to this comparison is made. */
    public String shareUrl() {
      return options
          .with(options.view())
          .addTo(
              Urls.share(script.scriptId())
                  + "?from="
                  + from.versionNumber()
                  + "&to="
                  + to.versionNumber());
    }

    public boolean isBackwards() {
      return from.versionNumber() > to.versionNumber();
    }

    public boolean isSameVersion() {
      return from.versionNumber() == to.versionNumber();
    }

    public boolean crossesBranches() {
      return !from.branch().equals(to.branch());
    }

    /** The page that copies the right version's change to a branch; null where it is the first. */
    public @Nullable String pickUrl() {
      return to.parentVersion() == null ? null : Urls.pick(script.scriptId(), to.versionNumber());
    }

    /** Numbers of unchanged paragraphs to choose from, the one of this page among them. */
    public SortedSet<Integer> contexts() {
      SortedSet<Integer> contexts = new TreeSet<>(List.of(0, 1, 2, 5, 10));
      contexts.add(options.context());
      contexts.remove(ViewOptions.WHOLE_TEXT);
      return contexts;
    }

    /** What is counted around a change. */
    public String unit() {
      return options.view() == View.PROSE ? "paragraph" : "line";
    }

    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    /** The suggestions for the left version, which a comparison is taken apart into. */
    public String suggestionsUrl() {
      return Urls.suggestions(script.scriptId(), from.versionNumber());
    }

    public String rightSuggestionsUrl() {
      return Urls.suggestions(script.scriptId(), to.versionNumber());
    }

    public String commentsUrl() {
      return Urls.comments(script.scriptId(), to.versionNumber());
    }

    /** Where the notes of the margin come from. */
    public String threadsUrl() {
      return Urls.with(
          Urls.threads(script.scriptId(), to.versionNumber()),
          Map.of("from", Integer.toString(from.versionNumber())));
    }

    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    public String chooseUrl() {
      return Urls.history(script.scriptId()) + "/compare";
    }

    public String versionUrl(Version version) {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    public String annotateUrl(Version version) {
      return Urls.annotate(script.scriptId(), version.versionNumber());
    }

    /** The statistics of the right version, compared with the left one. */
    public String statisticsUrl() {
      return Urls.statistics(script.scriptId(), to.versionNumber(), from.versionNumber());
    }

    /** The form to ask for a review of this comparison. */
    public String askForReviewUrl() {
      return Urls.askForReview(script.scriptId(), from.versionNumber(), to.versionNumber());
    }

    public String branchOffUrl() {
      return Urls.branchOff(script.scriptId(), to.versionNumber());
    }

    public String rollbackUrl() {
      return Urls.rollback(script.scriptId(), from.versionNumber());
    }
  }

  /** Answers {@code /scripts/{script_id}/compare/{range}}. */
  public void show(Context context) {
    @Nullable ShownReadMark mark = mark(context);
    pages.show(
        context, "compare/compare", mark == null ? "" : mark.key(), () -> model(context, mark));
  }

  private @Nullable ShownReadMark mark(Context context) {
    Requester requester = Requester.of(context);
    if (AccountReader.account(requester).isEmpty()) {
      return null;
    }
    String scriptId = context.pathParam("script_id");
    VersionPair range = VersionPair.of(versionManager.script(scriptId), context.pathParam("range"));
    return ShownReadMark.of(
        readMarks, requester, scriptId, Math.max(range.from(), range.to()), context.path());
  }

  /** Leads from two picked versions to the address of their comparison. */
  public void choose(Context context) {
    String scriptId = context.pathParam("script_id");
    Script script = versionManager.script(scriptId);
    int from = Parameters.number(context, "from", script.latestVersion(), 1, Integer.MAX_VALUE);
    int to = Parameters.number(context, "to", script.latestVersion(), 1, Integer.MAX_VALUE);
    context.redirect(ViewOptions.of(context).addTo(Urls.compare(scriptId, from, to)));
  }

  private Model model(Context context, @Nullable ShownReadMark mark) {
    return versionManager
        .view(context.pathParam("script_id"), view -> read(view, context, mark))
        .get();
  }

  /** Reads all that the model needs; the model is built after the view. */
  private Supplier<Model> read(ScriptView view, Context context, @Nullable ShownReadMark mark) {
    Script script = view.script();
    String scriptId = script.scriptId();
    VersionPair range = VersionPair.of(script, context.pathParam("range"));
    ViewOptions options = ViewOptions.of(context);
    Version from = view.version(range.from());
    Version to = view.version(range.to());
    Integer head = view.branch(to.branch()).headVersion();
    boolean mayWrite = Access.may(Requester.of(context), Right.WRITE, Thing.of(context));
    VersionLabels labels = new VersionLabels(view.labels());
    Integer after = view.firstChild(Math.max(range.from(), range.to())).orElse(null);
    List<Version> offered = view.versions(VersionFilter.ALL, Integer.MAX_VALUE, VERSIONS_OFFERED);
    Comparisons.PreparedComparison comparison = comparisons.read(view, from, to);
    return () ->
        new Model(
            script,
            from,
            to,
            labels,
            options,
            DiffView.of(comparison.result(), options, links(scriptId, range, mayWrite))
                .at(script.wordsPerMinute()),
            (range.from() <= range.to() ? from : to).parentVersion(),
            after,
            head == null ? range.to() : head,
            offered,
            openThreads.applyAsInt(scriptId),
            openSuggestions.applyAsInt(scriptId),
            mark,
            lengths.of(script, from, to));
  }

  private static DiffLinks links(String scriptId, VersionPair range, boolean mayWrite) {
    return DiffLinks.ofScript(
        Urls.compare(scriptId, range.from(), range.to()),
        mayWrite ? Urls.restore(scriptId, range.from(), range.to(), "") : null,
        mayWrite ? Urls.restoreScene(scriptId, range.from(), range.to()) : null,
        scriptId);
  }
}
