package prismq.t.script.versioning.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import prismq.t.script.versioning.db.Database;
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
    if (Files.exists(target)) {
      throw new NotWrittenException(
          target + " exists already and was left as it is. Name a new file.");
    }
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent) || !Files.isWritable(parent)) {
      throw new NotWrittenException(
          "The folder of " + target + " does not exist or cannot be written.");
    }
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    try (Database database = Database.open(data)) {
      database.backup(partial);
      keep(partial);
      return Files.size(target);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private void keep(Path copy) throws IOException {
    try (FileChannel file = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    try {
      Files.move(copy, target);
    } catch (FileAlreadyExistsException e) {
      throw new NotWrittenException(
          target + " exists already and was left as it is. Name a new file.", e);
    }
  }
}
