package prismq.t.script.versioning.api;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.search.Found;
import prismq.t.script.versioning.search.Search;
import prismq.t.script.versioning.search.SearchQuery;
import prismq.t.script.versioning.web.Json;
import prismq.t.script.versioning.web.Parameters;
import prismq.t.script.versioning.web.Urls;

/** The API's call that searches. */
public final class SearchApi {
  private static final int RESULTS_A_PAGE = 20;
  private static final int MAX_RESULTS_A_PAGE = 100;
  private static final int MAX_PAGES = 10_000;

  private final Search search;

  /** Answers with what this search finds. */
  public SearchApi(Search search) {
    this.search = search;
  }

  /** Answers with a page of results, the best first. */
  public void search(Context context) {
    @Nullable String text = context.queryParam("q");
    int limit = Parameters.number(context, "limit", RESULTS_A_PAGE, 1, MAX_RESULTS_A_PAGE);
    int page = Parameters.number(context, "page", 1, 1, MAX_PAGES);
    Found found =
        search.results(
            Access.readable(Requester.of(context)),
            SearchQuery.of(text == null ? "" : text),
            page,
            limit);
    boolean hasNext = found.total() > page * limit && page < MAX_PAGES;
    Json.answer(
        context, 200, SearchJson.of(found, hasNext ? next(found.query(), page + 1, limit) : null));
  }

  private static String next(SearchQuery query, int page, int limit) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("q", query.text());
    parameters.put("limit", Integer.toString(limit));
    parameters.put("page", Integer.toString(page));
    return Urls.with(ApiUrls.SEARCH, parameters);
  }
}
