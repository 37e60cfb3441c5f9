package prismq.t.script.versioning.access;

/**
 * Whom a right can be given to.
 *
 * @param isGroup whether to all who are in a group; else to one account
 * @param id the number of the group or the account
 */
public record Grantee(boolean isGroup, long id) implements Comparable<Grantee> {
  private static final String GROUP = "group-";

  /** An account. */
  public static Grantee account(long id) {
    return new Grantee(false, id);
  }

  /** A group. */
  public static Grantee group(long id) {
    return new Grantee(true, id);
  }

  /** As it is written in forms. */
  public String word() {
    return (isGroup ? GROUP : "") + id;
  }

  @Override
  public int compareTo(Grantee other) {
    int kinds = Boolean.compare(isGroup, other.isGroup);
    return kinds == 0 ? Long.compare(id, other.id) : kinds;
  }
}
