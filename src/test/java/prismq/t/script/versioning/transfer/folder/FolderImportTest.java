package prismq.t.script.versioning.transfer.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class FolderImportTest {
  @TempDir Path folder;
  private Path drafts;

  @BeforeEach
  void create() throws IOException {
    drafts = Files.createDirectory(folder.resolve("My drafts"));
  }

  private ImportedData imported() {
    return new ImportedData(folder.resolve("data"));
  }

  private CommandRun run(String... options) {
    List<Object> words = new ArrayList<>(List.of("folder", drafts, "--author", "Script editor"));
    words.addAll(List.of("--data", folder.resolve("data")));
    words.addAll(List.of(options));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  @Test
  void filesBecomeVersionsInNaturalOrderWithTheirDates() throws IOException {
    Instant time = Instant.parse("2023-02-01T10:00:00.123Z");
    for (String name : List.of("draft 10.md", "draft 2.md", "Draft 1.md")) {
      Path file = Files.writeString(drafts.resolve(name), name);
      Files.setLastModifiedTime(file, FileTime.from(time));
    }
    assertThat(run().status()).isZero();
    assertThat(imported().versions("My-drafts"))
        .extracting(Version::changeDescription)
        .containsExactly(
            "Imported from Draft 1.md", "Imported from draft 2.md", "Imported from draft 10.md");
    assertThat(imported().versions("My-drafts")).extracting(Version::createdAt).containsOnly(time);
    assertThat(imported().versions("My-drafts"))
        .extracting(version -> version.author().name())
        .containsOnly("Script editor");
  }

  private void dated(String name, int day) throws IOException {
    Path file = Files.writeString(drafts.resolve(name), name);
    Instant time = Instant.parse("2024-01-01T10:00:00Z").plusSeconds(86_400L * day);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  @Test
  void datesThatContradictTheNamesAreToldAndEitherOrderCanBeChosen() throws IOException {
    dated("novel.txt", 3);
    dated("novel (1).txt", 1);
    dated("novel (2).txt", 2);
    assertThat(run("--preview").out())
        .contains("My drafts: the dates of the files do not fit the order of their names")
        .contains("“novel (1).txt” is older than “novel.txt”")
        .contains("They are in the order of their names; choose the order of dates");
    assertThat(run("--order", "dates").out()).contains("They are in the order of their dates");
    assertThat(descriptions("My-drafts"))
        .containsExactly(
            "Imported from novel (1).txt",
            "Imported from novel (2).txt",
            "Imported from novel.txt");
    assertThat(run("--order", "size").status()).isEqualTo(2);
  }

  @Test
  void theBareNameIsTheOldestAndDatesThatFitAreNotMentioned() throws IOException {
    dated("novel.txt", 1);
    dated("novel - Copy.txt", 2);
    dated("novel - Copy (2).txt", 3);
    dated("novel final.md", 3);
    assertThat(run().out()).doesNotContain("Guessed");
    assertThat(descriptions("My-drafts"))
        .containsExactly(
            "Imported from novel.txt",
            "Imported from novel - Copy.txt",
            "Imported from novel - Copy (2).txt",
            "Imported from novel final.md");
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
        .contains("My-drafts: 1 added, 0 already there")
        .contains("v2.md");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aSecondRunAddsOnlyNewFiles() throws IOException {
    Files.writeString(drafts.resolve("v1.md"), "one");
    Files.writeString(drafts.resolve("v2.md"), "one");
    assertThat(run().status()).isZero();
    Files.writeString(drafts.resolve("v10.md"), "ten");
    assertThat(run().out()).startsWith("1 version added to 1 script, 2 already there;");
    assertThat(imported().versions("My-drafts")).hasSize(3);
    assertThat(run().out()).startsWith("0 versions added");
  }

  @Test
  void filesOfAnotherTextThatGoOnTopOfAScriptAreTold() throws IOException {
    Files.writeString(drafts.resolve("v1.md"), "one");
    assertThat(run().out()).doesNotContain("Changed:");
    Files.delete(drafts.resolve("v1.md"));
    Files.writeString(drafts.resolve("draft.md"), "another");
    assertThat(run().out())
        .contains("My-drafts: it already had 1 version of other files; these come after them");
    Files.delete(drafts.resolve("draft.md"));
    Files.write(drafts.resolve("picture"), new byte[] {0});
    assertThat(run().out()).contains("picture: not a text").doesNotContain("it was there");
  }

  @Test
  void longListsOfWhatIsLeftOutAreCutShort() throws IOException {
    Files.writeString(drafts.resolve("v1.md"), "one");
    for (int i = 0; i < 150; i++) {
      Files.write(drafts.resolve("picture" + i), new byte[] {0});
    }
    assertThat(run().out().lines().filter(line -> line.contains("not a text")).count())
        .isEqualTo(100);
    assertThat(run().out()).contains("  and 50 more");
  }

  @Test
  void whatIsNoTextIsLeftOutAndListed() throws IOException {
    Files.writeString(drafts.resolve("v1.md"), "one");
    Files.writeString(drafts.resolve(".hidden"), "x");
    Files.createDirectory(drafts.resolve("empty"));
    Files.write(drafts.resolve("picture"), new byte[] {0});
    CommandRun run = run();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains(".hidden: hidden").contains("picture: not a text");
    assertThat(imported().versions("My-drafts")).hasSize(1);
  }

  @Test
  void aFolderThatGivesNothingIsToldInOneLine() {
    CommandRun empty = run();
    assertThat(empty.status()).isEqualTo(1);
    assertThat(empty.errors().lines())
        .singleElement()
        .asString()
        .contains("no text that can be imported");
    drafts = folder.resolve("nowhere");
    assertThat(run().errors()).startsWith("There is no folder");
  }

  private Path draft(String path, String text) throws IOException {
    Path file = drafts.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> descriptions(String script) {
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      return IntStream.rangeClosed(1, manager.script(script).latestVersion())
          .mapToObj(n -> manager.version(script, n).changeDescription())
          .toList();
    }
  }

  private List<String> scripts() {
    try (Database database = Database.open(folder.resolve("data"))) {
      return new VersionManager(database, new IndexWriter())
          .scripts(100, 0).stream().map(Script::scriptId).sorted().toList();
    }
  }

  @Test
  void aFileInEachDraftFolderIsAVersionOfOneScript() throws IOException {
    draft("v10/script.md", "ten");
    draft("v2/script.md", "two");
    draft("v1/script.md", "one");
    assertThat(run().status()).isZero();
    assertThat(scripts()).containsExactly("My-drafts");
    assertThat(descriptions("My-drafts"))
        .containsExactly(
            "Imported from v1/script.md",
            "Imported from v2/script.md",
            "Imported from v10/script.md");
  }

  @Test
  void filesOfDifferentNamesInFoldersAreVersionsOfOneScript() throws IOException {
    draft("older/first/start.md", "one");
    draft("older/second/middle.md", "two");
    draft("older/second/middle 2.md", "three");
    draft("zz final.md", "four");
    assertThat(run().status()).isZero();
    assertThat(descriptions("My-drafts"))
        .containsExactly(
            "Imported from older/first/start.md",
            "Imported from older/second/middle.md",
            "Imported from older/second/middle 2.md",
            "Imported from zz final.md");
  }

  @Test
  void draftsOfSeveralFilesBecomeAScriptForEachName() throws IOException {
    for (String path : List.of("draft 1/ch1.md", "draft 1/ch2.md", "draft 2/ch1.md")) {
      draft("novel/" + path, path);
    }
    draft("novel/draft 10/act 1/ch1.md", "nested");
    draft("novel/draft 2/act 1/ch1.md", "nested before");
    assertThat(run().out()).startsWith("5 versions added to 3 scripts");
    assertThat(scripts())
        .containsExactly("My-drafts-act-1-ch1.md", "My-drafts-ch1.md", "My-drafts-ch2.md");
    assertThat(descriptions("My-drafts-ch1.md"))
        .containsExactly("Imported from draft 1/ch1.md", "Imported from draft 2/ch1.md");
    assertThat(descriptions("My-drafts-act-1-ch1.md"))
        .containsExactly(
            "Imported from draft 2/act 1/ch1.md", "Imported from draft 10/act 1/ch1.md");
    draft("novel/draft 11/ch2.md", "new");
    assertThat(run().out()).startsWith("1 version added to 3 scripts, 5 already there;");
  }

  @Test
  void aScriptThatIsNamedTakesAllFiles() throws IOException {
    draft("draft 1/ch1.md", "a");
    draft("draft 1/ch2.md", "b");
    draft("draft 2/ch1.md", "c");
    CommandRun run =
        CommandRun.of(
            new ImportCommand(),
            "folder",
            drafts,
            "--script",
            "all",
            "--data",
            folder.resolve("data"));
    assertThat(run.out()).startsWith("3 versions added to 1 script");
    assertThat(descriptions("all")).hasSize(3);
  }

  @Test
  void draftsThatWereMovedIntoAFolderDoNotComeInAgain() throws IOException {
    draft("v1.md", "one");
    draft("v2.md", "two");
    assertThat(run().status()).isZero();
    Files.createDirectory(drafts.resolve("old"));
    Files.move(drafts.resolve("v1.md"), drafts.resolve("old/v1.md"));
    draft("v3.md", "three");
    assertThat(run().out()).startsWith("1 version added to 1 script, 2 already there;");
    assertThat(descriptions("My-drafts")).hasSize(3).endsWith("Imported from v3.md");
  }

  @Test
  void linksThatLeadOutOrInCirclesAndWhatLiesTooDeepAreLeftOut() throws IOException {
    draft("v1.md", "one");
    Path secret = Files.writeString(folder.resolve("secret.md"), "secret");
    Files.createSymbolicLink(drafts.resolve("out.md"), secret);
    Files.createSymbolicLink(drafts.resolve("circle"), drafts);
    Files.createSymbolicLink(drafts.resolve("nowhere"), folder.resolve("nothing"));
    draft("d/".repeat(25) + "deep.md", "deep");
    draft(".git/config", "hidden");
    CommandRun run = run();
    assertThat(run.out())
        .startsWith("1 version added to 1 script")
        .contains("out.md: a link to a folder, or to what is not in this one")
        .contains("circle: a link", "nowhere: a link", ".git: hidden")
        .contains("its folders are nested more than 20 deep");
  }
}
