package prismq.t.script.versioning.person;

/** Whose names are to be. */
public sealed interface Owner {
  /** Somebody with an account. */
  record OfAccount(long id) implements Owner {}

  /** Somebody without an account, to whom names are tied already. */
  record OfPerson(long person) implements Owner {}

  /**
   * Somebody of whom no more is known than these names.
   *
   * @param shown the name that is shown for all of them
   */
  record OfNames(String shown) implements Owner {}
}
