package prismq.t.script.versioning.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.db.Database;

class GuessingTest {
  @TempDir Path folder;

  private final HandClock clock = new HandClock();
  private Database database;
  private Guessing guessing;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    guessing = new Guessing(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static GuessAttempt attempt(String email, String address) {
    return GuessAttempt.signIn(email, address);
  }

  @Test
  void theFirstFewAttemptsDoNotWaitAndThenEachWaitsLonger() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Duration wait = guessing.begin(attempt("ann@example.org", "192.0.2.1"));
      waits.add(wait);
      clock.move(wait);
    }
    assertThat(waits.subList(0, 4)).containsOnly(Duration.ZERO);
    assertThat(waits.subList(4, 9)).isSorted().doesNotContain(Duration.ZERO);
    assertThat(waits.get(8)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void attemptsFromOneAddressWaitForEachOtherAndManyAreAskedToComeBack() {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 40; i++) {
                guessing.begin(attempt("somebody" + i + "@example.org", "192.0.2.1"));
              }
            })
        .isInstanceOf(TooManyAttemptsException.class)
        .hasMessageContaining("Try again in");
    assertThat(guessing.begin(attempt("ann@example.org", "192.0.2.2"))).isZero();
    clock.move(Duration.ofMinutes(1));
    assertThat(guessing.begin(attempt("ann@example.org", "192.0.2.1"))).isZero();
  }

  @Test
  void attemptsAtTheSameTimeFromOneAddressDoNotWaitForLongEither() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(24);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<Duration>> begun = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        GuessAttempt attempt = attempt("somebody" + i + "@example.org", "192.0.2.1");
        begun.add(
            threads.submit(
                () -> {
                  start.await();
                  return waitOf(attempt);
                }));
      }
      start.countDown();
      for (Future<Duration> wait : begun) {
        assertThat(wait.get()).isLessThanOrEqualTo(Duration.ofSeconds(20));
      }
    } finally {
      threads.shutdown();
    }
    clock.move(Duration.ofMinutes(1));
    assertThat(guessing.begin(attempt("ann@example.org", "192.0.2.1"))).isZero();
  }

  /** How long an attempt waits; zero where it is not made. */
  private Duration waitOf(GuessAttempt attempt) {
    try {
      return guessing.begin(attempt);
    } catch (TooManyAttemptsException e) {
      return Duration.ZERO;
    }
  }

  @Test
  void nobodyLocksAnAccountHoweverManyAddressesTheyHave() {
    for (int i = 0; i < 300; i++) {
      guessing.begin(attempt("ann@example.org", "198.51." + i / 100 + "." + i % 100));
    }
    assertThat(guessing.begin(attempt("Ann@Example.org", "192.0.2.7")))
        .isGreaterThan(Duration.ofSeconds(1))
        .isLessThanOrEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void theAddressesOfOneCustomerAreOne() {
    for (int i = 0; i < 8; i++) {
      guessing.begin(attempt("somebody" + i + "@example.org", "2001:db8:0:1:0:0:0:" + i));
    }
    assertThat(guessing.begin(attempt("ann@example.org", "2001:db8:0:1:9:9:9:9"))).isPositive();
    assertThat(guessing.begin(attempt("ann@example.org", "2001:db8:0:2:0:0:0:1"))).isZero();
  }

  @Test
  void whoGetsInIsForgiven() {
    GuessAttempt attempt = attempt("ann@example.org", "192.0.2.1");
    for (int round = 0; round < 10; round++) {
      assertThat(guessing.begin(attempt)).as("round %d", round).isZero();
      assertThat(guessing.begin(attempt)).as("round %d", round).isZero();
      guessing.succeeded(attempt);
      clock.move(Duration.ofHours(7));
    }
  }

  @Test
  void anUnknownAddressWaitsAsAKnownOne() {
    new Accounts(database, new Links(database, clock), clock)
        .add(
            new NewAccount("Script admin", "admin@example.org", "seven grey herons at noon"),
            Role.ADMIN);
    for (int i = 0; i < 8; i++) {
      assertThat(guessing.begin(attempt("admin@example.org", "192.0.2." + i)))
          .isEqualTo(guessing.begin(attempt("ghost@example.org", "198.51.100." + i)));
    }
  }
}
