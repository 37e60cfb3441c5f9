package prismq.t.script.versioning.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve(Database.FILE_NAME);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void assertRefused(String why) throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> Database.open(folder).close())
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("left as it is");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aDatabaseOfANewerReleaseIsRefusedAndLeftAsItIs() throws Exception {
    Database.open(folder).close();
    execute("PRAGMA user_version = 99");
    assertRefused("newer release");
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws Exception {
    execute("CREATE TABLE recipes (title TEXT)");
    assertRefused("another program");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws Exception {
    Files.writeString(file, "These are my notes, and no database at all.\n".repeat(50));
    assertRefused("not a database");
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedInOneSentence() throws Exception {
    Path notes = Files.writeString(folder.resolve("notes"), "a file, not a folder");
    assertThatThrownBy(() -> Database.open(notes.resolve("data")))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("cannot be made");
  }

  @Test
  void whatStandsInTheSchemaOfAFileIsNotTrusted() {
    try (Database database = Database.open(folder)) {
      HandleCallback<Integer, RuntimeException> isTrusted =
          handle -> handle.createQuery("PRAGMA trusted_schema").mapTo(Integer.class).one();
      assertThat(database.read(isTrusted)).isZero();
      assertThat(database.write(isTrusted)).isZero();
    }
  }

  @Test
  void openingAgainKeepsWhatIsThere() {
    try (Database database = Database.open(folder)) {
      database.write(
          handle -> handle.execute("INSERT INTO authors (name, email) VALUES ('Somebody', '')"));
    }
    try (Database database = Database.open(folder)) {
      assertThat(
              database.<Integer, RuntimeException>read(
                  handle ->
                      handle
                          .createQuery("SELECT count(*) FROM authors")
                          .mapTo(Integer.class)
                          .one()))
          .isEqualTo(1);
    }
    assertThat(folder.resolve(Database.FILE_NAME + "-wal")).doesNotExist();
  }

  @Test
  void readersCannotWrite() {
    try (Database database = Database.open(folder)) {
      assertThatThrownBy(
              () ->
                  database.<Integer, RuntimeException>read(
                      handle -> handle.execute("DELETE FROM authors")))
          .hasMessageContaining("readonly");
    }
  }

  @Test
  void theChangeCountStaysWhereAWriteIsNotCountedUnlessSomebodyElseWrites() throws SQLException {
    String insert = "INSERT INTO authors (name, email) VALUES (?, '')";
    try (Database database = Database.open(folder);
        Database other = Database.open(folder)) {
      long before = database.changeCount();
      database.writeUncounted(handle -> handle.execute(insert, "One"));
      assertThat(database.changeCount()).isEqualTo(before);
      other.write(handle -> handle.execute(insert, "Two"));
      database.writeUncounted(handle -> handle.execute(insert, "Three"));
      long after = database.changeCount();
      assertThat(after).isNotEqualTo(before);
      // Whoever looks while it is written may see that something is; that number never comes again.
      List<Long> seen = new ArrayList<>();
      database.writeUncounted(
          handle -> {
            int written = handle.execute(insert, "Four");
            seen.add(database.changeCount());
            return written;
          });
      assertThat(seen).containsExactly(after);
      assertThat(database.changeCount()).isEqualTo(after);
      database.write(handle -> handle.execute(insert, "Five"));
      assertThat(database.changeCount()).isGreaterThan(after);
    }
  }

  @Test
  void theChangeCountMovesWithEveryWriteAndOnlyThen() {
    try (Database database = Database.open(folder)) {
      long before = database.changeCount();
      assertThat(database.changeCount()).isEqualTo(before);
      database.write(
          handle -> handle.execute("INSERT INTO authors (name, email) VALUES ('One', '')"));
      assertThat(database.changeCount()).isNotEqualTo(before);
    }
  }
}
