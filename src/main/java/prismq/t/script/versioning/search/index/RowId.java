package prismq.t.script.versioning.search.index;

/**
 * What a row of the index is about, in the number that is its id: that of the script in its upper
 * half, so that the rows of a script lie together.
 *
 * @param script the number of the script, its {@code id}
 * @param isNote whether it is what is said about a version, or a title, rather than a passage
 * @param number of the passage; of the version where it is a note, 0 for the title
 */
public record RowId(long script, boolean isNote, int number) {
  private static final int SCRIPT_BITS = 32;
  private static final long NOTE = 1L << 31;

  /** The row of a passage by its number. */
  public static RowId passage(long script, int number) {
    return new RowId(script, false, number);
  }

  /** The row of what is said about a version; of the title where its number is 0. */
  public static RowId note(long script, int versionNumber) {
    return new RowId(script, true, versionNumber);
  }

  static RowId of(long id) {
    return new RowId(id >> SCRIPT_BITS, (id & NOTE) != 0, (int) (id & (NOTE - 1)));
  }

  long id() {
    return first(script) | (isNote ? NOTE : 0) | number;
  }

  /** The smallest id of a script. */
  static long first(long script) {
    return script << SCRIPT_BITS;
  }
}
