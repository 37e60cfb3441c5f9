package prismq.t.script.versioning.account;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Everybody who takes part in reviews: those with accounts, and those who are known by name only
 * from elsewhere, whose numbers are below 0. All methods work in the handle's transaction.
 */
public final class KnownPeople {
  private final AccountStore accounts = new AccountStore();
  private final NamedPeopleStore named = new NamedPeopleStore();

  /** All of them, by their numbers. */
  public Map<Long, Account> all(Handle handle) {
    return Stream.concat(accounts.list(handle).stream(), named.list(handle).stream())
        .collect(Collectors.toMap(Account::id, Function.identity()));
  }

  /** The account of an e-mail address, in whatever case. */
  public Optional<Account> withEmail(Handle handle, String email) {
    return email.isEmpty() ? Optional.empty() : accounts.find(handle, email);
  }

  /** The number of somebody without an account, who is known by this name from then on. */
  public long named(Handle handle, String name, String email) {
    return named.find(handle, name, email).orElseGet(() -> named.add(handle, name, email));
  }
}
