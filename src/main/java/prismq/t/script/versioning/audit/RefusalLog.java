package prismq.t.script.versioning.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

/**
 * Records what was refused: a few a minute, and of the rest how many they were, so that whoever is
 * refused can neither fill the disk nor keep the server busy with it.
 */
public final class RefusalLog {
  static final int A_MINUTE = 20;

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AuditLog log;
  private final AuditAct act;
  private final Clock clock;
  private @Nullable Instant began;
  private int recorded;
  private int leftOut;

  /** Records this act in this log by this clock. */
  public RefusalLog(AuditLog log, AuditAct act, Clock clock) {
    this.log = log;
    this.act = act;
    this.clock = clock;
  }

  /**
   * Records a refusal; the answer to it does not depend on that.
   *
   * @param thing what was asked for, such as the method and the path
   */
  public void refused(Actor actor, String thing) {
    @Nullable String told = told(thing);
    if (told != null) {
      log.tryToRecord(new AuditEvent(act, actor, null, null, told));
    }
  }

  /** What to record; null for nothing. */
  private synchronized @Nullable String told(String thing) {
    Instant now = clock.instant();
    if (began == null || now.isBefore(began) || !now.isBefore(began.plus(MINUTE))) {
      began = now;
      recorded = 0;
    }
    if (recorded == A_MINUTE) {
      leftOut++;
      return null;
    }
    recorded++;
    if (leftOut == 0) {
      return thing;
    }
    String more = Messages.text("audit.thing.left_out", thing, leftOut);
    leftOut = 0;
    return more;
  }
}
