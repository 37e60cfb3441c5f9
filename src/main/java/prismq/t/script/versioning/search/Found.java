package prismq.t.script.versioning.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Person;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;

/**
 * What a search found.
 *
 * @param hints sentences on what may have been understood differently than meant
 * @param isStopped whether it was stopped before all was searched
 * @param lacksVersions whether the index lacks versions, as the hints say
 * @param hasMore whether there are matches beyond those searched
 * @param total number of matching passages, versions and titles
 * @param scriptCounts of all scripts with matches, in the order of the results
 * @param authorCounts of the authors of matches, most first
 * @param suggestion a search that finds what may have been meant where nothing was found: by a
 *     label of these words, words starting with the last one, other spellings or fewer words; else
 *     null
 * @param results those that were chosen
 */
public record Found(
    SearchQuery query,
    List<String> hints,
    boolean isStopped,
    boolean lacksVersions,
    boolean hasMore,
    int total,
    List<ScriptCount> scriptCounts,
    List<AuthorCount> authorCounts,
    @Nullable String suggestion,
    List<ScriptResults> results) {

  /** What a search finds that asks for nothing, or for what is nowhere. */
  static Found nothing(SearchQuery query) {
    return new Found(
        query, query.hints(), false, false, false, 0, List.of(), List.of(), null, List.of());
  }

  /** The same, found in an index that lacks versions. */
  Found lacking(String hint) {
    return changed(together(hints, List.of(hint)), true, suggestion);
  }

  /** The same with more sentences on what may have been understood differently, each once. */
  Found withHints(List<String> first) {
    return changed(together(first, hints), lacksVersions, suggestion);
  }

  /** The same with a search that finds something. */
  Found suggesting(String other) {
    return changed(hints, lacksVersions, other);
  }

  private static List<String> together(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).distinct().toList();
  }

  private Found changed(List<String> toldHints, boolean isLacking, @Nullable String suggested) {
    return new Found(
        query,
        toldHints,
        isStopped,
        isLacking,
        hasMore,
        total,
        scriptCounts,
        authorCounts,
        suggested,
        results);
  }

  /** Whether everything was searched. */
  public boolean isComplete() {
    return !isStopped && !lacksVersions && !hasMore;
  }

  /** The number of matches in a script. */
  public record ScriptCount(Script script, int count) {}

  /** How many matches an author added first. */
  public record AuthorCount(String author, int count) {}

  /**
   * The matches in one script, the best first.
   *
   * @param count of all that fits there
   * @param together where all words are, if they are in no paragraph together; else null
   */
  public record ScriptResults(
      Script script, int count, List<Result> results, @Nullable Together together) {}

  /** A match. */
  public sealed interface Result {}

  /**
   * A passage.
   *
   * @param phrase a part of it, by which its history is found; null if it has bytes that are not
   *     UTF-8
   * @param spans where it was present, newest first; of many only the newest
   * @param spanCount of all spans
   * @param holders the numbers of the versions that hold it; of many ranges only the newest
   * @param addedIn the version that added it first
   */
  public record PassageResult(
      Excerpt excerpt,
      @Nullable String phrase,
      List<ToldSpan> spans,
      int spanCount,
      List<VersionRange> holders,
      ToldVersion addedIn)
      implements Result {}

  /**
   * A version whose description or metadata match.
   *
   * @param summary the first line of the change description
   * @param said what has hits; nothing where only conditions were asked for
   */
  public record VersionResult(Version version, Excerpt summary, List<Said> said)
      implements Result {}

  /** A title that matches. */
  public record TitleResult(Excerpt title) implements Result {}

  /** A text about a version; name is its key in JSON. */
  public record Said(String name, Excerpt excerpt) {}

  /** Versions of following numbers. */
  public record VersionRange(int from, int to) {}

  /** The facts of a version shown beside a passage. */
  public record ToldVersion(int versionNumber, String author, Person person, Instant createdAt) {}

  /** The name that an author is kept by, and whom they are shown to be. */
  record ToldAuthor(String name, Person person) {
    static final ToldAuthor UNKNOWN = new ToldAuthor("", new Person("", null));
  }

  /**
   * A span with authors and times.
   *
   * @param start the first version of the span
   * @param removal the version without it that follows; null if there is none
   * @param omittedBy the first versions of other branches that start from here without it
   */
  public record ToldSpan(
      Span span,
      String branch,
      ToldVersion start,
      @Nullable ToldVersion removal,
      List<ToldBranch> omittedBy) {}

  /** A version with its branch. */
  public record ToldBranch(int versionNumber, int branchNumber, String branch) {}
}
