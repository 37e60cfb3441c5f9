package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;

class VerificationTest {
  @TempDir Path folder;
  private Database database;
  private VersionManager manager;

  @BeforeEach
  void saveThreeVersions() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    manager.createScript("intro", "The introduction");
    for (String text : List.of("first", "second", "third")) {
      save((text + " version of a text that is long enough for a delta\n").repeat(20));
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Version save(String content) {
    return manager.save(
        NewVersion.builder("intro", ScriptText.of(content), Author.named("Writer"), "why")
            .metadata(Metadata.of(Map.of("review_score", 80)))
            .build());
  }

  private void execute(String sql) {
    database.write(handle -> handle.execute(sql));
  }

  private List<Verification.Finding> problems() {
    return new Verification(database, IndexVerification::new).run().problems();
  }

  @Test
  void whatIsAsItWasSavedHasNoProblems() {
    Verification.Findings report = new Verification(database, IndexVerification::new).run();
    assertThat(report.summary()).isEqualTo("1 script, 3 versions: everything is as it was saved.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "change_description = 'another reason'",
        "created_at = created_at + 1",
        "metadata = '{\"review_score\":99}'",
        "metadata = 'no json'",
        "author = (SELECT max(id) FROM authors)",
        "restored_from = 1",
        "parent_version = NULL",
        "source_key = x'00'",
        "content_hash = x'00'",
        "version_hash = zeroblob(32)",
        "words = 7",
        "words_inserted = words_inserted + 1",
        "words_inserted = NULL",
        "words_deleted = words_deleted - 1",
        "lines = lines + 1",
        "size_bytes = size_bytes + 1"
      })
  void aFieldChangedBehindTheBackIsFoundAtItsVersion(String change) {
    execute("INSERT INTO authors (name, email) VALUES ('Somebody else', '')");
    execute("UPDATE script_versions SET " + change + " WHERE version_number = 2");
    assertThat(problems())
        .isNotEmpty()
        .anyMatch(problem -> Integer.valueOf(2).equals(problem.versionNumber()))
        .allMatch(problem -> "intro".equals(problem.scriptId()));
  }

  @Test
  void aVersionTakenOutOfTheMiddleIsFound() {
    execute("DELETE FROM script_versions WHERE version_number = 2");
    assertThat(problems()).anyMatch(problem -> problem.line().contains("version 2: is missing"));
  }

  @Test
  void theNewestVersionTakenAwayIsFound() {
    execute("DELETE FROM script_versions WHERE version_number = 3");
    assertThat(problems())
        .anyMatch(problem -> problem.line().contains("version 3: is missing"))
        .anyMatch(problem -> problem.line().contains("has its head at version 3 instead of 2"));
  }

  @Test
  void aDamagedRowIsAnErrorOfItsVersionAndOfThoseBuiltOnItAndOfNothingElse() {
    manager.createScript("outro", "The end");
    manager.save(
        NewVersion.builder("outro", ScriptText.of("end"), Author.named("Writer"), "").build());
    execute(
        "UPDATE script_versions SET content = zeroblob(length(content))"
            + " WHERE version_number = 1 AND script_id = 1");
    assertThatThrownBy(() -> manager.content("intro", 1))
        .isInstanceOf(DamagedVersionException.class)
        .hasMessageContaining("what is stored of it is damaged");
    assertThatThrownBy(() -> manager.content("intro", 3))
        .isInstanceOf(DamagedVersionException.class)
        .hasMessageContaining("built on version 1");
    assertThat(manager.content("outro", 1).display()).isEqualTo("end");
    assertThat(manager.versions("intro", VersionFilter.ALL, 9, 9)).hasSize(3);
  }

  @Test
  void aNewVersionIsSavedWholeOnADamagedOne() {
    execute("UPDATE script_versions SET content = x'00' WHERE version_number = 1");
    Version fourth = save("a fresh start");
    assertThat(manager.content("intro", fourth.versionNumber()).display())
        .isEqualTo("a fresh start");
  }
}
