package prismq.t.script.versioning.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows whose turn it is in a review, by Gerrit's rules of attention made simpler: who is asked
 * has it; what they say gives it back to whoever asked; an answer gives it to those who are
 * answered; a lapsed verdict returns to its giver; and it can be passed on. A new version alone
 * changes nothing.
 */
final class Turns {
  private final long asker;
  private final List<Long> asked;
  private final Set<Long> absent;
  private final Supplier<List<Long>> managers;
  private final Map<Long, TurnHolder> holders = new LinkedHashMap<>();
  private final Set<Long> spoken = new LinkedHashSet<>();

  private Turns(long asker, List<Long> asked, Set<Long> absent, Supplier<List<Long>> managers) {
    this.asker = asker;
    this.asked = asked;
    this.absent = absent;
    this.managers = managers;
  }

  /**
   * Whose turn it is after all that happened, in the order of getting it. Nobody has it only where
   * everybody is absent.
   *
   * @param asked in the order of being named
   * @param absent those who never have it: programs, and who cannot act any more
   * @param managers who may have it where nobody else is left; asked for only then
   * @param events in the order of happening
   */
  static List<TurnHolder> after(
      long asker,
      List<Long> asked,
      Instant askedAt,
      Set<Long> absent,
      Supplier<List<Long>> managers,
      List<TurnEvent> events) {
    Turns turns = new Turns(asker, asked, absent, managers);
    asked.forEach(person -> turns.give(person, TurnReason.ASKED, askedAt, asker));
    turns.keepGoing(askedAt);
    for (TurnEvent event : events) {
      turns.happen(event);
      turns.keepGoing(event.at());
    }
    return List.copyOf(turns.holders.values());
  }

  private void happen(TurnEvent event) {
    Instant at = event.at();
    if (event instanceof TurnEvent.Spoke said) {
      spoken.add(said.by());
      holders.remove(said.by());
      if (said.by() != asker) {
        give(asker, TurnReason.ANSWERED, at, said.by());
      }
    } else if (event instanceof TurnEvent.Answered answered) {
      holders.remove(asker);
      answered.people().stream()
          .filter(person -> person != asker)
          .forEach(person -> give(person, TurnReason.REPLIED, at, asker));
    } else if (event instanceof TurnEvent.VerdictsLapsed lapsed) {
      lapsed.givers().forEach(giver -> give(giver, TurnReason.LAPSED, at, null));
    } else if (event instanceof TurnEvent.PassedOn passed && !absent.contains(passed.to())) {
      if (holders.remove(passed.by()) == null) {
        holders.clear();
      }
      give(passed.to(), TurnReason.PASSED, at, passed.by());
    }
  }

  /** Whoever has it already keeps the reason for which it was given first. */
  private void give(long person, TurnReason reason, Instant at, @Nullable Long by) {
    if (!absent.contains(person)) {
      holders.putIfAbsent(person, new TurnHolder(person, reason, at, by));
    }
  }

  /** Finds somebody where it would be nobody's turn. */
  private void keepGoing(Instant at) {
    if (holders.isEmpty()) {
      Stream.<Supplier<Stream<Long>>>of(
              () -> Stream.of(asker),
              () -> asked.stream().filter(person -> !spoken.contains(person)),
              () -> managers.get().stream(),
              asked::stream)
          .flatMap(Supplier::get)
          .filter(person -> !absent.contains(person))
          .findFirst()
          .ifPresent(person -> give(person, TurnReason.LEFT, at, null));
    }
  }
}
