package prismq.t.script.versioning.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.search.Excerpt;
import prismq.t.script.versioning.search.Found;
import prismq.t.script.versioning.search.Found.PassageResult;
import prismq.t.script.versioning.search.Found.TitleResult;
import prismq.t.script.versioning.search.Found.VersionRange;
import prismq.t.script.versioning.search.Found.VersionResult;
import prismq.t.script.versioning.search.Span;
import prismq.t.script.versioning.web.Urls;

/**
 * What a search found, as JSON.
 *
 * @param query as it was searched for
 * @param complete whether everything was searched
 * @param suggestion a search that finds something if this one does not; else null
 */
record SearchJson(
    String query,
    List<String> hints,
    boolean complete,
    int total,
    List<ScriptCountJson> scripts,
    List<AuthorCountJson> authors,
    @Nullable String suggestion,
    List<ResultJson> results,
    @Nullable String next) {

  private static final int MAX_AUTHORS = 50;

  record ScriptCountJson(String scriptId, String title, int count) {}

  record AuthorCountJson(String author, int count) {}

  /** A place in a text, in code points. */
  record HitJson(int start, int end) {}

  /** A text of a version or a script; field is what it is called in the version's JSON. */
  record SaidJson(String field, String text, List<HitJson> hits) {}

  /** The first version of another branch that starts without the passage. */
  record OmittedByJson(int versionNumber, String branch) {}

  record SpanJson(
      String branch,
      int fromVersion,
      int toVersion,
      String start,
      @Nullable Integer removedIn,
      @JsonProperty("not_taken_by") List<OmittedByJson> omittedBy) {}

  record RangeJson(int from, int to) {}

  record AddedInJson(int versionNumber, String author, PersonJson person, String createdAt) {}

  /** Where to read more; null if there is nothing of the kind. */
  record LinksJson(
      String read,
      @JsonProperty("came") @Nullable String added,
      @JsonProperty("went") @Nullable String removed,
      @Nullable String phraseHistory) {}

  /**
   * One result.
   *
   * @param passage as much of it as shows the hits; null for other kinds
   * @param said what of a version or a title was found; none for a passage
   * @param version null for other kinds
   */
  record ResultJson(
      String scriptId,
      String title,
      String kind,
      @Nullable String passage,
      List<HitJson> hits,
      List<SaidJson> said,
      List<SpanJson> spans,
      int spanCount,
      List<RangeJson> versionNumbers,
      @JsonProperty("came_in") @Nullable AddedInJson addedIn,
      @Nullable VersionJson version,
      LinksJson urls) {}

  static SearchJson of(Found found, @Nullable String next) {
    return new SearchJson(
        found.query().text(),
        found.hints(),
        found.isComplete(),
        found.total(),
        found.scriptCounts().stream()
            .map(
                counted ->
                    new ScriptCountJson(
                        counted.script().scriptId(), counted.script().title(), counted.count()))
            .toList(),
        found.authorCounts().stream()
            .limit(MAX_AUTHORS)
            .map(counted -> new AuthorCountJson(counted.author(), counted.count()))
            .toList(),
        found.suggestion(),
        found.results().stream()
            .flatMap(
                script -> script.results().stream().map(result -> result(script.script(), result)))
            .toList(),
        next);
  }

  private static ResultJson result(Script script, Found.Result result) {
    if (result instanceof PassageResult passage) {
      return passage(script, passage);
    }
    return result instanceof VersionResult version
        ? version(script, version)
        : title(script, (TitleResult) result);
  }

  private static ResultJson passage(Script script, PassageResult passage) {
    String scriptId = script.scriptId();
    return new ResultJson(
        scriptId,
        script.title(),
        "passage",
        passage.excerpt().text(),
        hits(passage.excerpt()),
        List.of(),
        passage.spans().stream().map(SearchJson::span).toList(),
        passage.spanCount(),
        passage.holders().stream().map(SearchJson::range).toList(),
        new AddedInJson(
            passage.addedIn().versionNumber(),
            passage.addedIn().author(),
            PersonJson.of(passage.addedIn().person()),
            ApiTime.format(passage.addedIn().createdAt())),
        null,
        links(scriptId, passage));
  }

  /** The links of the newest span. */
  private static LinksJson links(String scriptId, PassageResult passage) {
    String phraseHistory =
        passage.phrase() == null ? null : Urls.phraseHistory(scriptId, passage.phrase());
    if (passage.spans().isEmpty()) {
      // The rows of its versions are missing.
      String read = Urls.version(scriptId, passage.addedIn().versionNumber());
      return new LinksJson(read, null, null, phraseHistory);
    }
    Span newest = passage.spans().get(0).span();
    return new LinksJson(
        Urls.version(scriptId, newest.to()),
        newest.before() == 0 ? null : Urls.compare(scriptId, newest.before(), newest.from()),
        newest.removedIn() == 0 ? null : Urls.compare(scriptId, newest.to(), newest.removedIn()),
        phraseHistory);
  }

  private static ResultJson version(Script script, VersionResult found) {
    String scriptId = script.scriptId();
    int number = found.version().versionNumber();
    Integer parent = found.version().parentVersion();
    return new ResultJson(
        scriptId,
        script.title(),
        "version",
        null,
        List.of(),
        found.said().stream()
            .map(said -> new SaidJson(said.name(), said.excerpt().text(), hits(said.excerpt())))
            .toList(),
        List.of(),
        0,
        List.of(new RangeJson(number, number)),
        null,
        VersionJson.of(found.version()),
        new LinksJson(
            Urls.version(scriptId, number),
            parent == null ? null : Urls.compare(scriptId, parent, number),
            null,
            null));
  }

  private static ResultJson title(Script script, TitleResult found) {
    return new ResultJson(
        script.scriptId(),
        script.title(),
        "title",
        null,
        List.of(),
        List.of(new SaidJson("title", found.title().text(), hits(found.title()))),
        List.of(),
        0,
        List.of(),
        null,
        null,
        new LinksJson(Urls.history(script.scriptId()), null, null, null));
  }

  private static SpanJson span(Found.ToldSpan told) {
    Span span = told.span();
    return new SpanJson(
        told.branch(),
        span.from(),
        span.to(),
        start(span.start()),
        span.removedIn() == 0 ? null : span.removedIn(),
        told.omittedBy().stream()
            .map(left -> new OmittedByJson(left.versionNumber(), left.branch()))
            .toList());
  }

  private static String start(Span.Start start) {
    return switch (start) {
      case ADDED -> "came";
      case ADDED_AGAIN -> "came_back";
      case MERGED -> "merged";
      case KEPT -> "kept";
    };
  }

  private static RangeJson range(VersionRange range) {
    return new RangeJson(range.from(), range.to());
  }

  private static List<HitJson> hits(Excerpt excerpt) {
    String text = excerpt.text();
    return excerpt.hits().stream()
        .map(hit -> hit(CharacterPositions.codePoints(text, hit)))
        .toList();
  }

  private static HitJson hit(CodePointRange hit) {
    return new HitJson(hit.start(), hit.end());
  }
}
