package prismq.t.script.versioning.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.db.Database;

class SessionsTest {
  @TempDir Path folder;

  private final HandClock clock = new HandClock();
  private Database database;
  private Accounts accounts;
  private Sessions sessions;
  private Account account;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    accounts = new Accounts(database, new Links(database, clock), clock);
    sessions = new Sessions(database, clock);
    account =
        accounts.add(
            new NewAccount("Script admin", "admin@example.org", "seven grey herons at noon"),
            Role.ADMIN);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Secret start() {
    return sessions.start(account, "Firefox on Linux", "127.0.0.1");
  }

  @Test
  void aSessionEndsAfterTwelveHoursWithoutUse() {
    Secret secret = start();
    clock.move(Duration.ofHours(11));
    assertThat(sessions.account(secret)).contains(account);
    clock.move(Duration.ofHours(11));
    assertThat(sessions.account(secret)).contains(account);
    clock.move(Duration.ofHours(12));
    assertThat(sessions.account(secret)).isEmpty();
  }

  @Test
  void aSessionEndsAfterSevenDaysHoweverMuchItIsUsed() {
    Secret secret = start();
    for (int hours = 6; hours < 7 * 24; hours += 6) {
      clock.move(Duration.ofHours(6));
      assertThat(sessions.account(secret)).as("after %d hours", hours).contains(account);
    }
    clock.move(Duration.ofHours(6));
    assertThat(sessions.account(secret)).isEmpty();
    assertThat(sessions.list(account)).isEmpty();
  }

  @Test
  void onlyTheHashOfASecretIsKept() {
    Secret secret = start();
    assertThat(sessions.list(account))
        .singleElement()
        .satisfies(
            session ->
                assertThat(session.secretHash())
                    .isEqualTo(secret.hash())
                    .isNotEqualTo(secret.text()));
    assertThat(secret.toString()).doesNotContain(secret.text());
    assertThat(sessions.account(Secret.read(secret.hash().substring(0, 43)).orElseThrow()))
        .isEmpty();
  }

  @Test
  void whatAnotherProcessChangesCountsAtOnce() {
    Secret secret = start();
    assertThat(sessions.account(secret)).contains(account);
    try (Database other = Database.open(folder)) {
      Accounts elsewhere = new Accounts(other, new Links(other, clock), clock);
      elsewhere.add(
          new NewAccount("Other admin", "other@example.org", "nine slow barges upstream"),
          Role.ADMIN);
      elsewhere.change(account.id(), before -> before.withRole(Role.VIEWER));
      assertThat(sessions.account(secret).orElseThrow().role()).isEqualTo(Role.VIEWER);
      elsewhere.change(account.id(), before -> before.disabled(true));
      assertThat(sessions.account(secret)).isEmpty();
    }
  }

  @Test
  void whoIsEnabledAgainHasToSignInAgain() {
    Secret secret = start();
    accounts.add(
        new NewAccount("Other admin", "other@example.org", "nine slow barges upstream"),
        Role.ADMIN);
    accounts.change(account.id(), before -> before.disabled(true));
    accounts.change(account.id(), before -> before.disabled(false));
    assertThat(sessions.account(secret)).isEmpty();
  }
}
