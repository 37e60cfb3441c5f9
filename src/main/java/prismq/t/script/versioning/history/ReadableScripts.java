package prismq.t.script.versioning.history;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The scripts that somebody may know of, by their numbers in the database. Whatever is said of
 * several scripts takes them, so that lists, pages and counts are of these alone.
 *
 * @param isOnlyThese whether they are those of the numbers; else all but those
 */
public record ReadableScripts(boolean isOnlyThese, SortedSet<Long> numbers) {
  /** All there are. */
  public static final ReadableScripts ALL = allBut(new TreeSet<>());

  /** All but some. */
  public static ReadableScripts allBut(Collection<Long> hidden) {
    return new ReadableScripts(false, new TreeSet<>(hidden));
  }

  /** Some. */
  public static ReadableScripts only(Collection<Long> readable) {
    return new ReadableScripts(true, new TreeSet<>(readable));
  }

  /** Whether nothing is hidden. */
  public boolean isAll() {
    return !isOnlyThese && numbers.isEmpty();
  }

  /** Whether the script of this number is one of them. */
  public boolean include(long number) {
    return numbers.contains(number) == isOnlyThese;
  }

  /** The numbers as a JSON array, for {@code json_each}. */
  public String json() {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
