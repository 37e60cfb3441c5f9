package prismq.t.script.versioning.transfer.git.read;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.TimeRange;
import prismq.t.script.versioning.language.FilledMessage;

/** When somebody did something, as a commit or a tag says; git accepts anything for that. */
public final class PersonTime {
  private PersonTime() {}

  /**
   * A time that may take the place of one that cannot be kept.
   *
   * @param whose commit, committer or import
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
      @Nullable Instant time,
      List<Substitute> substitutes,
      Instant now,
      Consumer<FilledMessage> changed) {
    if (time != null && !time.isAfter(now) && TimeRange.has(time)) {
      if (time.isBefore(Instant.EPOCH)) {
        changed.accept(FilledMessage.of("remark.git.before_1970"));
      }
      return time;
    }
    Substitute kept =
        substitutes.stream()
            .filter(substitute -> substitute.isBeyondDoubt(now))
            .findFirst()
            .orElse(new Substitute("import", now));
    changed.accept(FilledMessage.of("remark.git." + fault(time, now) + "." + kept.whose));
    return kept.time == null ? now : kept.time;
  }

  private static String fault(@Nullable Instant time, Instant now) {
    if (time == null) {
      return "unreadable_date";
    }
    return time.isAfter(now) ? "future_date" : "early_date";
  }
}
