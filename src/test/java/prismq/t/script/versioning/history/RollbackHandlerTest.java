package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.RollbackHandler.Rollback;
import prismq.t.script.versioning.search.index.IndexWriter;

class RollbackHandlerTest {
  private static final Author EDITOR = Author.named("Editor");

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;
  private RollbackHandler rollbackHandler;

  @BeforeEach
  void saveThreeVersions() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    rollbackHandler = new RollbackHandler(manager);
    manager.createScript("intro", "The introduction");
    for (String text : List.of("one\r\n", "two", "three")) {
      manager.save(NewVersion.builder("intro", ScriptText.of(text), EDITOR, "why").build());
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aRollbackIsANewVersionWithTheOldTextAndTheHistoryStays() {
    Version fourth = rollbackHandler.rollback(new Rollback("intro", 1, "main", EDITOR, null, null));
    assertThat(fourth.versionNumber()).isEqualTo(4);
    assertThat(fourth.restoredFrom()).isEqualTo(1);
    assertThat(fourth.changeDescription()).isEqualTo("Restored version 1");
    assertThat(manager.content("intro", 4)).isEqualTo(manager.content("intro", 1));
    assertThat(manager.content("intro", 3).display()).isEqualTo("three");
  }

  @Test
  void aRollbackCanBeRolledBack() {
    rollbackHandler.rollback(new Rollback("intro", 1, "main", EDITOR, "Better before", null));
    rollbackHandler.rollback(new Rollback("intro", 3, "main", EDITOR, "Or not", 4));
    assertThat(manager.content("intro", 5).display()).isEqualTo("three");
  }

  @Test
  void aVersionOfOneBranchCanComeBackOnAnother() {
    new BranchManager(database).create("intro", "other", 1);
    Version version =
        rollbackHandler.rollback(new Rollback("intro", 3, "other", EDITOR, null, null));
    assertThat(version.branch()).isEqualTo("other");
    assertThat(version.parentVersion()).isEqualTo(1);
  }

  @Test
  void aRollbackOntoAHeadNobodyHasSeenIsRefused() {
    assertThatThrownBy(
            () -> rollbackHandler.rollback(new Rollback("intro", 1, "main", EDITOR, null, 2)))
        .isInstanceOf(StaleBaseException.class);
    assertThat(manager.script("intro").latestVersion()).isEqualTo(3);
  }
}
