package prismq.t.script.versioning.transfer.git.read;

import java.time.Instant;
import java.util.function.Consumer;
import prismq.t.script.versioning.history.TimeRange;

/** When somebody did something, as a commit or a tag says; git accepts any number for that. */
public final class PersonTime {
  private PersonTime() {}

  /**
   * The time; that of the import if it cannot be kept or is in the future.
   *
   * @param changed receives what was changed
   */
  public static Instant usable(Instant time, Instant now, Consumer<String> changed) {
    if (time.isAfter(now)) {
      changed.accept("its date lies in the future; kept with the time of the import");
      return now;
    }
    if (!TimeRange.has(time)) {
      changed.accept("its date lies before the year 1; kept with the time of the import");
      return now;
    }
    if (time.isBefore(Instant.EPOCH)) {
      changed.accept("its date lies before 1970, where git counts from; kept as it is");
    }
    return time;
  }
}
