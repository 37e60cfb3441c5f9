package prismq.t.script.versioning.transfer.git.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.TimeRange;

/** When somebody did something, as a commit or a tag says; git accepts any number for that. */
public final class PersonTime {
  private PersonTime() {}

  /** Author and time; null if there is no name, or no such time. */
  public static @Nullable PersonIdent person(Supplier<@Nullable PersonIdent> read) {
    try {
      return read.get();
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

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
    return time;
  }
}
