package prismq.t.script.versioning.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.db.Database;

/**
 * The addresses at which people read what they are told as a feed: programs that read feeds do not
 * sign in, so whoever has the address reads it. Safe for use by several threads.
 */
public final class PrivateFeeds {
  private final Database database;
  private final Clock clock;
  private final PrivateFeedStore store = new PrivateFeedStore();

  /** Keeps them in this database, by this clock. */
  public PrivateFeeds(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** When somebody's address was made; empty where they have none. */
  public Optional<Instant> madeAt(long account) {
    return database.read(handle -> store.madeAt(handle, account));
  }

  /** Makes an address, which ends the one before; the secret in it is told only now. */
  public Secret make(long account) {
    Secret secret = Secret.random();
    database.write(
        handle -> {
          store.put(handle, account, secret.hash(), clock.instant());
          return null;
        });
    return secret;
  }

  /** Ends somebody's address. */
  public void end(long account) {
    database.write(
        handle -> {
          store.delete(handle, account);
          return null;
        });
  }

  /** Whose address it is; empty for that of nobody. */
  public Optional<Long> account(Secret secret) {
    return database.read(handle -> store.account(handle, secret.hash()));
  }
}
