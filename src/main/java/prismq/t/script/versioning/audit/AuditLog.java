package prismq.t.script.versioning.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.core.commitment.CommitmentSalts;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;

/**
 * The log of what was done. Entries are only added, each with a hash over itself and the one before
 * it; {@link AuditVerification} checks them. Names, addresses and things are hashed as commitments,
 * so that they can be erased later: addresses are, after {@link #ADDRESSES_KEPT}. Safe for use by
 * several threads.
 */
public final class AuditLog {
  /** How long the address of a client is kept. */
  public static final Duration ADDRESSES_KEPT = Duration.ofDays(90);

  /** Above the number of any entry. */
  public static final long ABOVE_ALL = Long.MAX_VALUE;

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  private static final int MAX_NAME = 200;
  private static final int MAX_ADDRESS = 100;
  private static final int MAX_THING = 500;

  /** Number of entries read, or changed, in one transaction. */
  private static final int AT_ONCE = 1_000;

  private final Database database;
  private final Clock clock;
  private final AuditStore store = new AuditStore();

  /** Works on this database by this clock. */
  public AuditLog(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Works on this database, for a command. */
  public static AuditLog of(Database database) {
    return new AuditLog(database, Clock.systemUTC());
  }

  /** Records what is done in a transaction, in the same one: both or neither. */
  public void record(Handle handle, AuditEvent event) {
    Optional<AuditStore.End> end = store.end(handle);
    @Nullable String address = event.actor().address();
    @Nullable String name = event.actor().name();
    AuditEntry entry =
        new AuditEntry(
            end.map(AuditStore.End::number).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            event.act().key(),
            event.scriptId(),
            event.versionNumber(),
            name == null ? "" : PlainText.line(name, MAX_NAME),
            address == null ? null : PlainText.line(address, MAX_ADDRESS),
            PlainText.line(event.thing(), MAX_THING) + means(event.actor()),
            CommitmentSalts.newSeed(),
            ContentHash.of(new byte[0]));
    store.insert(handle, entry.after(end.map(AuditStore.End::hash).orElse(null)));
  }

  private static String means(Actor actor) {
    @Nullable ActingToken token = actor.token();
    return token == null ? "" : ", by the token “" + PlainText.line(token.name(), MAX_NAME) + "”";
  }

  /**
   * Records what has no transaction.
   *
   * @throws Problem if nothing can be written now
   */
  public void record(AuditEvent event) {
    database.write(
        handle -> {
          record(handle, event);
          return null;
        });
  }

  /**
   * Records what only reads, and is done also where nothing can be written, such as an export from
   * a full disk.
   */
  public void tryToRecord(AuditEvent event) {
    if (database.isReadOnly()) {
      return;
    }
    try {
      record(event);
    } catch (Problem e) {
      LOG.warn("The audit log lacks “{} {}”: {}", event.act().title(), event.thing(), e.sentence());
    }
  }

  /** Entries, newest first, from below a number on. */
  public List<AuditEntry> entries(AuditFilter filter, long below, int limit) {
    return database.read(handle -> store.list(handle, filter, below, limit));
  }

  /** Names of those who did something. */
  public List<String> people(int limit) {
    return database.read(handle -> store.people(handle, limit));
  }

  /** Forgets addresses that were kept long enough; gives the number of them. */
  public int forgetAddresses() {
    Instant before = clock.instant().minus(ADDRESSES_KEPT);
    int forgotten = 0;
    int now;
    do {
      now = forgetAddresses(before);
      forgotten += now;
    } while (now == AT_ONCE);
    return forgotten;
  }

  private int forgetAddresses(Instant before) {
    // Most often there are none, and a write would have every page made anew.
    if (database.read(handle -> store.withAddressBefore(handle, before, 1)).isEmpty()) {
      return 0;
    }
    return database.write(
        handle -> {
          List<AuditEntry> old = store.withAddressBefore(handle, before, AT_ONCE);
          old.forEach(entry -> store.forgetAddress(handle, entry));
          return old.size();
        });
  }
}
