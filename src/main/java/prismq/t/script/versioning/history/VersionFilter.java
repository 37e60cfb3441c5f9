package prismq.t.script.versioning.history;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a script are asked for; null asks for all.
 *
 * @param branch a name it has or had
 * @param author exact name
 * @param from not written before this time
 * @param until written before this time
 * @param words every one of them occurs in the change description, case and accents aside
 * @param numbers only these versions
 */
public record VersionFilter(
    @Nullable String branch,
    @Nullable String author,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String words,
    @Nullable Set<Integer> numbers) {
  /** All versions. */
  public static final VersionFilter ALL = new VersionFilter(null, null, null, null, null);

  /** A filter that takes any number. */
  public VersionFilter(
      @Nullable String branch,
      @Nullable String author,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String words) {
    this(branch, author, from, until, words, null);
  }

  /** The same filter for versions with these numbers only. */
  public VersionFilter only(Set<Integer> others) {
    return new VersionFilter(branch, author, from, until, words, others);
  }

  /** Whether any version may be left out. */
  public boolean isNarrow() {
    return !equals(ALL);
  }

  /** The same filter with the name that the branch has now. */
  VersionFilter on(Branch current) {
    return new VersionFilter(current.name(), author, from, until, words, numbers);
  }

  boolean takes(Version version) {
    return (branch == null || branch.equals(version.branch()))
        && (author == null || author.equals(version.author().name()))
        && (from == null || !version.createdAt().isBefore(from))
        && (until == null || version.createdAt().isBefore(until))
        && (words == null || describes(version, words))
        && (numbers == null || numbers.contains(version.versionNumber()));
  }

  private static boolean describes(Version version, String words) {
    String description = folded(version.changeDescription());
    List<String> wanted = Arrays.asList(folded(words).strip().split("\\s+", -1));
    return wanted.stream().allMatch(description::contains);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
