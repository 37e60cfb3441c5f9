package prismq.t.script.versioning.review;

import java.time.Instant;
import java.util.List;

/** Something by which a turn goes from one to another. People are the numbers of their accounts. */
sealed interface TurnEvent {
  /** When it happened. */
  Instant at();

  /** Somebody who was asked gave a verdict or replied. */
  record Spoke(long by, Instant at) implements TurnEvent {}

  /** Whoever asked answered others. */
  record Answered(List<Long> people, Instant at) implements TurnEvent {}

  /** The verdicts of these no longer count. */
  record VerdictsLapsed(List<Long> givers, Instant at) implements TurnEvent {}

  /** Somebody passed it on, whether it was theirs or not. */
  record PassedOn(long by, long to, Instant at) implements TurnEvent {}
}
