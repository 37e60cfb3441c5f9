package prismq.t.script.versioning.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.files.NewFile;
import prismq.t.script.versioning.files.NotWrittenException;

/** Copies a database that is in use; a file of the wanted name is always a whole, checked copy. */
final class Backup {
  private final Path data;
  private final Path target;

  Backup(Path data, Path target) {
    this.data = data;
    this.target = target.toAbsolutePath();
  }

  /** Makes the copy and gives its size in bytes. */
  long run() throws IOException {
    if (!Files.exists(data.resolve(Database.FILE_NAME))) {
      throw new NotWrittenException(
          "There is no database in " + data + ". Name its folder with --data.");
    }
    return NewFile.create(
        target,
        copy -> {
          try (Database database = Database.open(data)) {
            database.backup(copy);
            AuditLog.of(database)
                .tryToRecord(AuditEvent.of(AuditAct.BACKED_UP, "backup " + target.getFileName()));
          }
          return Files.size(copy);
        });
  }
}
