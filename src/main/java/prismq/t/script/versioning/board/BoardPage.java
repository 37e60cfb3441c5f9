package prismq.t.script.versioning.board;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that shows two to four alternates beside each other, against what they share. */
public final class BoardPage {
  private static final int MIN_ALTERNATES = 2;
  private static final int MAX_ALTERNATES = 4;
  private static final int MAX_PAGES = 100_000;

  /** About how much text a page has: what a browser renders at once. */
  private static final int CHARACTERS_A_PAGE = 150_000;

  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final Pages pages;

  /** Reads versions and compares them. */
  public BoardPage(VersionManager versionManager, Comparisons comparisons, Pages pages) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  private record ChosenHead(Branch branch, Version head, ScriptText text) {}

  /** An alternate with what it changed in the text that all share. */
  record ComparedAlternate(Branch branch, Version head, Diff.Statistics statistics) {}

  /**
   * What the template shows.
   *
   * @param problem why there is no board; null if there is one
   * @param base the common version of all alternates; null if they have none
   * @param laterUrl the next page of the board; null on the last one
   */
  record Model(
      Script script,
      List<Branch> branches,
      List<String> chosen,
      @Nullable String problem,
      @Nullable Version base,
      List<ComparedAlternate> alternates,
      List<Board.BoardRow> rows,
      boolean isFountain,
      @Nullable String earlierUrl,
      @Nullable String laterUrl) {
    public String historyUrl() {
      return Urls.history(script.scriptId());
    }

    public String phraseHistoryUrl() {
      return Urls.phraseHistory(script.scriptId());
    }

    public String branchesUrl() {
      return Urls.branches(script.scriptId());
    }

    public String url() {
      return Urls.board(script.scriptId());
    }

    public String versionUrl(Version version) {
      return Urls.version(script.scriptId(), version.versionNumber());
    }

    public @Nullable String changesUrl(ComparedAlternate alternate) {
      return base == null
          ? null
          : Urls.compare(script.scriptId(), base.versionNumber(), alternate.head.versionNumber());
    }

    /** Whether no alternate differs from what they share. */
    public boolean isAllTheSame() {
      return rows.stream().allMatch(Board.BoardRow::isShared);
    }
  }

  /** Answers {@code /scripts/{script_id}/board?branch=&branch=}. */
  public void show(Context context) {
    pages.show(context, "board/board", () -> model(context));
  }

  private Model model(Context context) {
    return versionManager.view(context.pathParam("script_id"), view -> read(view, context)).get();
  }

  /** Reads all that the model needs; the model is built after the view. */
  private Supplier<Model> read(ScriptView view, Context context) {
    List<Branch> chosen =
        context.queryParams("branch").stream()
            .filter(name -> !name.isBlank())
            .map(view::branch)
            .distinct()
            .toList();
    List<Branch> withVersions =
        chosen.stream().filter(branch -> branch.headVersion() != null).toList();
    if (withVersions.size() < MIN_ALTERNATES || withVersions.size() > MAX_ALTERNATES) {
      String problem =
          withVersions.size() > MAX_ALTERNATES
              ? Messages.text("board.too_many")
              : Messages.text("board.too_few");
      Model unasked =
          new Model(
              view.script(),
              view.branches(),
              names(chosen),
              problem,
              null,
              List.of(),
              List.of(),
              false,
              null,
              null);
      return () -> unasked;
    }
    Script script = view.script();
    List<Branch> branches = view.branches();
    List<ChosenHead> alternates =
        withVersions.stream()
            .map(
                branch ->
                    new ChosenHead(branch, view.version(head(branch)), view.content(head(branch))))
            .toList();
    @Nullable Version base = base(view, alternates);
    ScriptText shared = base == null ? ScriptText.of("") : view.content(base.versionNumber());
    return () -> board(context, script, branches, alternates, base, shared);
  }

  private Model board(
      Context context,
      Script script,
      List<Branch> branches,
      List<ChosenHead> chosen,
      @Nullable Version base,
      ScriptText shared) {
    List<ComparedAlternate> alternates = new ArrayList<>();
    List<Diff> diffs = new ArrayList<>();
    boolean isFountain = false;
    for (ChosenHead one : chosen) {
      Comparison comparison = comparisons.compare(script, shared, one.text);
      isFountain |= DiffView.of(comparison).isFountain();
      diffs.add(comparison.diff());
      alternates.add(new ComparedAlternate(one.branch, one.head, comparison.diff().statistics()));
    }
    List<Branch> shown = chosen.stream().map(ChosenHead::branch).toList();
    List<List<Board.BoardRow>> parts = parts(Board.rows(shared, diffs));
    int part = Math.min(Parameters.number(context, "piece", 1, 1, MAX_PAGES), parts.size());
    return new Model(
        script,
        branches,
        names(shown),
        null,
        base,
        alternates,
        parts.get(part - 1),
        isFountain,
        part == 1 ? null : url(script, shown, part - 1),
        part == parts.size() ? null : url(script, shown, part + 1));
  }

  private static List<String> names(List<Branch> branches) {
    return branches.stream().map(Branch::name).toList();
  }

  private static int head(Branch branch) {
    Integer head = branch.headVersion();
    return head == null ? 0 : head;
  }

  private static @Nullable Version base(ScriptView view, List<ChosenHead> chosen) {
    int[] others = chosen.stream().skip(1).mapToInt(one -> one.head.versionNumber()).toArray();
    List<Integer> nearest =
        view.graph().nearestCommonAncestors(chosen.get(0).head.versionNumber(), others);
    return nearest.isEmpty() ? null : view.version(nearest.get(0));
  }

  private static List<List<Board.BoardRow>> parts(List<Board.BoardRow> rows) {
    List<List<Board.BoardRow>> parts = new ArrayList<>();
    List<Board.BoardRow> part = new ArrayList<>();
    int size = 0;
    for (Board.BoardRow row : rows) {
      if (size > CHARACTERS_A_PAGE) {
        parts.add(part);
        part = new ArrayList<>();
        size = 0;
      }
      part.add(row);
      size += row.size();
    }
    parts.add(part);
    return parts;
  }

  private static String url(Script script, List<Branch> chosen, int part) {
    Map<String, @Nullable String> piece = new LinkedHashMap<>();
    piece.put("piece", part == 1 ? null : Integer.toString(part));
    return Urls.with(Urls.board(script.scriptId(), names(chosen)), piece);
  }
}
