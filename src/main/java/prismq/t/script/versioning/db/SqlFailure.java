package prismq.t.script.versioning.db;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What went wrong when SQLite failed, as far as that has an answer of its own. */
enum SqlFailure {
  /** Another one held the file for longer than is waited. */
  BUSY,
  /** There is no room for what was to be written. */
  NO_ROOM,
  /** The disk did not write, force or read what it should. */
  DISK,
  /** The file or its folder cannot be written. */
  READ_ONLY,
  /** The file is no whole database. */
  DAMAGED,
  OTHER;

  /** What SQLite's codes have in common that tell the same in more detail. */
  private static final int PRIMARY_CODE = 0xFF;

  static SqlFailure of(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return of(sqlite.getResultCode());
      }
      if (cause instanceof SQLException sql && sql.getErrorCode() != 0) {
        return ofPrimary(sql.getErrorCode() & PRIMARY_CODE);
      }
    }
    return OTHER;
  }

  private static SqlFailure of(SQLiteErrorCode code) {
    return switch (code) {
      // The length of a file may be limited too, by a quota or by ulimit.
      case SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHMOPEN -> NO_ROOM;
      default -> ofPrimary(code.code & PRIMARY_CODE);
    };
  }

  private static SqlFailure ofPrimary(int code) {
    for (SQLiteErrorCode primary : SQLiteErrorCode.values()) {
      if (primary.code == code) {
        return switch (primary) {
          case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
          case SQLITE_FULL -> NO_ROOM;
          case SQLITE_IOERR, SQLITE_CANTOPEN -> DISK;
          case SQLITE_READONLY, SQLITE_PERM -> READ_ONLY;
          case SQLITE_CORRUPT, SQLITE_NOTADB -> DAMAGED;
          default -> OTHER;
        };
      }
    }
    return OTHER;
  }
}
