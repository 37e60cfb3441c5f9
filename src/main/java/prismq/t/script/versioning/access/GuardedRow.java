package prismq.t.script.versioning.access;

/**
 * A row of something that rights are given on.
 *
 * @param kind the word that its tables and columns begin with
 */
record GuardedRow(String kind, long id) {
  static GuardedRow script(long id) {
    return new GuardedRow("script", id);
  }

  static GuardedRow project(long id) {
    return new GuardedRow("project", id);
  }

  /** The table that it is in. */
  String table() {
    return kind + "s";
  }
}
