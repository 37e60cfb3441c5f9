package prismq.t.script.versioning.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.commitment.CommitmentSalts;
import prismq.t.script.versioning.db.Database;

class AuditLogTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void openAndRecordOneEntryADay() {
    database = Database.open(folder);
    for (int day = 0; day < 5; day++) {
      at(day)
          .record(
              new AuditEvent(
                  AuditAct.LABEL_ADDED,
                  new Actor(day == 3 ? null : "Ann", "192.0.2." + day),
                  "intro",
                  day == 2 ? null : day,
                  "label " + day));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private AuditLog at(int day) {
    return new AuditLog(database, Clock.fixed(BEGIN.plus(Duration.ofDays(day)), ZoneOffset.UTC));
  }

  private List<String> problems() {
    return new AuditVerification(database).run().problems();
  }

  private void execute(String sql) {
    database.write(handle -> handle.execute(sql));
  }

  /** As whoever writes into the file would do it first. */
  private void dropTriggers() {
    execute("DROP TRIGGER audit_log_is_kept");
    execute("DROP TRIGGER audit_log_is_not_changed");
  }

  private List<@Nullable String> addresses() {
    return at(0).entries(ALL, AuditLog.ABOVE_ALL, 9).stream().map(AuditEntry::address).toList();
  }

  @Test
  void whatWasRecordedIsAsItWasWritten() {
    AuditVerification.CheckedLog checked = new AuditVerification(database).run();
    assertThat(checked.problems()).isEmpty();
    assertThat(checked.summary()).startsWith("audit log: 5 entries, the last has the hash ");
    assertThat(at(0).entries(ALL, AuditLog.ABOVE_ALL, 9))
        .extracting(AuditEntry::number, AuditEntry::actor, AuditEntry::thing)
        .startsWith(tuple(5L, "Ann", "label 4"), tuple(4L, "", "label 3"));
  }

  @Test
  void anEntryCanNeitherBeChangedNorRemoved() {
    assertThatThrownBy(() -> execute("UPDATE audit_log SET thing = 'x' WHERE entry_number = 2"))
        .hasMessageContaining("never changed");
    assertThatThrownBy(() -> execute("DELETE FROM audit_log WHERE entry_number = 5"))
        .hasMessageContaining("never removed");
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "happened_at = happened_at + 1",
        "act = 'label_removed'",
        "script_id = 'outro'",
        "script_id = NULL",
        "version_number = 9",
        "version_number = NULL",
        "actor = 'Eve'",
        "actor = ''",
        "address = '192.0.2.99'",
        "address = NULL",
        "thing = 'another'",
        "salts = zeroblob(15)",
        "entry_hash = zeroblob(32)"
      })
  void aFieldChangedBehindTheBackIsFoundAtItsEntry(String change) {
    dropTriggers();
    execute("UPDATE audit_log SET " + change + " WHERE entry_number = 2");
    assertThat(problems()).contains("audit log: entry 2 is not as it was written");
  }

  @Test
  void saltsThatCannotBeAreNamed() {
    dropTriggers();
    execute("UPDATE audit_log SET salts = x'00' WHERE entry_number = 2");
    assertThat(problems()).containsExactly("audit log: the salts of entry 2 are damaged");
  }

  @Test
  void entriesTakenOutOfTheMiddleAreMissed() {
    dropTriggers();
    execute("DELETE FROM audit_log WHERE entry_number IN (2, 3)");
    assertThat(problems()).containsExactly("audit log: entries 2 to 3 are missing");
  }

  @Test
  void anEndTakenAwayIsMissed() {
    dropTriggers();
    execute("DELETE FROM audit_log WHERE entry_number = 5");
    assertThat(problems()).containsExactly("audit log: its end is entry 4 instead of 5");
    execute("DELETE FROM audit_log");
    assertThat(problems()).containsExactly("audit log: its end is entry 0 instead of 5");
  }

  @Test
  void anEntryPutInIsFound() {
    dropTriggers();
    execute(
        "INSERT INTO audit_log SELECT 6, happened_at, act, script_id, version_number, actor,"
            + " address, thing, salts, entry_hash FROM audit_log WHERE entry_number = 5");
    assertThat(problems())
        .containsExactly(
            "audit log: entry 6 is not as it was written",
            "audit log: its end is entry 6 instead of 5");
  }

  @Test
  void addressesAreForgottenAfterNinetyDaysAndNothingBreaks() {
    AuditVerification.CheckedLog before = new AuditVerification(database).run();
    assertThat(at(90).forgetAddresses()).isZero();
    assertThat(at(92).forgetAddresses()).isEqualTo(2);
    assertThat(addresses()).containsExactly("192.0.2.4", "192.0.2.3", "192.0.2.2", null, null);
    assertThat(problems()).isEmpty();
    assertThat(at(400).forgetAddresses()).isEqualTo(3);
    assertThat(at(400).forgetAddresses()).isZero();
    assertThat(addresses()).containsOnlyNulls();
    assertThat(new AuditVerification(database).run()).isEqualTo(before);
    at(401).record(AuditEvent.of(AuditAct.EXPORTED, "after"));
    assertThat(problems()).isEmpty();
  }

  @Test
  void aForgottenAddressCannotBeFoundByTrying() {
    at(400).forgetAddresses();
    AuditEntry entry = at(0).entries(ALL, AuditLog.ABOVE_ALL, 1).get(0);
    assertThat(entry.isAddressForgotten()).isTrue();
    CommitmentSalts salts = CommitmentSalts.stored(AuditEntry.COMMITTED, entry.salts());
    assertThatThrownBy(() -> salts.salt(AuditEntry.ADDRESS))
        .isInstanceOf(IllegalStateException.class);
    // The right address gives no more than any other.
    assertThat(salts.commitment(AuditEntry.ADDRESS, "192.0.2.4".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(salts.commitment(AuditEntry.ADDRESS, new byte[] {1}));
  }

  @Test
  void anAddressPutInAgainIsFound() {
    at(400).forgetAddresses();
    execute("UPDATE audit_log SET address = '192.0.2.9' WHERE entry_number = 3");
    assertThat(problems())
        .containsExactly("audit log: entry 3 has an address again, which was forgotten");
  }

  @Test
  void whatIsRolledBackIsNotRecorded() {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      at(6).record(handle, AuditEvent.of(AuditAct.EXPORTED, "one"));
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    assertThat(at(0).entries(ALL, AuditLog.ABOVE_ALL, 9)).hasSize(5);
    assertThat(problems()).isEmpty();
  }

  @Test
  void longAndOddTextsAreOneLineThatFits() {
    at(6)
        .record(
            new AuditEvent(
                AuditAct.REFUSED,
                new Actor("A\nB".repeat(500), "x".repeat(500)),
                null,
                null,
                "line\r\nline\u0000" + "y".repeat(5_000)));
    AuditEntry entry = at(0).entries(ALL, AuditLog.ABOVE_ALL, 1).get(0);
    assertThat(entry.actor()).hasSizeLessThanOrEqualTo(200).doesNotContain("\n");
    assertThat(entry.address()).hasSizeLessThanOrEqualTo(100);
    assertThat(entry.thing()).hasSizeLessThanOrEqualTo(500).doesNotContain("\n", "\u0000");
    assertThat(problems()).isEmpty();
  }

  @Test
  void refusalsAreRecordedAFewAMinuteAndTheOthersCounted() {
    RefusalLog refusals =
        new RefusalLog(at(6), AuditAct.REFUSED, Clock.fixed(BEGIN, ZoneOffset.UTC));
    for (int i = 0; i < 100; i++) {
      refusals.refused(Actor.THIS_COMPUTER, "GET /" + i);
    }
    AuditFilter refused = new AuditFilter(AuditAct.REFUSED, null, null, null, null);
    assertThat(at(0).entries(refused, AuditLog.ABOVE_ALL, 200)).hasSize(RefusalLog.A_MINUTE);
  }
}
