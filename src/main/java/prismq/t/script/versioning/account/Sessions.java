package prismq.t.script.versioning.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;

/** The browsers that are signed in. Safe for use by several threads. */
public final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private static final int MAX_DEVICE = 100;
  private static final int MAX_ADDRESS = 45;

  private final Database database;
  private final Clock clock;
  private final AuditLog log;
  private final SessionStore sessions = new SessionStore();
  private final AccountStore accounts = new AccountStore();
  private volatile KnownHolders known = new KnownHolders(-1, Map.of());

  /** Keeps them in this database. */
  public Sessions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.log = new AuditLog(database, clock);
  }

  /** What was read while the database was in one state, by the hashes of secrets. */
  private record KnownHolders(long changeCount, Map<String, Holder> byHash) {}

  private record Holder(Session session, Account account) {}

  /**
   * Signs an account in.
   *
   * @return the secret that its browser sends from now on
   */
  public Secret start(Account account, String device, String address) {
    Secret secret = Secret.random();
    Instant now = clock.instant();
    database.write(
        handle -> {
          sessions.deleteDead(handle, now);
          sessions.insert(
              handle,
              new Session(
                  secret.hash(),
                  account.id(),
                  cut(device, MAX_DEVICE),
                  cut(address, MAX_ADDRESS),
                  now,
                  now));
          log.record(handle, AuditEvent.of(AuditAct.SIGNED_IN, device).as(account.name()));
          return null;
        });
    return secret;
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  /** The account that is signed in with a secret, as it is now; empty where that has ended. */
  public Optional<Account> account(Secret secret) {
    Instant now = clock.instant();
    return holder(secret.hash())
        .filter(holder -> holder.session.isAlive(now) && !holder.account.isDisabled())
        .map(
            holder -> {
              if (holder.session.isToTouch(now)) {
                touch(holder.session, now);
              }
              return holder.account;
            });
  }

  /** From memory until anything in the database has changed, by whichever process. */
  private Optional<Holder> holder(String hash) {
    // Before the read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    KnownHolders before = known;
    if (before.changeCount != changeCount) {
      before = new KnownHolders(changeCount, new ConcurrentHashMap<>());
      known = before;
    }
    Holder found = before.byHash.get(hash);
    if (found == null) {
      found = read(hash).orElse(null);
      if (found != null) {
        before.byHash.put(hash, found);
      }
    }
    return Optional.ofNullable(found);
  }

  private Optional<Holder> read(String hash) {
    return database.read(
        handle ->
            sessions
                .find(handle, hash)
                .flatMap(
                    session ->
                        accounts
                            .find(handle, session.accountId())
                            .map(account -> new Holder(session, account))));
  }

  private void touch(Session session, Instant now) {
    try {
      database.write(
          handle -> {
            sessions.touch(handle, session.secretHash(), now);
            return null;
          });
    } catch (Problem e) {
      // Whoever reads goes on reading; at worst the session ends earlier.
      LOG.warn("The use of a session was not written down: {}", e.sentence());
    }
  }

  /** Those of an account that have not ended, used last first. */
  public List<Session> list(Account account) {
    Instant now = clock.instant();
    return database.read(handle -> sessions.list(handle, account.id())).stream()
        .filter(session -> session.isAlive(now))
        .toList();
  }

  /** Ends a session of an account; does nothing where it has none of that hash. */
  public void end(Account account, String secretHash) {
    database.write(
        handle -> {
          sessions
              .find(handle, secretHash)
              .filter(session -> session.accountId() == account.id())
              .ifPresent(
                  session -> {
                    sessions.delete(handle, session.accountId(), secretHash);
                    log.record(handle, AuditEvent.of(AuditAct.SIGNED_OUT, session.device()));
                  });
          return null;
        });
  }

  /** Ends all sessions of an account but this one. */
  public void endOthers(Account account, Secret kept) {
    database.write(
        handle -> {
          if (sessions.deleteOthers(handle, account.id(), kept.hash()) > 0) {
            log.record(handle, AuditEvent.of(AuditAct.SIGNED_OUT, "all other browsers"));
          }
          return null;
        });
  }
}
