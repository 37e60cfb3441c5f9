package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.HashFormatOne;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Verification;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.Git;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.RandomScripts;

class GitExportTest {
  private static final String[] SEVERAL = {
    "intro",
    "Intro",
    ".git",
    ".GitModules",
    "main",
    "-x",
    "con.md",
    "ends.",
    "a..b",
    "novel.fountain"
  };

  @TempDir Path folder;

  private void grow(long seed, int steps, boolean branched, String... scripts) {
    try (Database database = Database.open(folder.resolve("data"))) {
      RandomScripts random = new RandomScripts(database, seed, branched, scripts);
      random.grow(steps);
      random.label();
    }
  }

  private CommandRun export(String target, String... scripts) {
    List<Object> words = new ArrayList<>(List.of("git", folder.resolve(target)));
    words.addAll(List.of(scripts));
    words.addAll(List.of("--data", folder.resolve("data")));
    return CommandRun.of(new ExportCommand(), words.toArray());
  }

  private void assertComesBackFrom(String exported, String... scripts) {
    Path back = folder.resolve("back from " + exported);
    CommandRun run =
        CommandRun.of(new ImportCommand(), "git", folder.resolve(exported), "--data", back);
    assertThat(run.errors()).isEmpty();
    assertThat(run.status()).isZero();
    try (Database original = Database.open(folder.resolve("data"));
        Database imported = Database.open(back)) {
      for (String script : scripts) {
        assertThat(RandomScripts.told(new VersionManager(imported, new IndexWriter()), script))
            .isEqualTo(RandomScripts.told(new VersionManager(original, new IndexWriter()), script));
      }
      assertThat(new Verification(imported, IndexVerification::new).run().problems()).isEmpty();
    }
    CommandRun again =
        CommandRun.of(new ImportCommand(), "git", folder.resolve(exported), "--data", back);
    assertThat(again.out()).startsWith("0 versions added");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aScriptWithBranchesMergesAndRollbacksComesBackAsItWas(long seed) throws Exception {
    grow(seed, 120, true, "novel.fountain");
    assertThat(export("repository").errors()).isEmpty();
    assertThat(new Git(folder.resolve("repository")).problems()).isEmpty();
    assertComesBackFrom("repository", "novel.fountain");
    assertThat(export("all.bundle").status()).isZero();
    assertComesBackFrom("all.bundle", "novel.fountain");
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void manyScriptsOfAnyNameComeBackAsTheyWere(long seed) throws Exception {
    grow(seed, 300, true, SEVERAL);
    assertThat(export("repository").errors()).isEmpty();
    Git git = new Git(folder.resolve("repository"));
    assertThat(git.problems()).isEmpty();
    assertThat(git.lines("status", "--porcelain")).isEmpty();
    for (String ref : git.lines("for-each-ref", "--format=%(refname)")) {
      git.bytes("check-ref-format", ref);
    }
    assertComesBackFrom("repository", SEVERAL);
  }

  @Test
  void scriptsOfOneLineComeBackAsTheyWere() throws Exception {
    grow(7, 60, false, "a", "b");
    export("repository");
    assertComesBackFrom("repository", "a", "b");
  }

  @Test
  void textsThatGrewAndShrankAtEitherEndComeBackAsTheyWere() throws Exception {
    String middle = "the same words again and again\n".repeat(20);
    List<String> texts = new ArrayList<>();
    for (int size : new int[] {1, 127, 128, 512, 513, 70_000}) {
      String edit = "x".repeat(size);
      texts.addAll(List.of(middle, edit + middle, middle, middle + edit, edit + middle + edit));
    }
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("s", "S");
      texts.forEach(text -> save(manager, text, "main", null, "Edit"));
    }
    assertThat(export("repository").errors()).isEmpty();
    assertThat(new Git(folder.resolve("repository")).problems()).isEmpty();
    assertComesBackFrom("repository", "s");
  }

  @Test
  void theFilesOfAFolderAreTheNewestTexts() throws Exception {
    grow(8, 40, true, "a.md", "b.md");
    Files.createDirectory(folder.resolve("repository"));
    assertThat(export("repository", "a.md", "b.md").out()).contains("of 2 scripts");
    Git git = new Git(folder.resolve("repository"));
    assertThat(git.lines("status", "--porcelain")).isEmpty();
    assertThat(git.lines("symbolic-ref", "HEAD")).containsExactly("refs/heads/main");
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      int head = java.util.Objects.requireNonNull(manager.branch("a.md", "main").headVersion());
      assertThat(Files.readAllBytes(folder.resolve("repository").resolve("a.md")))
          .isEqualTo(manager.content("a.md", head).bytes());
    }
  }

  @Test
  void branchesAndMergesAreThoseOfGit() throws Exception {
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("s", "S");
      save(manager, "One.\n", "main", null, "First");
      new BranchManager(database).create("s", "alt", 1);
      save(manager, "One, darker.\n", "alt", null, "Darker\n\nMuch.");
      save(manager, "One.\nTwo.\n", "main", null, "Second");
      save(manager, "One, darker.\nTwo.\n", "main", 2, "Both");
    }
    export("repository");
    Git git = new Git(folder.resolve("repository"));
    assertThat(git.lines("log", "--topo-order", "--format=%s: %an <%ae>, %P", "main"))
        .first()
        .isEqualTo(
            "Both: Ann <>, "
                + git.lines("rev-parse", "main~1").get(0)
                + " "
                + git.lines("rev-parse", "alt").get(0));
    assertThat(git.lines("log", "-1", "--format=%B", "alt"))
        .containsExactly("Darker", "", "Much.", "");
    assertThat(git.lines("show", "alt:s")).containsExactly("One, darker.");
    assertThat(git.lines("merge-base", "main~1", "alt"))
        .isEqualTo(git.lines("rev-parse", "main~2"));
  }

  private static void save(
      VersionManager manager,
      String text,
      String branch,
      @Nullable Integer merged,
      String description) {
    manager.save(
        NewVersion.builder(
                "s", ScriptText.of(text.getBytes(UTF_8)), Author.named("Ann"), description)
            .branch(branch)
            .mergeParent(merged)
            .build());
  }

  @Test
  void anImportedHistoryComesOutWithTheCommitsThatItHad() throws Exception {
    Path original = Files.createDirectory(folder.resolve("original"));
    Git git = new Git(original);
    git.bytes("init", "-q", "-b", "main");
    for (int i = 0; i < 12; i++) {
      Files.writeString(original.resolve("text.md"), "Text\n".repeat(i + 1));
      git.bytes("add", ".");
      String date = "@" + (1_700_000_000 + i) + (i < 6 ? " +0530" : " -0800");
      git.bytes(
          "-c",
          "user.name=Committer",
          "-c",
          "user.email=committer@example.org",
          "commit",
          "-q",
          "--author=Committer <committer@example.org>",
          "--cleanup=verbatim",
          "--date=" + date,
          "-m",
          i % 2 == 0 ? "Without line end" : "With\n\nmore\n");
      git.bytes(
          "-c", "user.name=x", "-c", "user.email=x@y", "update-ref", "HEAD", dated(git, date));
    }
    CommandRun.of(new ImportCommand(), "git", original, "--data", folder.resolve("data"));
    assertThat(export("repository").errors()).isEmpty();
    Git exported = new Git(folder.resolve("repository"));
    assertThat(exported.lines("rev-list", "HEAD")).isEqualTo(git.lines("rev-list", "HEAD"));
    assertThat(exported.lines("for-each-ref")).hasSize(1);
  }

  /** The newest commit as if it had been committed when it was written. */
  private String dated(Git git, String date) throws Exception {
    String commit = new String(git.bytes("cat-file", "commit", "HEAD"), UTF_8);
    Path changed =
        Files.writeString(
            folder.resolve("commit"),
            commit.replaceFirst(
                "(?m)^committer .*$",
                "committer Committer <committer@example.org> " + date.substring(1)));
    return git.lines("hash-object", "-t", "commit", "-w", changed.toString()).get(0);
  }

  @Test
  void theSameHistoryGivesTheSameBytes() throws Exception {
    grow(9, 50, true, "a", "b");
    export("one.bundle");
    export("two.bundle");
    assertThat(folder.resolve("two.bundle")).hasSameBinaryContentAs(folder.resolve("one.bundle"));
    Git git = new Git(Files.createDirectory(folder.resolve("clones")));
    git.bytes("clone", "-q", folder.resolve("one.bundle").toString(), "clone");
    assertThat(new Git(folder.resolve("clones").resolve("clone")).lines("ls-files"))
        .containsExactly("a", "b");
  }

  /** From a clone nothing can be erased, so no salt is ever in one. */
  @Test
  void commitsAndNotesDoNotDependOnTheFormatAndTheSaltsOfHashes() throws Exception {
    grow(71, 40, true, "novel");
    assertThat(export("new.bundle").status()).isZero();
    for (int last : new int[] {20, Integer.MAX_VALUE}) {
      try (Database database = Database.open(folder.resolve("data"))) {
        HashFormatOne.upTo(last, database, "novel");
      }
      String bundle = last + ".bundle";
      assertThat(export(bundle).status()).isZero();
      assertThat(folder.resolve(bundle)).hasSameBinaryContentAs(folder.resolve("new.bundle"));
    }
    assertComesBackFrom("20.bundle", "novel");
  }

  @Test
  void withoutTheNotesTheTextsStillComeIn() throws Exception {
    grow(10, 40, true, "a");
    export("repository");
    new Git(folder.resolve("repository")).bytes("update-ref", "-d", "refs/notes/script-versioning");
    CommandRun run =
        CommandRun.of(
            new ImportCommand(),
            "git",
            folder.resolve("repository"),
            "--data",
            folder.resolve("back"));
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("versions added to 1 script");
  }

  @Test
  void whatIsThereIsLeftAsItIs() throws IOException {
    grow(11, 5, false, "a");
    Path mine =
        Files.writeString(Files.createDirectory(folder.resolve("dir")).resolve("x"), "mine");
    assertThat(export("dir").errors()).contains("is not empty");
    Path bundle = Files.writeString(folder.resolve("x.bundle"), "mine");
    assertThat(export("x.bundle").errors()).contains("exists already");
    assertThat(export("nowhere/dir").errors()).contains("does not exist");
    assertThat(export("new", "nobody").errors()).contains("nobody");
    assertThat(mine).hasContent("mine");
    assertThat(bundle).hasContent("mine");
    assertThat(folder.resolve("new")).doesNotExist();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("data", "dir", "x.bundle");
    }
  }

  @Test
  void aDatabaseWithoutVersionsHasNothingToExport() {
    try (Database database = Database.open(folder.resolve("data"))) {
      new VersionManager(database, new IndexWriter()).createScript("empty", "Empty");
    }
    assertThat(export("repository").errors()).contains("no version yet");
    assertThat(folder.resolve("repository")).doesNotExist();
  }
}
