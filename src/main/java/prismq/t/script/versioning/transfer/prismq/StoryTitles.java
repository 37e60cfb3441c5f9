package prismq.t.script.versioning.transfer.prismq;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a story was called, and when. */
final class StoryTitles {
  private final List<TitleRow> newestFirst;

  StoryTitles(List<TitleRow> newestFirst) {
    this.newestFirst = newestFirst.stream().filter(title -> !title.text().isBlank()).toList();
  }

  boolean isEmpty() {
    return newestFirst.isEmpty();
  }

  Optional<String> newest() {
    return newestFirst.stream().map(TitleRow::text).findFirst();
  }

  /**
   * The newest title there was at a time.
   *
   * @param time of a text; null if it is not known, then its version tells
   */
  Optional<String> at(@Nullable Instant time, int version) {
    return newestFirst.stream()
        .filter(title -> time == null ? isUpTo(title, version) : isBefore(title, time, version))
        .findFirst()
        // A text is sometimes written before its first title.
        .or(() -> newestFirst.isEmpty() ? Optional.empty() : Optional.of(first()))
        .map(TitleRow::text);
  }

  private TitleRow first() {
    return newestFirst.get(newestFirst.size() - 1);
  }

  private static boolean isBefore(TitleRow title, Instant time, int version) {
    @Nullable Instant given = PrismQTime.parse(title.createdAt());
    return given == null ? isUpTo(title, version) : !given.isAfter(time);
  }

  private static boolean isUpTo(TitleRow title, int version) {
    return title.version() != null && title.version() <= version;
  }
}
