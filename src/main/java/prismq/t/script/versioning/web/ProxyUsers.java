package prismq.t.script.versioning.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.Nobody;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.ScriptRights;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Admissions;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.history.InvalidInputException;

/**
 * Signs those in whom a proxy vouches for. There is no session to end or to steal: each request
 * says anew who it comes from, whatever the browser was signed in as.
 */
public final class ProxyUsers {
  private static final String UNKNOWN = ProxyUsers.class.getName();
  private static final int MAX_KNOWN = 1_000;

  /** What the tokens of forms are derived from. */
  private final Secret secret = Secret.random();

  private final Proxies proxies;
  private final Admissions admissions;
  private final ScriptRights rights;
  private final LongSupplier changeCount;
  private volatile KnownUsers known = new KnownUsers(-1, Map.of());

  /**
   * Believes these proxies.
   *
   * @param rights tells what those who are let in may do with single scripts
   * @param changeCount gives another number after the data has changed
   */
  public ProxyUsers(
      Proxies proxies, Admissions admissions, ScriptRights rights, LongSupplier changeCount) {
    this.proxies = proxies;
    this.admissions = admissions;
    this.rights = rights;
    this.changeCount = changeCount;
  }

  /** What was read while the database was in one state, by e-mail address. */
  private record KnownUsers(long changeCount, Map<String, Optional<Account>> byEmail) {}

  /** Finds out whether a proxy vouches for somebody, and remembers it on the request. */
  public void find(Context context) {
    Requester found = Requester.of(context);
    if (found instanceof Nobody || found instanceof SignedIn) {
      proxies.user(context).ifPresent(email -> signIn(context, found, email));
    }
  }

  private void signIn(Context context, Requester before, String email) {
    Optional<Account> account = account(email);
    if (account.isEmpty()) {
      context.attribute(UNKNOWN, email);
      Requester.remember(context, new Nobody(false));
    } else if (!isOf(before, account.get())) {
      Account user = account.get();
      Requester.remember(context, new SignedIn(user, secretOf(user), rights.of(user)));
    }
  }

  private static boolean isOf(Requester requester, Account account) {
    return requester instanceof SignedIn signedIn && signedIn.account().id() == account.id();
  }

  private Secret secretOf(Account account) {
    return Secret.read(secret.derived("account " + account.id()).substring(0, 43)).orElseThrow();
  }

  private Optional<Account> account(String email) {
    long count = changeCount.getAsLong();
    KnownUsers before = known;
    if (before.changeCount != count || before.byEmail.size() >= MAX_KNOWN) {
      before = new KnownUsers(count, new ConcurrentHashMap<>());
      known = before;
    }
    return before.byEmail.computeIfAbsent(email, this::admitted);
  }

  private Optional<Account> admitted(String email) {
    try {
      return admissions.admit(Account.checkedEmail(email));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** Whom a proxy vouches for who has no account; null for nobody. */
  public static @Nullable String unknown(Context context) {
    return context.attribute(UNKNOWN);
  }
}
