package prismq.t.script.versioning.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import prismq.t.script.versioning.db.Database;

/** Browsers that were sent to a provider; each may come back once, within ten minutes. */
public final class BegunSignOns {
  /** How long somebody may take to sign in there. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  private final Database database;
  private final Clock clock;
  private final BegunSignOnStore store = new BegunSignOnStore();

  /** Keeps them in this database. */
  public BegunSignOns(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Remembers one.
   *
   * @return what its browser keeps meanwhile
   */
  public Secret begin(BegunSignOn begun) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    database.write(
        handle -> {
          store.deleteOlder(handle, now.minus(LIFE));
          store.insert(handle, secret.hash(), begun, now);
          return null;
        });
    return secret;
  }

  /** What the holder of a secret was about; empty where it is over, or they came back before. */
  public Optional<BegunSignOn> comeBack(Secret secret) {
    return database.write(handle -> store.take(handle, secret.hash(), clock.instant().minus(LIFE)));
  }
}
