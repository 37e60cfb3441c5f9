package prismq.t.script.versioning.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDatabaseTest {
  private static final String FILE = "rw-------";

  @TempDir Path folder;

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void open(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void onlyItsOwnerReadsWhatANewDatabaseKeeps() throws Exception {
    Path data = folder.resolve("new").resolve("data");
    try (Database database = Database.open(data)) {
      database.write(handle -> handle.execute("DELETE FROM authors"));
      assertThat(rights(data)).isEqualTo("rwx------");
      assertThat(rights(folder.resolve("new"))).isEqualTo("rwx------");
      for (String end : new String[] {"", "-wal", "-shm"}) {
        assertThat(rights(data.resolve(Database.FILE_NAME + end))).as(end).isEqualTo(FILE);
      }
      Path backup = folder.resolve("backup.db");
      database.backup(backup);
      assertThat(rights(backup)).isEqualTo(FILE);
    }
  }

  @Test
  void anExistingDatabaseIsTightened() throws Exception {
    Path data = folder.resolve("data");
    Database.open(data).close();
    Path file = data.resolve(Database.FILE_NAME);
    open(file);
    open(data);
    try (Database database = Database.open(data)) {
      assertThat(database.changeCount()).isNotNegative();
      assertThat(rights(file)).isEqualTo("rwx------");
      assertThat(rights(data.resolve(Database.FILE_NAME + "-wal")))
          .startsWith("rw")
          .endsWith("------");
      assertThat(rights(data)).isEqualTo("rwx------");
    }
  }

  @Test
  void aFolderThatHoldsOtherThingsTooKeepsItsRights() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "of somebody else");
    open(folder);
    Database.open(folder).close();
    assertThat(rights(folder)).isEqualTo("rwxr-xr-x");
    assertThat(rights(folder.resolve(Database.FILE_NAME))).isEqualTo(FILE);
  }
}
