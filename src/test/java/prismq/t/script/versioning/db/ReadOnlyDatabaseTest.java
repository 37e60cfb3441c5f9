package prismq.t.script.versioning.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.problem.Problem;

class ReadOnlyDatabaseTest {
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fill() {
    file = folder.resolve(Database.FILE_NAME);
    try (Database database = Database.open(folder)) {
      add(database, "Ann");
    }
  }

  private static void add(Database database, String name) {
    database.write(
        handle -> handle.execute("INSERT INTO authors (name, email) VALUES (?, '')", name));
  }

  private static List<String> authors(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT name FROM authors ORDER BY name")
                .mapTo(String.class)
                .list());
  }

  @Test
  void aDatabaseThatCannotBeWrittenIsReadCheckedAndCopied() throws Exception {
    byte[] before = Files.readAllBytes(file);
    try (Database database = Database.openToRead(file)) {
      assertThat(authors(database)).containsExactly("Ann");
      assertThat(database.integrityProblems()).isEmpty();
      assertThat(database.condition()).isEqualTo(DatabaseCondition.READ_ONLY);
      database.backup(folder.resolve("copy.db"));
      assertThatThrownBy(() -> DataOption.requireWritable(database))
          .hasMessageContainingAll("may only read " + file, "nothing was changed");
      assertThatThrownBy(() -> add(database, "Ben"))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.status()).isEqualTo(503);
                assertThat(problem.withOutcome()).contains("only read", "Nothing was saved.");
              });
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(Database.FILE_NAME, "copy.db");
    }
  }

  @Test
  void whatAnotherProcessHasInItsLogIsReadToo() throws Exception {
    try (Database writing = Database.open(folder)) {
      add(writing, "Ben");
      try (Database database = Database.openToRead(file)) {
        assertThat(authors(database)).containsExactly("Ann", "Ben");
      }
    }
  }

  @Test
  void aNameWithSignsOfAddressesIsOpenedToo() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("50% of #1 & more? yes"));
    try (Database database = Database.open(odd)) {
      add(database, "Cleo");
    }
    try (Database database = Database.openToRead(odd.resolve(Database.FILE_NAME))) {
      assertThat(authors(database)).containsExactly("Cleo");
    }
  }

  @Test
  void anOlderSchemaThatCannotBeMigratedIsRefusedInASentence() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 1");
    }
    assertThatThrownBy(() -> Database.openToRead(file))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("earlier release");
  }
}
