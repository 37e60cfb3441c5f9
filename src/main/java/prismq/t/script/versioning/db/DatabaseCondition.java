package prismq.t.script.versioning.db;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;

/** What state the database is in. Whatever it is, what was saved can be read. */
public enum DatabaseCondition {
  /** It can be read and written. */
  WELL(null, null),

  /** The last write found no room. */
  DISK_FULL(ProblemKind.DISK_FULL, "database.disk_full"),

  /** It is not certain that what was written reached the disk. */
  DISK_FAILED(ProblemKind.READ_ONLY, "database.disk_failed"),

  /** The file or its folder cannot be written by this user. */
  READ_ONLY(ProblemKind.READ_ONLY, "database.read_only");

  private final @Nullable ProblemKind kind;
  private final @Nullable String key;

  DatabaseCondition(@Nullable ProblemKind kind, @Nullable String key) {
    this.kind = kind;
    this.key = key;
  }

  /** Whether writes are tried. */
  public boolean isWritable() {
    return this == WELL || this == DISK_FULL;
  }

  /** What it is, in full sentences; empty if all is well. */
  public String sentence() {
    return key == null ? "" : Messages.text(key);
  }

  /** What to tell somebody whose change was not saved for it. */
  Problem problem(@Nullable Throwable cause) {
    if (kind == null || key == null) {
      throw new IllegalStateException("nothing is wrong");
    }
    return new Problem(kind, FilledMessage.of(key), FilledMessage.of(key + "_next"), cause);
  }
}
