package prismq.t.script.versioning.api;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Person;

/** Whom a version is shown to be by, as JSON; account is the number of their account. */
record PersonJson(String name, @Nullable Long account) {
  static PersonJson of(Person person) {
    return new PersonJson(person.name(), person.account());
  }
}
