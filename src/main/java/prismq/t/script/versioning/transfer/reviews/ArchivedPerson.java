package prismq.t.script.versioning.transfer.reviews;

/**
 * Somebody as a record names them.
 *
 * @param name empty where nobody said it
 * @param email empty where it is not known
 */
record ArchivedPerson(String name, String email) {
  boolean isNobody() {
    return name.isEmpty() && email.isEmpty();
  }
}
