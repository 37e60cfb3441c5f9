package prismq.t.script.versioning.account;

import java.time.Duration;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** So many try to sign in that this attempt was not made. */
public final class TooManyAttemptsException extends Problem {
  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooManyAttemptsException(Duration wait) {
    super(
        ProblemKind.TOO_MANY_ATTEMPTS,
        FilledMessage.of("sign_in.too_many"),
        FilledMessage.count("sign_in.try_again", seconds(wait), seconds(wait)));
    this.seconds = seconds(wait);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.toSeconds() + 1);
  }

  /** How many seconds to wait before the next attempt. */
  public long seconds() {
    return seconds;
  }
}
