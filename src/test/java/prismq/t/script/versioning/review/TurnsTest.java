package prismq.t.script.versioning.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import prismq.t.script.versioning.review.TurnEvent.Answered;
import prismq.t.script.versioning.review.TurnEvent.PassedOn;
import prismq.t.script.versioning.review.TurnEvent.Spoke;
import prismq.t.script.versioning.review.TurnEvent.VerdictsLapsed;

/** Ann asks Ben and Cara; Mia manages the script. */
class TurnsTest {
  private static final long ANN = 1;
  private static final long BEN = 2;
  private static final long CARA = 3;
  private static final long MIA = 4;
  private static final List<Long> EVERYBODY = List.of(ANN, BEN, CARA, MIA);
  private static final int LENGTH = 3;

  private static Instant at(int minute) {
    return Instant.ofEpochSecond(60L * minute);
  }

  private static List<TurnHolder> after(Set<Long> absent, List<TurnEvent> events) {
    return Turns.after(ANN, List.of(BEN, CARA), at(0), absent, () -> List.of(MIA), events);
  }

  private static List<TurnHolder> after(TurnEvent... events) {
    return after(Set.of(), List.of(events));
  }

  private static TurnHolder has(long who, TurnReason why, int since, @Nullable Long by) {
    return new TurnHolder(who, why, at(since), by);
  }

  @Test
  void whoIsAskedHasTheTurn() {
    assertThat(after())
        .containsExactly(has(BEN, TurnReason.ASKED, 0, ANN), has(CARA, TurnReason.ASKED, 0, ANN));
  }

  @Test
  void whatSomebodySaysGivesItBackToWhoeverAsked() {
    assertThat(after(new Spoke(BEN, at(1)), new Spoke(CARA, at(2))))
        .containsExactly(has(ANN, TurnReason.ANSWERED, 1, BEN));
  }

  @Test
  void theAnswerOfWhoeverAskedGivesItToThoseWhoAreAnswered() {
    assertThat(after(new Spoke(BEN, at(1)), new Answered(List.of(BEN), at(2))))
        .containsExactly(has(CARA, TurnReason.ASKED, 0, ANN), has(BEN, TurnReason.REPLIED, 2, ANN));
  }

  @Test
  void aLapsedVerdictReturnsToItsGiver() {
    assertThat(after(new Spoke(BEN, at(1)), new VerdictsLapsed(List.of(BEN), at(2))))
        .containsExactly(
            has(CARA, TurnReason.ASKED, 0, ANN),
            has(ANN, TurnReason.ANSWERED, 1, BEN),
            has(BEN, TurnReason.LAPSED, 2, null));
  }

  @Test
  void itIsPassedOnByWhoeverHasItAloneAndByOthersForAll() {
    assertThat(after(new PassedOn(BEN, MIA, at(1))))
        .containsExactly(has(CARA, TurnReason.ASKED, 0, ANN), has(MIA, TurnReason.PASSED, 1, BEN));
    assertThat(after(new PassedOn(ANN, MIA, at(1))))
        .containsExactly(has(MIA, TurnReason.PASSED, 1, ANN));
  }

  @Test
  void programsAreNeverWaitedForAndSomebodyAlwaysIs() {
    assertThat(after(Set.of(BEN, CARA), List.of()))
        .containsExactly(has(ANN, TurnReason.LEFT, 0, null));
    assertThat(after(Set.of(ANN), List.of(new Spoke(BEN, at(1)), new Spoke(CARA, at(2)))))
        .containsExactly(has(MIA, TurnReason.LEFT, 2, null));
    assertThat(after(Set.of(ANN, BEN, CARA), List.of()))
        .containsExactly(has(MIA, TurnReason.LEFT, 0, null));
    assertThat(after(Set.copyOf(EVERYBODY), List.of())).isEmpty();
  }

  /** All that can happen at a minute. */
  private static List<TurnEvent> events(int minute) {
    List<TurnEvent> events = new ArrayList<>();
    for (long by : List.of(ANN, BEN, CARA)) {
      events.add(new Spoke(by, at(minute)));
    }
    List<List<Long>> some = List.of(List.of(BEN), List.of(CARA), List.of(BEN, CARA));
    some.forEach(people -> events.add(new Answered(people, at(minute))));
    some.forEach(givers -> events.add(new VerdictsLapsed(givers, at(minute))));
    for (long by : EVERYBODY) {
      for (long to : EVERYBODY) {
        events.add(new PassedOn(by, to, at(minute)));
      }
    }
    return events;
  }

  private static Optional<TurnHolder> holder(List<TurnHolder> holders, long who) {
    return holders.stream().filter(holder -> holder.account() == who).findFirst();
  }

  @Test
  void theRulesHoldWhateverHappens() {
    int tried = 0;
    for (int absence = 0; absence < 8; absence++) {
      Set<Long> absent = new HashSet<>();
      for (long who : List.of(ANN, BEN, CARA)) {
        if ((absence >> (who - 1) & 1) == 1) {
          absent.add(who);
        }
      }
      tried += tryAll(absent, List.of(), after(absent, List.of()));
    }
    int events = events(1).size();
    assertThat(tried).isEqualTo(8 * (events + events * events + events * events * events));
  }

  private static int tryAll(Set<Long> absent, List<TurnEvent> before, List<TurnHolder> held) {
    if (before.size() == LENGTH) {
      return 0;
    }
    int tried = 0;
    for (TurnEvent event : events(before.size() + 1)) {
      List<TurnEvent> happened = Stream.concat(before.stream(), Stream.of(event)).toList();
      List<TurnHolder> now = after(absent, happened);
      check(absent, event, held, now, happened);
      tried += 1 + tryAll(absent, happened, now);
    }
    return tried;
  }

  private static void check(
      Set<Long> absent,
      TurnEvent event,
      List<TurnHolder> held,
      List<TurnHolder> now,
      List<TurnEvent> happened) {
    String told = absent + " " + happened;
    assertThat(now).as(told).isNotEmpty().noneMatch(holder -> absent.contains(holder.account()));
    for (TurnHolder holder : now) {
      boolean isKept = held.contains(holder);
      boolean isNew = holder.since().equals(event.at());
      assertThat(isKept || isNew).as(told).isTrue();
    }
    if (now.stream()
        .anyMatch(holder -> holder.reason() == TurnReason.LEFT && !held.contains(holder))) {
      assertThat(now).as(told).hasSize(1);
      return;
    }
    if (event instanceof Spoke said) {
      assertThat(holder(now, said.by())).as(told).isEmpty();
      assertThat(holder(now, ANN).isPresent())
          .as(told)
          .isEqualTo(said.by() != ANN && !absent.contains(ANN));
    } else if (event instanceof Answered answered) {
      assertThat(holder(now, ANN)).as(told).isEmpty();
      haveIt(answered.people(), absent, now, told);
    } else if (event instanceof VerdictsLapsed lapsed) {
      assertThat(now).as(told).containsAll(held);
      haveIt(lapsed.givers(), absent, now, told);
    } else if (event instanceof PassedOn passed && !absent.contains(passed.to())) {
      haveIt(List.of(passed.to()), absent, now, told);
      boolean isOwn = holder(held, passed.by()).isPresent();
      assertThat(now.size()).as(told).isLessThanOrEqualTo(isOwn ? held.size() : 1);
    } else {
      assertThat(now).as(told).isEqualTo(held);
    }
  }

  private static void haveIt(
      List<Long> people, Set<Long> absent, List<TurnHolder> now, String told) {
    for (long who : people) {
      assertThat(holder(now, who).isPresent()).as(told).isEqualTo(!absent.contains(who));
    }
  }
}
