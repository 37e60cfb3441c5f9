package prismq.t.script.versioning.db;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** What state the database is in. Whatever it is, what was saved can be read. */
public enum DatabaseCondition {
  /** It can be read and written. */
  WELL("", "", null),

  /** The last write found no room. */
  DISK_FULL(
      "The server's disk is full. What was saved before can still be read; nothing new can be saved"
          + " until there is room.",
      "Have whoever runs the server make room, then try again.",
      ProblemKind.DISK_FULL),

  /** It is not certain that what was written reached the disk. */
  DISK_FAILED(
      "The server's disk failed while something was saved. The server is checking the database;"
          + " until that is done, it can be read, but not changed.",
      "Try again in a minute. If this stays, have whoever runs the server look after the disk.",
      ProblemKind.READ_ONLY),

  /** The file or its folder cannot be written by this user. */
  READ_ONLY(
      "The server may only read its data folder, so everything can be read, but nothing changed.",
      "To change that, have whoever runs the server give it the right to write there, and start it"
          + " again.",
      ProblemKind.READ_ONLY);

  private final String happened;
  private final String next;
  private final @Nullable ProblemKind kind;

  DatabaseCondition(String happened, String next, @Nullable ProblemKind kind) {
    this.happened = happened;
    this.next = next;
    this.kind = kind;
  }

  /** Whether writes are tried. */
  public boolean isWritable() {
    return this == WELL || this == DISK_FULL;
  }

  /** What it is, in full sentences; empty if all is well. */
  public String sentence() {
    return happened;
  }

  /** What to tell somebody whose change was not saved for it. */
  Problem problem(@Nullable Throwable cause) {
    if (kind == null) {
      throw new IllegalStateException("nothing is wrong");
    }
    return new Problem(kind, happened, next, cause);
  }
}
