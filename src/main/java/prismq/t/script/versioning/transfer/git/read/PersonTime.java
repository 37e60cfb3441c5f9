package prismq.t.script.versioning.transfer.git.read;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.TimeRange;

/** When somebody did something, as a commit or a tag says; git accepts anything for that. */
public final class PersonTime {
  private PersonTime() {}

  /**
   * A time that may take the place of one that cannot be kept.
   *
   * @param whose as a person is told
   * @param time null if it cannot be read
   */
  public record Substitute(String whose, @Nullable Instant time) {
    private boolean isBeyondDoubt(Instant now) {
      return time != null && !time.isBefore(Instant.EPOCH) && !time.isAfter(now);
    }
  }

  /**
   * The time; if it cannot be kept, the first substitute beyond doubt, else that of the import.
   *
   * @param time null if it cannot be read
   * @param changed receives what was changed
   */
  public static Instant usable(
      @Nullable Instant time, List<Substitute> substitutes, Instant now, Consumer<String> changed) {
    if (time != null && !time.isAfter(now) && TimeRange.has(time)) {
      if (time.isBefore(Instant.EPOCH)) {
        changed.accept("its date lies before 1970, where git counts from; kept as it is");
      }
      return time;
    }
    Substitute kept =
        substitutes.stream()
            .filter(substitute -> substitute.isBeyondDoubt(now))
            .findFirst()
            .orElse(new Substitute("the import", now));
    changed.accept(fault(time, now) + "; kept with the time of " + kept.whose);
    return kept.time == null ? now : kept.time;
  }

  private static String fault(@Nullable Instant time, Instant now) {
    if (time == null) {
      return "its date cannot be read";
    }
    return time.isAfter(now) ? "its date lies in the future" : "its date lies before the year 1";
  }
}
