package prismq.t.script.versioning.transfer.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;

class FolderImportTest {
  @TempDir Path folder;
  private Path drafts;

  @BeforeEach
  void create() throws IOException {
    drafts = Files.createDirectory(folder.resolve("My drafts"));
  }

  private CommandRun run() {
    return CommandRun.of(
        new ImportCommand(),
        "folder",
        drafts,
        "--author",
        "Script editor",
        "--data",
        folder.resolve("data"));
  }

  private List<Version> versions() {
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database);
      return IntStream.rangeClosed(1, manager.script("My-drafts").latestVersion())
          .mapToObj(n -> manager.version("My-drafts", n))
          .toList();
    }
  }

  @Test
  void filesBecomeVersionsInNaturalOrderWithTheirDates() throws IOException {
    Instant time = Instant.parse("2023-02-01T10:00:00.123Z");
    for (String name : List.of("draft 10.md", "draft 2.md", "Draft 1.md")) {
      Path file = Files.writeString(drafts.resolve(name), name);
      Files.setLastModifiedTime(file, FileTime.from(time));
    }
    assertThat(run().status()).isZero();
    assertThat(versions())
        .extracting(Version::changeDescription)
        .containsExactly(
            "Imported from Draft 1.md", "Imported from draft 2.md", "Imported from draft 10.md");
    assertThat(versions()).extracting(Version::createdAt).containsOnly(time);
    assertThat(versions())
        .extracting(version -> version.author().name())
        .containsOnly("Script editor");
  }

  @Test
  void aPreviewTellsWhatWouldComeInAndSavesNothing() throws IOException {
    Files.writeString(drafts.resolve("v1.md"), "one");
    Files.write(drafts.resolve("v2.md"), new byte[] {0});
    CommandRun run =
        CommandRun.of(
            new ImportCommand(), "folder", drafts, "--preview", "--data", folder.resolve("data"));
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("nothing was saved")
        .contains("1 version added to 1 script")
        .contains("v2.md");
    try (Database database = Database.open(folder.resolve("data"))) {
      assertThat(new VersionManager(database).scriptCount()).isZero();
    }
  }

  @Test
  void aSecondRunAddsOnlyNewFiles() throws IOException {
    Files.writeString(drafts.resolve("v1.md"), "one");
    Files.writeString(drafts.resolve("v2.md"), "one");
    assertThat(run().status()).isZero();
    Files.writeString(drafts.resolve("v10.md"), "ten");
    assertThat(run().out()).startsWith("1 version added to 1 script, 2 already there;");
    assertThat(versions()).hasSize(3);
    assertThat(run().out()).startsWith("0 versions added");
  }

  @Test
  void whatIsNoTextIsLeftOutAndListed() throws IOException {
    Files.writeString(drafts.resolve("v1.md"), "one");
    Files.writeString(drafts.resolve(".hidden"), "x");
    Files.createDirectory(drafts.resolve("old"));
    Files.write(drafts.resolve("picture"), new byte[] {0});
    CommandRun run = run();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(".hidden: hidden")
        .contains("old: a folder")
        .contains("picture: not a text");
    assertThat(versions()).hasSize(1);
  }

  @Test
  void aFolderThatGivesNothingIsToldInOneLine() {
    CommandRun empty = run();
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.errors().lines()).singleElement().asString().contains("no text files");
    drafts = folder.resolve("nowhere");
    assertThat(run().errors()).startsWith("There is no folder");
  }
}
