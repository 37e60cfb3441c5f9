package prismq.t.script.versioning.history;

import org.jspecify.annotations.Nullable;

/**
 * Whom a version is shown to be by, whatever name it was saved under.
 *
 * @param account the number of their account; null where they are known to have none
 */
public record Person(String name, @Nullable Long account) {
  /** Somebody of whom no more is known than the name that they saved under. */
  static Person of(Author author) {
    return new Person(author.name(), null);
  }
}
