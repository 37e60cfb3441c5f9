package prismq.t.script.versioning.account;

import java.time.ZoneId;
import java.util.List;

/**
 * What somebody says of an account to be made.
 *
 * @param password as it was typed
 */
public record NewAccount(String name, String email, String password) {
  /** Words that its password must not be made of. */
  List<String> words() {
    return List.of(name, email);
  }

  /** What is checked of it by itself, each throwing where it fails, so that all is told at once. */
  public Runnable[] checks() {
    return new Runnable[] {
      () -> Account.checkedName(name),
      () -> Account.checkedEmail(email),
      () -> Passwords.check(password, words())
    };
  }

  /** The account, which has no id yet. */
  Account checked(Role role) {
    for (Runnable check : checks()) {
      check.run();
    }
    return new Account(
        0,
        Account.checkedName(name),
        Account.checkedEmail(email),
        ZoneId.of("UTC"),
        Account.LANGUAGE_OF_BROWSER,
        role,
        false);
  }

  @Override
  public String toString() {
    return "a new account";
  }
}
