package prismq.t.script.versioning.transfer.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tells which of two drafts is the older one. */
public enum DraftOrder {
  /** Their names, as people number and call them. */
  NAMES,
  /** The dates of their files; where these are the same, or not known, their names. */
  DATES;

  /** Files that were copied together differ by less; zip files round to this. */
  private static final Duration SAME = Duration.ofSeconds(2);

  /** A file with its names taken apart, once and not for each comparison. */
  private record NamedDraft(DraftFile file, List<DraftName> names) {
    @Nullable Instant written() {
      return file.written();
    }

    String name() {
      return file.name();
    }
  }

  /** Drafts in this order. */
  List<DraftFile> sorted(List<DraftFile> files) {
    NameDates dates = NameDates.of(files);
    Comparator<NamedDraft> byName =
        Comparator.comparing(NamedDraft::names, DraftOrder::compare)
            .thenComparing(NamedDraft::name, NaturalOrder.INSTANCE);
    Comparator<NamedDraft> byDate =
        Comparator.comparing(
            NamedDraft::written, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));
    return files.stream()
        .map(file -> new NamedDraft(file, file.draftNames(dates)))
        .sorted(this == NAMES ? byName : byDate.thenComparing(byName))
        .map(NamedDraft::file)
        .toList();
  }

  /** Folder by folder. */
  private static int compare(List<DraftName> left, List<DraftName> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int result = left.get(i).compareTo(right.get(i));
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  /** The other order. */
  DraftOrder other() {
    return this == NAMES ? DATES : NAMES;
  }

  /** As it is called in options and forms. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Two files in the order of their names, of which the second is clearly older. */
  record Contradiction(DraftFile earlier, DraftFile later) {
    /** The first one of drafts that are ordered by their names. */
    static Optional<Contradiction> in(List<DraftFile> byName) {
      @Nullable DraftFile newest = null;
      for (DraftFile file : byName) {
        @Nullable Instant written = file.written();
        if (written == null) {
          continue;
        }
        if (newest != null && newest.written() != null) {
          if (written.plus(SAME).isBefore(newest.written())) {
            return Optional.of(new Contradiction(newest, file));
          }
          if (written.isBefore(newest.written())) {
            continue;
          }
        }
        newest = file;
      }
      return Optional.empty();
    }
  }
}
