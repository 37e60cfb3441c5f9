package prismq.t.script.versioning.history;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Selects versions of a script; a null field selects all.
 *
 * @param branch a name it has or had
 * @param author exact name, as it is shown or as a version was saved under
 * @param from not written before this time
 * @param until written before this time
 * @param words each occurs in the change description, ignoring case and accents
 * @param among only versions with these numbers
 */
public record VersionFilter(
    @Nullable String branch,
    @Nullable String author,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable String words,
    @Nullable BitSet among) {
  /** All versions. */
  public static final VersionFilter ALL = new VersionFilter(null, null, null, null, null);

  /** A filter that accepts any number. */
  public VersionFilter(
      @Nullable String branch,
      @Nullable String author,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable String words) {
    this(branch, author, from, until, words, null);
  }

  /** The same filter for versions with these numbers only. */
  public VersionFilter only(BitSet numbers) {
    BitSet both = (BitSet) numbers.clone();
    if (among != null) {
      both.and(among);
    }
    return new VersionFilter(branch, author, from, until, words, both);
  }

  /** Whether any version may be left out. */
  public boolean isNarrow() {
    return !equals(ALL);
  }

  /** The same filter with the name that the branch has now. */
  VersionFilter on(Branch current) {
    return new VersionFilter(current.name(), author, from, until, words, among);
  }

  /** The same filter with the name that is shown for the author. */
  VersionFilter by(String shownName) {
    return new VersionFilter(branch, shownName, from, until, words, among);
  }

  boolean takes(Version version) {
    return (branch == null || branch.equals(version.branch()))
        && (author == null || author.equals(version.person().name()))
        && (from == null || !version.createdAt().isBefore(from))
        && (until == null || version.createdAt().isBefore(until))
        && (words == null || describes(version, words))
        && (among == null || among.get(version.versionNumber()));
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
