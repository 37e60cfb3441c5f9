package prismq.t.script.versioning.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.HashFormatOne;
import prismq.t.script.versioning.history.IdempotencyKey;
import prismq.t.script.versioning.history.Label;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Verification;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;

/** A database with the tables that releases before labels made. */
class MigrationsTest {
  private static final IdempotencyKey KEY =
      new IdempotencyKey("job-1", ContentHash.of(new byte[] {1}));

  @TempDir Path folder;
  private Path old = Path.of("");
  private ContentHash hashBefore = ContentHash.of(new byte[0]);

  @BeforeEach
  void makeADatabaseOfBefore() throws Exception {
    Path now = folder.resolve("now");
    try (Database database = Database.open(now)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("intro", "The introduction");
      manager.save(version("one"), KEY);
      HashFormatOne.upTo(1, database, "intro");
      hashBefore = manager.version("intro", 1).versionHash();
      BranchManager branches = new BranchManager(database);
      branches.create("intro", "dark", 1);
      branches.rename("intro", "dark", "night", "");
      branches.rename("intro", "night", "midnight", "");
    }
    old = Files.createDirectory(folder.resolve("old"));
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      for (String step :
          List.of(
              "0001_scripts.sql",
              "0002_branches.sql",
              "0003_search.sql",
              "0004_search_terms.sql")) {
        statement.executeUpdate(sql(step));
      }
      statement.executeUpdate("ATTACH '" + now.resolve(Database.FILE_NAME) + "' AS now");
      statement.executeUpdate(
          "INSERT INTO scripts SELECT id, script_id, title, created_at, latest_version, changed_at"
              + " FROM now.scripts");
      for (String table :
          List.of("branches", "authors", "idempotency_keys", "former_branch_names")) {
        statement.executeUpdate("INSERT INTO " + table + " SELECT * FROM now." + table);
      }
      statement.executeUpdate(
          "INSERT INTO script_versions SELECT id, script_id, version_number, branch_number,"
              + " parent_version, merge_parent_version, restored_from, generation, delta_base,"
              + " size_bytes, words, lines, words_inserted, words_deleted, author, created_at,"
              + " change_description, metadata, source_key, content_hash, version_hash, content,"
              + " delta_from_previous FROM now.script_versions");
      statement.executeUpdate("PRAGMA application_id = " + Database.APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = 4");
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + old.resolve(Database.FILE_NAME));
  }

  private static String sql(String step) throws IOException {
    try (InputStream in = MigrationsTest.class.getResourceAsStream("/db/migrations/" + step)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }

  private static NewVersion version(String text) {
    return NewVersion.builder("intro", ScriptText.of(text), Author.named("Writer"), "why").build();
  }

  @Test
  void branchesAreStillFoundByTheirFormerNames() {
    try (Database database = Database.open(old)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (String name : List.of("dark", "night", "midnight")) {
        assertThat(manager.branch("intro", name).name()).isEqualTo("midnight");
      }
    }
  }

  @Test
  void aRequestThatIsRepeatedWithItsKeyStillSavesNothing() {
    try (Database database = Database.open(old)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      assertThat(manager.save(version("one"), KEY).version().versionNumber()).isEqualTo(1);
      assertThat(manager.script("intro").latestVersion()).isEqualTo(1);
    }
  }

  @Test
  void versionsKeepTheirHashesAndNewOnesGetTheNextFormat() {
    try (Database database = Database.open(old)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.save(version("two"));
      int before = manager.view("intro", view -> view.recorded(1).hashFormat());
      int after = manager.view("intro", view -> view.recorded(2).hashFormat());
      assertThat(List.of(before, after)).containsExactly(1, 2);
      assertThat(manager.version("intro", 1).versionHash()).isEqualTo(hashBefore);
      assertThat(
              new Verification(database, IndexVerification::new)
                  .run(manager.version("intro", 2))
                  .problems())
          .isEmpty();
    }
  }

  @Test
  void nothingIsBrokenAndVersionsCanBeLabelled() {
    for (int time = 1; time <= 2; time++) {
      try (Database database = Database.open(old)) {
        VersionManager manager = new VersionManager(database, new IndexWriter());
        // The index is made of the versions; it was not copied into the old database.
        assertThat(new Verification(database, IndexVerification::new).run().problems())
            .extracting(Verification.Finding::what)
            .isNotEmpty()
            .allMatch(what -> what.startsWith("the search index lacks version 1"));
        assertThat(manager.labelManager().give("intro", "sent", 1).isNew()).isEqualTo(time == 1);
        assertThat(manager.labels("intro")).extracting(Label::name).containsExactly("sent");
      }
    }
  }
}
