package prismq.t.script.versioning.search;

import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.search.Found.Result;
import prismq.t.script.versioning.search.Found.ScriptResults;
import prismq.t.script.versioning.web.Pages;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The page to search all histories. */
public final class SearchPage {
  private static final int SCRIPTS_A_PAGE = 10;
  private static final int BEST_OF_EACH = 5;
  private static final int OF_ONE_ALONE = 20;
  private static final int MAX_PAGES = 10_000;
  private static final int MAX_COMMENTS = 20;

  private final Search search;
  private final CommentFinder comments;
  private final Pages pages;

  /** Shows what is found in texts by the one, and in comments by the other. */
  public SearchPage(Search search, CommentFinder comments, Pages pages) {
    this.search = search;
    this.comments = comments;
    this.pages = pages;
  }

  /** A condition of the search with the address of the search without it. */
  record Chip(String text, String url) {}

  /** A narrower search, and how much it finds. */
  record Filter(String text, int count, String url) {}

  /**
   * What the template shows.
   *
   * @param query what was typed
   * @param reading how it was read
   * @param comments what is found in comments, on the first page
   * @param number of the page, from 1
   */
  record Model(
      Requester requester,
      SearchQuery query,
      SearchReading reading,
      Found found,
      List<FoundComment> comments,
      int number) {
    private static final int MAX_FILTERS = 8;

    /** Texts of a version that are no keys of whoever saved it. */
    private static final Set<String> KNOWN =
        Set.of("change_description", "author", "metadata.notes", "metadata.model");

    private static final int MAX_SPANS = 3;

    /** Whether whoever asked may change a script. */
    public boolean mayWrite(Script script) {
      return Access.may(requester, Right.WRITE, new Thing.GuardedScript(script.scriptId()));
    }

    /** The text in the field. */
    public String text() {
      return query.text();
    }

    public String title() {
      return text().isBlank()
          ? Messages.text("layout.search")
          : Messages.text("search.title", text().strip());
    }

    public boolean isAsked() {
      return query.isSearchable();
    }

    public List<Chip> chips() {
      return query.conditions().stream()
          .map(
              condition ->
                  new Chip(
                      Messages.text(
                          "search.condition", condition.field().written(), condition.value()),
                      Urls.search(query.without(condition))))
          .toList();
    }

    /** The scripts to narrow the search to; none where all results are of one. */
    public List<Filter> scripts() {
      return found.scriptCounts().size() < 2
          ? List.of()
          : found.scriptCounts().stream()
              .sorted(Comparator.comparingInt(Found.ScriptCount::count).reversed())
              .limit(MAX_FILTERS)
              .map(
                  script ->
                      new Filter(
                          script.script().title(), script.count(), ofScript(script.script())))
              .toList();
    }

    /** The authors to narrow the search to; none where it is by author already, or by one only. */
    public List<Filter> authors() {
      return found.authorCounts().size() < 2 || !query.values(SearchField.AUTHOR).isEmpty()
          ? List.of()
          : found.authorCounts().stream()
              .filter(author -> Phrase.of(author.author()) != null)
              .limit(MAX_FILTERS)
              .map(
                  author ->
                      new Filter(
                          author.author(),
                          author.count(),
                          Urls.search(query.with(SearchField.AUTHOR, author.author()))))
              .toList();
    }

    /** The same search in one script. */
    public String ofScript(Script script) {
      return Urls.search(query.with(SearchField.SCRIPT, script.scriptId()));
    }

    public boolean hasLeftOut(ScriptResults script) {
      return found.scriptCounts().size() > 1 && script.count() > script.results().size();
    }

    public String searchUrl(String query) {
      return Urls.search(query);
    }

    public @Nullable String previousUrl() {
      return number == 1 ? null : pageUrl(number - 1);
    }

    public @Nullable String nextUrl() {
      int scripts = found.scriptCounts().size();
      boolean hasNext =
          scripts == 1 ? found.total() > number * OF_ONE_ALONE : scripts > number * SCRIPTS_A_PAGE;
      return hasNext ? pageUrl(number + 1) : null;
    }

    private String pageUrl(int page) {
      return page == 1
          ? Urls.search(text())
          : Urls.with(Urls.search(text()), Map.of("page", Integer.toString(page)));
    }

    public String kind(Result result) {
      return result instanceof Found.PassageResult
          ? "passage"
          : result instanceof Found.VersionResult ? "version" : "title";
    }

    public String threadUrl(FoundComment comment) {
      return Urls.thread(comment.scriptId(), comment.threadId());
    }

    public String historyUrl(Script script) {
      return Urls.history(script.scriptId());
    }

    public String versionUrl(Script script, int versionNumber) {
      return Urls.version(script.scriptId(), versionNumber);
    }

    /** Leads to a version's own change. */
    public String changesUrl(Script script, Version version) {
      Integer parent = version.parentVersion();
      return parent == null
          ? versionUrl(script, version.versionNumber())
          : Urls.compare(script.scriptId(), parent, version.versionNumber());
    }

    /** Leads to the change that starts a span. */
    public String startUrl(Script script, Span span) {
      return span.before() == 0
          ? versionUrl(script, span.from())
          : Urls.compare(script.scriptId(), span.before(), span.from());
    }

    /** Leads to the change that ended a span. */
    public String removalUrl(Script script, Span span) {
      return Urls.compare(script.scriptId(), span.to(), span.removedIn());
    }

    /** Whether a passage was removed from a branch and is not on it any more. */
    public boolean isGone(Found.PassageResult passage, Span span) {
      return passage.phrase() != null
          && passage.spans().stream()
              .map(Found.ToldSpan::span)
              .filter(other -> other.branchNumber() == span.branchNumber())
              .allMatch(other -> other.removedIn() > 0 && other.removedIn() <= span.removedIn());
    }

    /** Leads to the page that restores what was removed at the end of a span. */
    public String restoreUrl(Script script, Found.PassageResult passage, Span span) {
      return Urls.restorePassage(
          script.scriptId(), span.to(), span.removedIn(), String.valueOf(passage.phrase()));
    }

    /** Leads to the change with which another branch started without it. */
    public String notTakenUrl(Script script, Span span, int versionNumber) {
      return Urls.compare(script.scriptId(), span.to(), versionNumber);
    }

    public List<Found.ToldSpan> newestSpans(Found.PassageResult passage) {
      return passage.spans().subList(0, Math.min(MAX_SPANS, passage.spans().size()));
    }

    public int furtherSpans(Found.PassageResult passage) {
      return passage.spanCount() - newestSpans(passage).size();
    }

    public @Nullable String phraseUrl(Script script, Found.PassageResult passage) {
      return passage.phrase() == null
          ? null
          : Urls.phraseHistory(script.scriptId(), passage.phrase());
    }

    /** Matching texts besides the summary. */
    public List<Found.Said> said(Found.VersionResult result) {
      return result.said().stream()
          .filter(
              said ->
                  !said.name().equals("change_description")
                      || result.version().hasMoreThanSummary())
          .toList();
    }

    /** The name of a version's text on the page. */
    public String saidBy(String name) {
      if (KNOWN.contains(name)) {
        return Messages.text("search.said." + name);
      }
      String last = name.substring(name.indexOf('.') + 1).replace('_', ' ');
      return last.isEmpty() ? name : Character.toUpperCase(last.charAt(0)) + last.substring(1);
    }
  }

  /** Answers {@code /search}. */
  public void show(Context context) {
    pages.show(context, "search/search", () -> model(context));
  }

  private Model model(Context context) {
    @Nullable String text = context.queryParam("q");
    int page = Parameters.number(context, "page", 1, 1, MAX_PAGES);
    SearchQuery query = SearchQuery.of(text == null ? "" : text);
    ResultSelection choice =
        ResultSelection.scripts(page, SCRIPTS_A_PAGE, BEST_OF_EACH, OF_ONE_ALONE);
    Requester requester = Requester.of(context);
    Readings.ReadAnswer answer = search.read(Access.readable(requester), query, choice);
    List<FoundComment> found =
        page == 1
            ? comments.find(Access.readable(requester), new SoughtComments(query), MAX_COMMENTS)
            : List.of();
    return new Model(requester, query, answer.reading(), answer.found(), found, page);
  }
}
