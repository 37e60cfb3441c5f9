package prismq.t.script.versioning.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;

/**
 * What a search found.
 *
 * @param hints sentences on what was taken otherwise than it may have been meant
 * @param isStopped whether it was broken off before all was looked at
 * @param hasMore whether more fits than was looked at
 * @param total number of passages, versions and titles that fit
 * @param scriptCounts of all scripts in which something fits, in the order of the results
 * @param authorCounts of who brought in what fits, most first
 * @param suggestion the words as those of a label, or with the last one as how a word begins, where
 *     nothing was found and this may find what was meant; else null
 * @param results those that were chosen
 */
public record Found(
    SearchQuery query,
    List<String> hints,
    boolean isStopped,
    boolean hasMore,
    int total,
    List<ScriptCount> scriptCounts,
    List<AuthorCount> authorCounts,
    @Nullable String suggestion,
    List<ScriptResults> results) {

  /** How much fits in a script. */
  public record ScriptCount(Script script, int count) {}

  /** How much an author brought in first. */
  public record AuthorCount(String author, int count) {}

  /**
   * What fits in one script, the best first.
   *
   * @param count of all that fits there
   */
  public record ScriptResults(Script script, int count, List<Result> results) {}

  /** Something that fits. */
  public sealed interface Result {}

  /**
   * A passage.
   *
   * @param phrase a part of it, by which its history is found; null where it has bytes that are not
   *     UTF-8
   * @param spans where it lived, newest first; of many only the newest
   * @param spanCount of all spans
   * @param holders the numbers of the versions that hold it; of many ranges only the newest
   * @param addedIn the version that brought it in first
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
   * A version of which something is said that fits.
   *
   * @param summary the first line of the change description
   * @param said what has hits; nothing where only conditions were asked for
   */
  public record VersionResult(Version version, Excerpt summary, List<Said> said)
      implements Result {}

  /** A title that fits. */
  public record TitleResult(Excerpt title) implements Result {}

  /** Something that is said about a version; name is its key in JSON. */
  public record Said(String name, Excerpt excerpt) {}

  /** Versions of following numbers. */
  public record VersionRange(int from, int to) {}

  /** A version as far as it is told beside a passage. */
  public record ToldVersion(int versionNumber, String author, Instant createdAt) {}

  /**
   * A span with who did it and when.
   *
   * @param start the first version of the span
   * @param removal the version without it that follows; null where there is none
   * @param omittedBy the first versions of other branches that start from here without it
   */
  public record ToldSpan(
      Span span,
      String branch,
      ToldVersion start,
      @Nullable ToldVersion removal,
      List<ToldBranch> omittedBy) {}

  /** A version with the branch that it is of. */
  public record ToldBranch(int versionNumber, int branchNumber, String branch) {}
}
