package prismq.t.script.versioning.transfer.patches;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.Git;
import prismq.t.script.versioning.transfer.RandomScripts;

class PatchExportTest {
  @TempDir Path folder;

  private CommandRun export(Object... more) {
    List<Object> words = new ArrayList<>(List.of("patches", "s.md"));
    words.addAll(List.of(more));
    words.addAll(List.of("--data", folder.resolve("data")));
    return CommandRun.of(new ExportCommand(), words.toArray());
  }

  private Git repository() throws Exception {
    Git git = new Git(Files.createDirectory(folder.resolve("repository")));
    git.bytes("init", "-q", "-b", "main");
    return git;
  }

  private static void apply(Git git, Path mails) throws Exception {
    git.bytes(
        "am", "-q", "--keep-cr", "--keep-non-patch", "--patch-format=mboxrd", mails.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gitMakesTheSameHistoryOfThePatches(long seed) throws Exception {
    List<Version> line = new ArrayList<>();
    try (Database database = Database.open(folder.resolve("data"))) {
      new RandomScripts(database, seed, true, "s.md").grow(120);
      line.addAll(changesOnMain(new VersionManager(database, new IndexWriter())));
    }
    CommandRun run = export("--output", folder.resolve("all.mbox"));
    assertThat(run.errors()).isEmpty();
    assertThat(run.out()).contains(line.size() + " patches").contains("did not change the text");
    Git git = repository();
    apply(git, folder.resolve("all.mbox"));
    List<String> commits = git.lines("rev-list", "--reverse", "HEAD");
    assertThat(commits).hasSameSizeAs(line);
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (int i = 0; i < commits.size(); i++) {
        Version version = line.get(i);
        assertThat(git.bytes("show", commits.get(i) + ":s.md"))
            .as("version %s", version.versionNumber())
            .isEqualTo(manager.content("s.md", version.versionNumber()).bytes());
        List<String> told =
            git.lines("show", "-s", "--format=%at%n%an%n%ae%n%s%n%b", commits.get(i));
        long seconds = Math.max(0, version.createdAt().getEpochSecond());
        assertThat(told.get(0)).isEqualTo(Long.toString(seconds));
        assertThat(told.get(3)).isEqualTo(subject(version));
        String body = String.join("\n", told.subList(4, told.size())).strip();
        assertThat(unmarked(body)).isEqualTo(unmarked(rest(version)));
        assertAuthor(told.get(1), told.get(2), version.author());
      }
    }
  }

  private static List<Version> changesOnMain(VersionManager manager) {
    List<Version> line = new ArrayList<>();
    Integer number = manager.branch("s.md", "main").headVersion();
    while (number != null) {
      line.add(manager.version("s.md", number));
      number = line.get(line.size() - 1).parentVersion();
    }
    Collections.reverse(line);
    List<Version> changes = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      if (i == 0 || !line.get(i).contentHash().equals(line.get(i - 1).contentHash())) {
        changes.add(line.get(i));
      }
    }
    return changes;
  }

  private static String subject(Version version) {
    String first = version.summary().strip().replaceAll("\\s+", " ");
    return first.isEmpty() ? "Version " + version.versionNumber() : first;
  }

  private static String rest(Version version) {
    String stripped = version.changeDescription().strip();
    return stripped.lines().skip(1).collect(java.util.stream.Collectors.joining("\n")).strip();
  }

  /** Without the blanks that keep git from taking a line for the end, and those that it takes. */
  private static String unmarked(String body) {
    return body.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  /** Git puts the address in the place of a name that it finds too short. */
  private static void assertAuthor(String name, String email, Author author) {
    String clean = author.name().replaceAll("[<>]", "").replace("@", " at ");
    if (!author.email().isEmpty()) {
      assertThat(email).isEqualTo(author.email());
      assertThat(name).isIn(clean, author.email(), "Unknown author");
    } else {
      assertThat(name).isIn(clean, "Unknown author");
    }
  }

  @Test
  void aFolderHasAFileOfEachPatch() throws Exception {
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("s.md", "S");
      int number = 0;
      for (String text : List.of("One.\n", "One.\nTwo.\n", "Two.", "Three.")) {
        number++;
        manager.save(
            NewVersion.builder(
                    "s.md",
                    ScriptText.of(text.getBytes(UTF_8)),
                    Author.named("Ann"),
                    "Change/" + number + ": more")
                .build());
      }
    }
    assertThat(export("--output", folder + "/patches/", "--to", "3").status()).isZero();
    Git git = repository();
    try (Stream<Path> files = Files.list(folder.resolve("patches")).sorted()) {
      List<Path> patches = files.toList();
      assertThat(patches.stream().map(file -> Objects.toString(file.getFileName())))
          .containsExactly(
              "0001-Change-1-more.patch", "0002-Change-2-more.patch", "0003-Change-3-more.patch");
      for (Path patch : patches) {
        apply(git, patch);
      }
    }
    assertThat(git.bytes("show", "HEAD:s.md")).isEqualTo("Two.".getBytes(UTF_8));
    assertThat(export("--output", folder.resolve("more.mbox"), "--from", "3").out())
        .contains("1 patch");
    apply(git, folder.resolve("more.mbox"));
    assertThat(git.bytes("show", "HEAD:s.md")).isEqualTo("Three.".getBytes(UTF_8));
    assertThat(export("--output", folder.resolve("more.mbox")).errors()).contains("exists already");
    assertThat(export("--output", folder.resolve("x.mbox"), "--from", "3", "--to", "2").errors())
        .contains("does not lead");
    assertThat(folder.resolve("x.mbox")).doesNotExist();
  }
}
