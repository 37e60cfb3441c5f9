package prismq.t.script.versioning.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

class BackupTest {
  @TempDir Path folder;

  private CommandRun run(Path target) {
    return CommandRun.of(new BackupCommand(), target, "--data", folder.resolve("data"));
  }

  @Test
  void aDatabaseInUseIsCopiedWholeAndNothingIsOverwritten() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy")).resolve(Database.FILE_NAME);
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      NewVersion first =
          NewVersion.builder("intro", ScriptText.of("one"), Author.named("Script editor"), "")
              .build();
      manager.createScript("Intro", first);
      CommandRun run = run(copy);
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("bytes, checked");
      manager.save(first);
    }
    CommandRun again = run(copy);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.errors().lines()).singleElement().asString().contains("exists already");
    try (Database restored = Database.open(folder.resolve("copy"))) {
      VersionManager manager = new VersionManager(restored, new IndexWriter());
      assertThat(manager.script("intro").latestVersion()).isEqualTo(1);
      assertThat(manager.content("intro", 1).bytes()).isEqualTo("one".getBytes(UTF_8));
    }
  }

  @Test
  void whatCannotBeBackedUpIsToldInOneLine() {
    CommandRun nothing = run(folder.resolve("copy.db"));
    assertThat(nothing.status()).isEqualTo(1);
    assertThat(nothing.errors().lines()).singleElement().asString().contains("no database");
    Database.open(folder.resolve("data")).close();
    CommandRun nowhere = run(folder.resolve("missing").resolve("copy.db"));
    assertThat(nowhere.status()).isEqualTo(1);
    assertThat(nowhere.errors().lines()).hasSize(1);
    assertThat(folder.resolve("copy.db.partial")).doesNotExist();
  }
}
