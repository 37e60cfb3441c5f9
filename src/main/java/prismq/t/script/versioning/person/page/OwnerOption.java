package prismq.t.script.versioning.person.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.person.Owner;
import prismq.t.script.versioning.person.TiedPerson;

/**
 * Somebody to choose in the form.
 *
 * @param value what the form sends
 */
record OwnerOption(String value, String title) {
  private static final String ACCOUNT = "account-";
  private static final String PERSON = "person-";
  static final String TOGETHER = "together";

  static OwnerOption of(Account account) {
    return new OwnerOption(
        ACCOUNT + account.id(), Messages.text("names.account", account.name(), account.email()));
  }

  static OwnerOption of(TiedPerson person) {
    return new OwnerOption(PERSON + person.id(), person.shown());
  }

  /** What a form sends for an owner. */
  static String value(Owner owner) {
    if (owner instanceof Owner.OfAccount account) {
      return ACCOUNT + account.id();
    }
    return owner instanceof Owner.OfPerson known ? PERSON + known.person() : TOGETHER;
  }

  /** The owner that a form names; empty if it names none. */
  static Optional<Owner> owner(String value, String shown) {
    if (value.equals(TOGETHER)) {
      return Optional.of(new Owner.OfNames(shown));
    }
    @Nullable Long account = number(value, ACCOUNT);
    if (account != null) {
      return Optional.of(new Owner.OfAccount(account));
    }
    @Nullable Long person = number(value, PERSON);
    return person == null ? Optional.empty() : Optional.of(new Owner.OfPerson(person));
  }

  private static @Nullable Long number(String value, String before) {
    return value.matches(before + "\\d{1,15}")
        ? Long.valueOf(value.substring(before.length()))
        : null;
  }
}
