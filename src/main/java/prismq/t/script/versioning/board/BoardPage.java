package prismq.t.script.versioning.board;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.compare.Comparison;
import prismq.t.script.versioning.compare.Comparisons;
import prismq.t.script.versioning.compare.DiffView;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page that shows two to four alternates beside each other, against what they share. */
public final class BoardPage {
  private static final int LEAST_ALTERNATES = 2;
  private static final int MOST_ALTERNATES = 4;
  private static final int MOST_PAGES = 100_000;

  /** So much text a page has, about; what a browser paints at once. */
  private static final int CHARACTERS_A_PAGE = 150_000;

  private final VersionManager versionManager;
  private final Comparisons comparisons;
  private final Pages pages;

  /** Finds versions by the one and compares them by the other. */
  public BoardPage(VersionManager versionManager, Comparisons comparisons, Pages pages) {
    this.versionManager = versionManager;
    this.comparisons = comparisons;
    this.pages = pages;
  }

  /** An alternate with what it changed in the text that all share. */
  record Alternate(Branch branch, Version head, Diff.Statistics statistics) {}

  /**
   * What the template shows.
   *
   * @param problem why there is no board; null where there is one
   * @param base what all alternates were made of; null where they share nothing
   * @param laterUrl where the board goes on; null where this is its end
   */
  record Model(
      Script script,
      List<Branch> branches,
      List<String> chosen,
      @Nullable String problem,
      @Nullable Version base,
      List<Alternate> alternates,
      List<Board.Row> rows,
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

    public @Nullable String changesUrl(Alternate alternate) {
      return base == null
          ? null
          : Urls.compare(script.scriptId(), base.versionNumber(), alternate.head.versionNumber());
    }

    /** Whether no alternate differs from what they share. */
    public boolean isAllTheSame() {
      return rows.stream().allMatch(Board.Row::isShared);
    }
  }

  /** Answers {@code /scripts/{script_id}/board?branch=&branch=}. */
  public void show(Context context) {
    pages.show(context, "board/board", () -> model(context));
  }

  private Model model(Context context) {
    Script script = versionManager.script(context.pathParam("script_id"));
    String scriptId = script.scriptId();
    List<Branch> chosen =
        context.queryParams("branch").stream()
            .filter(name -> !name.isBlank())
            .map(name -> versionManager.branch(scriptId, name))
            .distinct()
            .toList();
    List<Branch> withVersions =
        chosen.stream().filter(branch -> branch.headVersion() != null).toList();
    if (withVersions.size() < LEAST_ALTERNATES || withVersions.size() > MOST_ALTERNATES) {
      String problem =
          withVersions.size() > MOST_ALTERNATES
              ? "More than four texts beside each other cannot be read; choose two to four."
              : "Choose two to four branches to see them beside each other.";
      return new Model(
          script,
          versionManager.branches(scriptId),
          names(chosen),
          problem,
          null,
          List.of(),
          List.of(),
          false,
          null,
          null);
    }
    return board(context, script, withVersions);
  }

  private Model board(Context context, Script script, List<Branch> chosen) {
    String scriptId = script.scriptId();
    List<Version> heads =
        chosen.stream().map(branch -> versionManager.version(scriptId, head(branch))).toList();
    @Nullable Version base = base(scriptId, heads);
    ScriptText shared = base == null ? ScriptText.of("") : text(base);
    List<Alternate> alternates = new ArrayList<>();
    List<Diff> diffs = new ArrayList<>();
    boolean isFountain = false;
    for (int i = 0; i < chosen.size(); i++) {
      Comparison comparison = comparisons.compare(shared, text(heads.get(i)));
      isFountain |= DiffView.of(comparison).isFountain();
      diffs.add(comparison.diff());
      alternates.add(new Alternate(chosen.get(i), heads.get(i), comparison.diff().statistics()));
    }
    List<List<Board.Row>> parts = parts(Board.rows(shared, diffs));
    int part = Math.min(Parameters.number(context, "piece", 1, 1, MOST_PAGES), parts.size());
    return new Model(
        script,
        versionManager.branches(scriptId),
        names(chosen),
        null,
        base,
        alternates,
        parts.get(part - 1),
        isFountain,
        part == 1 ? null : url(script, chosen, part - 1),
        part == parts.size() ? null : url(script, chosen, part + 1));
  }

  private static List<String> names(List<Branch> branches) {
    return branches.stream().map(Branch::name).toList();
  }

  private static int head(Branch branch) {
    Integer head = branch.headVersion();
    return head == null ? 0 : head;
  }

  private @Nullable Version base(String scriptId, List<Version> heads) {
    int[] others = heads.stream().skip(1).mapToInt(Version::versionNumber).toArray();
    List<Integer> nearest =
        versionManager.graph(scriptId).nearestCommonAncestors(heads.get(0).versionNumber(), others);
    return nearest.isEmpty() ? null : versionManager.version(scriptId, nearest.get(0));
  }

  private ScriptText text(Version version) {
    return versionManager.content(version.scriptId(), version.versionNumber());
  }

  private static List<List<Board.Row>> parts(List<Board.Row> rows) {
    List<List<Board.Row>> parts = new ArrayList<>();
    List<Board.Row> part = new ArrayList<>();
    int size = 0;
    for (Board.Row row : rows) {
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
