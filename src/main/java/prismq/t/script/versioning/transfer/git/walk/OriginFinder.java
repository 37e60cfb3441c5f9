package prismq.t.script.versioning.transfer.git.walk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.git.read.FilePath;

/**
 * Finds the file that a new one was made of: it was renamed, copied, or cut out of another. The
 * choice is that of {@code git log --follow}: the same content before a similar one, and a file
 * that is gone before one that stays.
 */
final class OriginFinder {
  /** How alike two files must be, git's own default. */
  private static final int LEAST_LIKENESS = Fingerprint.SAME / 2;

  /** How many of the most similar files git looks at again to find one that is gone. */
  private static final int MOST_ALIKE = 4;

  /** How many pairs of files git compares at most. */
  private static final int MAX_PAIRS = 1_000_000;

  private static final Comparator<Likeness> BEST_FIRST =
      Comparator.comparingInt(Likeness::score).thenComparing(Likeness::hasSameName).reversed();

  private static final Comparator<@Nullable Likeness> WORST_LAST = Comparator.nullsLast(BEST_FIRST);

  private final Fingerprints contents;

  /**
   * A file of the commit before.
   *
   * @param isGone whether the commit does not have it any more
   * @param isTouched whether the commit changed or removed it
   */
  record OriginCandidate(
      FilePath path, FileMode mode, ObjectId blob, boolean isGone, boolean isTouched) {}

  /**
   * Where files come from.
   *
   * @param found those that come from somewhere
   * @param unsure those of which that could not be found out, because the repository lacks texts
   */
  record FileOrigins(Map<FilePath, FileOrigin> found, Set<FilePath> unsure) {}

  /** Where a file comes from. */
  record FileOrigin(FilePath path, boolean isGone, int score) {}

  private record Likeness(OriginCandidate source, int score, boolean hasSameName) {
    FileOrigin origin() {
      return new FileOrigin(source.path, source.isGone, score);
    }
  }

  OriginFinder(ObjectReader reader) {
    this.contents = new Fingerprints(reader);
  }

  /**
   * The origins of new files, as far as they have one.
   *
   * @param sources in the order of their paths
   */
  FileOrigins origins(List<OriginCandidate> sources, Collection<TreeDiff.ChangedFile> added) {
    Map<FilePath, FileOrigin> found = new HashMap<>();
    Set<FilePath> unsure = new TreeSet<>();
    boolean isTooMany = (long) sources.size() * added.size() > MAX_PAIRS;
    List<OriginCandidate> similar =
        isTooMany ? sources.stream().filter(OriginCandidate::isTouched).toList() : sources;
    for (TreeDiff.ChangedFile file : added) {
      same(sources, file)
          .or(() -> similar(similar, file, unsure))
          .ifPresent(origin -> found.put(file.path(), origin));
    }
    return new FileOrigins(found, unsure);
  }

  private static Optional<FileOrigin> same(
      List<OriginCandidate> sources, TreeDiff.ChangedFile file) {
    FilePath name = file.path().last();
    @Nullable FileOrigin best = null;
    for (OriginCandidate source : sources) {
      if (source.blob.equals(file.blob()) && isSameKind(source.mode, file.mode())) {
        int score =
            Fingerprint.SAME + (source.isGone ? 1 : 0) + (source.path.last().equals(name) ? 1 : 0);
        if (best == null || score > best.score) {
          best = new FileOrigin(source.path, source.isGone, score);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isSameKind(FileMode one, FileMode other) {
    return one.equals(other) || (isFile(one) && isFile(other));
  }

  private static boolean isFile(FileMode mode) {
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }

  private Optional<FileOrigin> similar(
      List<OriginCandidate> sources, TreeDiff.ChangedFile file, Set<FilePath> unsure) {
    if (!isFile(file.mode())) {
      return Optional.empty();
    }
    FilePath name = file.path().last();
    Likeness[] best = new Likeness[MOST_ALIKE];
    for (OriginCandidate source : sources) {
      try {
        int score = isFile(source.mode) ? contents.likeness(source.blob, file.blob()) : 0;
        keep(best, new Likeness(source, score, source.path.last().equals(name)));
      } catch (IOException | LargeObjectException e) {
        unsure.add(file.path());
      }
    }
    List<Likeness> alike =
        Arrays.stream(best)
            .filter(Objects::nonNull)
            .filter(one -> one.score >= LEAST_LIKENESS)
            .sorted(BEST_FIRST)
            .toList();
    return alike.stream()
        .filter(one -> one.source.isGone)
        .findFirst()
        .or(() -> alike.stream().findFirst())
        .map(Likeness::origin);
  }

  /**
   * Puts one in the place of the worst, if it is better than that. Of equals, the order of these
   * places decides in the end, as it does in git.
   */
  private static void keep(@Nullable Likeness[] best, Likeness one) {
    int worst = 0;
    for (int i = 1; i < best.length; i++) {
      if (WORST_LAST.compare(best[i], best[worst]) > 0) {
        worst = i;
      }
    }
    if (WORST_LAST.compare(best[worst], one) > 0) {
      best[worst] = one;
    }
  }
}
