package prismq.t.script.versioning.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** Makes, checks and revokes tokens. Safe for use by several threads. */
public final class Tokens {
  private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

  private final Database database;
  private final Accounts accounts;
  private final Clock clock;
  private final AuditLog log;
  private final TokenStore store = new TokenStore();
  private volatile KnownTokens known = new KnownTokens(-1, Map.of());

  /** Keeps them in this database, for these accounts. */
  public Tokens(Database database, Accounts accounts, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.clock = clock;
    this.log = new AuditLog(database, clock);
  }

  /** What was read while the database was in one state, by the hashes of secrets. */
  private record KnownTokens(long changeCount, Map<String, TokenHolder> byHash) {}

  private record TokenHolder(Token token, Account owner) {}

  /**
   * Makes a token.
   *
   * @return its text, which is known to nobody afterwards but whoever is told now
   * @throws InvalidInputException if it cannot be made so
   */
  public String make(Account owner, NewToken made) {
    return make(ReadableScripts.ALL, project -> true, owner, made);
  }

  /**
   * The same for somebody who may know of these scripts, and is told of no other one.
   *
   * @param projects tells by its number whether they may know of a project
   */
  public String make(
      ReadableScripts readable, LongPredicate projects, Account owner, NewToken made) {
    made.checkFor(owner);
    String name = NewToken.checkedName(made.name());
    Secret secret = Secret.random();
    Instant now = clock.instant();
    @Nullable Duration life = made.life();
    return database.write(
        handle -> {
          Token token =
              new Token(
                  0,
                  owner.id(),
                  name,
                  made.right(),
                  new TokenLimit(
                      rows(handle, readable, made.scriptIds()),
                      projectRows(handle, projects, made.projects())),
                  now,
                  life == null ? null : now.plus(life),
                  null,
                  null);
          store.insert(handle, token, secret.hash());
          log.record(handle, AuditEvent.of(AuditAct.TOKEN_MADE, told(owner, token, made)));
          return TokenText.of(secret);
        });
  }

  private Set<Long> rows(Handle handle, ReadableScripts readable, List<String> scriptIds) {
    Set<Long> rows = new LinkedHashSet<>();
    for (String scriptId : scriptIds) {
      rows.add(
          store
              .script(handle, scriptId)
              .filter(readable::include)
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          "scripts", FilledMessage.of("token.no_script", scriptId))));
    }
    return rows;
  }

  private Set<Long> projectRows(Handle handle, LongPredicate readable, List<String> names) {
    Set<Long> rows = new LinkedHashSet<>();
    for (String name : names) {
      rows.add(
          store
              .project(handle, name)
              .filter(readable::test)
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          "projects", FilledMessage.of("project.none", name))));
    }
    return rows;
  }

  private static String told(Account owner, Token token, NewToken made) {
    String scripts =
        made.scriptIds().isEmpty() ? "" : ", for " + String.join(" ", made.scriptIds());
    String projects =
        made.projects().isEmpty() ? "" : ", for projects " + String.join(", ", made.projects());
    String until =
        token.expiresAt() == null
            ? ""
            : ", until " + token.expiresAt().truncatedTo(ChronoUnit.SECONDS);
    return named(owner, token) + ", " + token.right().word() + until + scripts + projects;
  }

  private static String named(Account owner, Token token) {
    return "“" + token.name() + "” of " + owner.name();
  }

  /** Finds out whether a text is a token that lets its holder in now, and writes its use down. */
  public TokenCheck check(String text) {
    Optional<TokenHolder> found = TokenText.secret(text).flatMap(secret -> holder(secret.hash()));
    if (found.isEmpty()) {
      return new TokenCheck.Bad(TokenFault.UNKNOWN);
    }
    Token token = found.get().token;
    Account owner = found.get().owner;
    Instant now = clock.instant();
    if (token.isRevoked()) {
      return new TokenCheck.Bad(TokenFault.REVOKED);
    }
    if (token.isExpired(now)) {
      return new TokenCheck.Bad(TokenFault.EXPIRED);
    }
    if (owner.isDisabled()) {
      return new TokenCheck.Bad(TokenFault.OWNER_DISABLED);
    }
    if (token.isToTouch(now)) {
      touch(token, now);
    }
    return new TokenCheck.Good(token, owner);
  }

  /** From memory until anything in the database has changed, by whichever process. */
  private Optional<TokenHolder> holder(String hash) {
    // Before the read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    KnownTokens before = known;
    if (before.changeCount != changeCount) {
      before = new KnownTokens(changeCount, new ConcurrentHashMap<>());
      known = before;
    }
    @Nullable TokenHolder found = before.byHash.get(hash);
    if (found == null) {
      found = database.read(handle -> store.find(handle, hash)).map(this::holder).orElse(null);
      if (found != null) {
        before.byHash.put(hash, found);
      }
    }
    return Optional.ofNullable(found);
  }

  private TokenHolder holder(Token token) {
    return new TokenHolder(token, accounts.account(token.accountId()));
  }

  private void touch(Token token, Instant now) {
    try {
      database.write(
          handle -> {
            store.touch(handle, token.id(), now);
            return null;
          });
    } catch (Problem e) {
      // Whoever reads goes on reading; only the page of tokens tells less.
      LOG.warn("The use of a token was not written down: {}", e.sentence());
    }
  }

  /**
   * Those of an account that were not revoked, newest first.
   *
   * @param readable tells by its number whether the account may know of a project
   */
  public List<OwnedToken> list(Account owner, LongPredicate readable) {
    return owned(database.read(handle -> store.list(handle, owner.id())), readable);
  }

  /** Those of everybody that were not revoked, newest first. */
  public List<OwnedToken> list() {
    return owned(database.read(store::list), project -> true);
  }

  private List<OwnedToken> owned(List<Token> tokens, LongPredicate readable) {
    return tokens.stream()
        .map(
            token ->
                new OwnedToken(
                    token,
                    accounts.account(token.accountId()),
                    scriptIds(token),
                    projects(token, readable)))
        .toList();
  }

  /**
   * The names of the projects that a token is for, in alphabetical order.
   *
   * @param readable tells by its number whether a project may be known of
   */
  public List<String> projects(Token token, LongPredicate readable) {
    return database.read(handle -> store.projectNames(handle, token.id())).entrySet().stream()
        .filter(project -> readable.test(project.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The ids of the scripts that a token is for, in alphabetical order. */
  public List<String> scriptIds(Token token) {
    return database.read(handle -> store.scriptIds(handle, token.id()));
  }

  /**
   * A token by its id.
   *
   * @throws Problem if there is none
   */
  public Token token(long id) {
    return database
        .read(handle -> store.find(handle, id))
        .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, FilledMessage.of("token.not_found")));
  }

  /** Takes a token back; does nothing where that was done before. */
  public void revoke(Token token) {
    Account owner = accounts.account(token.accountId());
    database.write(
        handle -> {
          if (store.revoke(handle, token.id(), clock.instant()) > 0) {
            log.record(handle, AuditEvent.of(AuditAct.TOKEN_REVOKED, named(owner, token)));
          }
          return null;
        });
  }

  /** The token that saved a version; empty where none did. */
  public Optional<TokenSave> savedBy(String scriptId, int versionNumber) {
    return database.read(handle -> store.save(handle, scriptId, versionNumber));
  }
}
