package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.Git;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.TemporaryFolders;

class GitImportTest {
  private static final Instant DAY = Instant.parse("2024-05-06T07:08:09Z");

  @TempDir Path folder;
  private TestRepository repository;

  @BeforeEach
  void create() throws IOException {
    repository = new TestRepository(folder.resolve("repository"));
  }

  @AfterEach
  void close() {
    repository.close();
  }

  private CommandRun run(Object... more) {
    return run(repository.path(), more);
  }

  private CommandRun run(Path from, Object... more) {
    List<Object> words = new ArrayList<>(List.of("git", from, "--data", folder.resolve("data")));
    words.addAll(List.of(more));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  private <T> T inData(Function<VersionManager, T> question) {
    try (Database database = Database.open(folder.resolve("data"))) {
      return question.apply(new VersionManager(database, new IndexWriter()));
    }
  }

  private List<Version> versions(String scriptId) {
    return inData(
        manager ->
            IntStream.rangeClosed(1, manager.script(scriptId).latestVersion())
                .mapToObj(n -> manager.version(scriptId, n))
                .toList());
  }

  private List<String> texts(String scriptId) {
    return inData(
        manager ->
            IntStream.rangeClosed(1, manager.script(scriptId).latestVersion())
                .mapToObj(n -> new String(manager.content(scriptId, n).bytes(), ISO_8859_1))
                .toList());
  }

  private static String lines(int count, String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(word).append(' ').append(i).append('\n');
    }
    return text.toString();
  }

  @Test
  void everyCommitThatChangesTheFileIsAVersionAndNoOther() throws IOException {
    repository.write("script.md", "one\n").write("other.md", "x").commit("First");
    repository.write("other.md", "y").commit("Another file");
    repository.write("script.md", "two\n").commit("Second");
    CommandRun run = run("--path", "script.md", "--script", "intro");
    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("2 versions added to 1 script, 0 already there;");
    assertThat(texts("intro")).containsExactly("one\n", "two\n");
    assertThat(versions("intro"))
        .extracting(Version::changeDescription)
        .containsExactly("First", "Second");
  }

  @Test
  void branchesThatOnlyTheOriginOfACloneHasAreListed() throws Exception {
    repository.write("script.md", "one\n").commit("First");
    Git git = new Git(repository.path());
    git.bytes("update-ref", "refs/remotes/origin/main", "HEAD");
    String tree = git.lines("rev-parse", "HEAD^{tree}").get(0);
    String other =
        git.lines(
                "-c",
                "user.name=Ann",
                "-c",
                "user.email=ann@example.org",
                "commit-tree",
                tree,
                "-p",
                "HEAD",
                "-m",
                "Elsewhere")
            .get(0);
    git.bytes("update-ref", "refs/remotes/origin/silence", other);
    assertThat(run().out())
        .contains(
            "Branches of the repository that this one is a clone of (origin/silence): only local"
                + " branches are imported");
  }

  @Test
  void authorDateAndWholeMessageAreKept() throws IOException {
    repository
        .write("script.md", "one")
        .commit("A summary\n\nA reason of\nseveral lines.\n\n", "Zoë", "zoe@example.org", DAY);
    assertThat(run("--path", "script.md").status()).isZero();
    Version version = versions("script.md").get(0);
    assertThat(version.author()).isEqualTo(new Author("Zoë", "zoe@example.org"));
    assertThat(version.createdAt()).isEqualTo(DAY);
    assertThat(version.changeDescription()).isEqualTo("A summary\n\nA reason of\nseveral lines.");
  }

  @Test
  void contentsOfEveryKindComeByteForByteAsGitHasThem() throws IOException {
    List<byte[]> contents =
        List.of(
            new byte[0],
            "one\r\ntwo\r\n".getBytes(UTF_8),
            "no final line end".getBytes(UTF_8),
            "\uFEFFwith a mark\n".getBytes(UTF_8),
            new byte[] {'a', (byte) 0xff, (byte) 0xc3, '\r', 'b', (byte) 0x80},
            "e\u0301 👩‍🚀 \u202eright to left\n".getBytes(UTF_8),
            "x".repeat(300_000).getBytes(UTF_8));
    List<ObjectId> commits = new ArrayList<>();
    for (byte[] content : contents) {
      commits.add(repository.write("script.md", content).commit("Next"));
    }
    assertThat(run("--path", "script.md").status()).isZero();
    List<Version> versions = versions("script.md");
    assertThat(versions).hasSameSizeAs(contents);
    for (int i = 0; i < commits.size(); i++) {
      byte[] inGit = repository.content(commits.get(i), "script.md");
      assertThat(inGit).isEqualTo(contents.get(i));
      assertThat(versions.get(i).contentHash()).isEqualTo(ContentHash.of(inGit));
    }
  }

  @Test
  void aFileIsFollowedThroughRenames() throws IOException {
    repository.write("drafts/first.md", lines(40, "line")).commit("Begin");
    repository.rename("drafts/first.md", "drafts/second.md").commit("Rename only");
    repository
        .remove("drafts/second.md")
        .write("final.md", lines(40, "line") + "and an end\n")
        .commit("Rename and change");
    repository.write("final.md", "short\n").commit("Rewrite");
    assertThat(run("--path", "final.md").status()).isZero();
    assertThat(versions("final.md"))
        .extracting(Version::changeDescription)
        .containsExactly("Begin", "Rename only", "Rename and change", "Rewrite");
  }

  @Test
  void aFileThatWasDeletedGoesOnWhenItReturns() throws IOException {
    repository.write("keep.md", "x").write("script.md", "one").commit("First");
    repository.remove("script.md").commit("Away");
    repository.write("script.md", "two").commit("Back");
    assertThat(run("--path", "script.md").status()).isZero();
    assertThat(texts("script.md")).containsExactly("one", "two");
  }

  @Test
  void withoutAPathEveryTextOfHeadBecomesAScriptAndTheRestIsListed() throws IOException {
    repository
        .write("acts/Act one.md", "a")
        .write("acts-Act-one.md", "b")
        .write("logo.png", new byte[] {'P', 0, 1})
        .link("link.md", "acts-Act-one.md")
        .write("gone.md", "g")
        .commit("First");
    repository.remove("gone.md").write("acts-Act-one.md", "c").commit("Second");
    CommandRun run = run();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .startsWith("3 versions added to 2 scripts")
        .contains("logo.png: not a text, it has a NUL byte")
        .contains("link.md: a symbolic link, not a file");
    assertThat(texts("acts-Act-one.md")).containsExactly("b", "c");
    assertThat(texts("acts-Act-one.md-2")).containsExactly("a");
    String title = inData(manager -> manager.script("acts-Act-one.md-2").title());
    assertThat(title).isEqualTo("acts/Act one.md");
    assertThat(run().out()).startsWith("0 versions added to 2 scripts, 3 already there;");
  }

  @Test
  void binaryMissingAndTooLargeVersionsAreLeftOutAndTheRestIsImported() throws IOException {
    repository.write("script.md", "one").commit("First");
    repository.write("script.md", new byte[] {1, 0, 2}).commit("Binary");
    repository.write("script.md", "lost").commit("Lost");
    repository.lose("script.md");
    repository.write("script.md", "x".repeat(2_000)).commit("Large");
    repository.write("script.md", "two").commit("Last");
    CommandRun run = run("--path", "script.md", "--size-limit", 1_000);
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Left out:")
        .contains("not a text, it has a NUL byte")
        .contains("the repository lacks its text: Missing")
        .contains("over the size limit of 1000 bytes");
    assertThat(texts("script.md")).containsExactly("one", "two");
  }

  @Test
  void aHistoryWithAMissingTreeOrCommitGivesWhatIsThere() throws IOException {
    ObjectId first = repository.write("acts/script.md", "one").commit("First");
    repository.write("acts/script.md", "two").commit("Second");
    ObjectId third = repository.write("acts/script.md", "three").commit("Third");
    repository.write("acts/script.md", "four").commit("Fourth");
    repository.lose(first);
    repository.loseTree(third);
    CommandRun run = run("--path", "acts/script.md");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("the repository lacks the commit before it")
        .contains("the repository lacks its list of files");
    assertThat(texts("script.md")).containsExactly("two", "four");
  }

  @Test
  void aSecondRunAddsOnlyWhatIsNewAlsoOnTopOfAVersionSavedByHand() throws IOException {
    repository.write("script.md", "one").commit("First");
    repository.write("script.md", "two").commit("Second");
    assertThat(run("--path", "script.md").status()).isZero();
    assertThat(run("--path", "script.md").out()).startsWith("0 versions added");
    inData(
        manager ->
            manager.save(
                NewVersion.builder(
                        "script.md", ScriptText.of("by hand"), Author.named("Eve"), "Mine")
                    .build()));
    repository.write("script.md", "three").commit("Third");
    CommandRun run = run("--path", "script.md");
    assertThat(run.out()).startsWith("1 version added to 1 script, 2 already there;");
    assertThat(texts("script.md")).containsExactly("one", "two", "by hand", "three");
  }

  @Test
  void aKilledImportGoesOnWhereItWas() throws Exception {
    Random random = Seeds.random(11);
    List<String> text = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      text.add("line " + random.nextInt() + " of a script that is long enough to take time");
    }
    List<ObjectId> commits = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      text.set(random.nextInt(text.size()), "changed " + random.nextInt());
      commits.add(repository.write("script.md", String.join("\n", text)).commit("Change " + i));
    }
    Path data = folder.resolve("data");
    Database.open(data).close();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                ImportProcess.class.getName(),
                "git",
                repository.path().toString(),
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    while (process.isAlive() && saved("script.md") == 0) {
      Thread.sleep(20);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    int kept = saved("script.md");
    assertThat(kept).isBetween(1, commits.size());
    CommandRun run = run();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains(kept + " already there");
    List<Version> versions = versions("script.md");
    assertThat(versions).hasSameSizeAs(commits);
    for (int i = 0; i < commits.size(); i++) {
      assertThat(versions.get(i).contentHash())
          .isEqualTo(ContentHash.of(repository.content(commits.get(i), "script.md")));
    }
  }

  private int saved(String scriptId) {
    return inData(
        manager -> manager.findScript(scriptId).map(script -> script.latestVersion()).orElse(0));
  }

  @Test
  void aScriptThatHasTheHistoryOfAnotherFileIsNotWrittenTo() throws IOException {
    repository.write("a.md", "a").write("b.md", "b").commit("Both");
    assertThat(run("--path", "a.md", "--script", "intro").status()).isZero();
    CommandRun run = run("--path", "b.md", "--script", "intro");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).contains("imported from another history", "another script");
    assertThat(texts("intro")).containsExactly("a");
  }

  @Test
  void aScriptThatWasNotImportedIsNotWrittenTo() throws IOException {
    repository.write("script.md", "one").commit("First");
    NewVersion own =
        NewVersion.builder("script.md", ScriptText.of("mine"), Author.named("Eve"), "").build();
    inData(manager -> manager.createScript("Mine", own));
    for (CommandRun run : List.of(run("--path", "script.md"), run())) {
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.errors().lines())
          .singleElement()
          .asString()
          .contains("its versions were not imported")
          .contains("another script");
    }
    assertThat(texts("script.md")).containsExactly("mine");
  }

  @Test
  void aFutureDateAndAnUnusableNameAreChangedAndSaidSo() throws IOException {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant future = before.plus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    repository.write("script.md", "one").commit("First", "", "nameless@example.org", future);
    repository.write("script.md", "two").commit("Second", "Tab\tName", "t@example.org", DAY);
    repository.write("script.md", "three").commit("", "", "", DAY);
    repository.write("script.md", "four").commit("y".repeat(30_000));
    CommandRun run = run("--path", "script.md");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("its date lies in the future")
        .contains("the author has no name; kept as “nameless@example.org”")
        .contains("its message was cut to the 20000 characters");
    List<Version> versions = versions("script.md");
    assertThat(versions.get(0).createdAt()).isBetween(before, Instant.now());
    assertThat(versions)
        .extracting(version -> version.author().name())
        .containsExactly("nameless@example.org", "Tab Name", "Unknown author", "Script editor");
    assertThat(versions.get(2).changeDescription()).isEmpty();
    assertThat(versions.get(3).changeDescription()).hasSize(20_000);
  }

  @Test
  void aDateBeforeTheYearOneIsChangedAndSaidSo() throws IOException {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Instant ancient = Instant.parse("-0500-01-01T00:00:00Z");
    repository.write("script.md", "one").commit("First", "Ann", "ann@example.org", ancient);
    assertThat(run().out()).contains("its date lies before the year 1; kept with the time of");
    assertThat(versions("script.md").get(0).createdAt()).isBetween(before, Instant.now());
  }

  @Test
  void aBundleGivesTheSameAsItsRepositoryAndLeavesNothingBehind() throws IOException {
    repository.write("script.md", "one").commit("First");
    repository.write("script.md", "two").commit("Second");
    Path bundle = folder.resolve("a history.bundle");
    repository.bundleTo(bundle);
    List<Path> before = TemporaryFolders.ofThisProcess();
    assertThat(run(bundle, "--script", "intro").status()).isZero();
    assertThat(texts("intro")).containsExactly("one", "two");
    assertThat(run("--script", "intro").out()).contains("0 versions added");
    assertThat(TemporaryFolders.ofThisProcess()).isEqualTo(before);
  }

  @Test
  void whatCannotBeImportedIsToldInOneLine() throws IOException {
    repository.write("a.md", "a").write("b.md", "b").commit("First");
    Path text = Files.writeString(folder.resolve("text.bundle"), "no bundle at all");
    Path plain = Files.createDirectory(folder.resolve("plain"));
    try (TestRepository empty = new TestRepository(folder.resolve("empty"))) {
      List<CommandRun> runs =
          List.of(
              run(folder.resolve("nowhere")),
              run(text),
              run(plain),
              run(empty.path()),
              run("--path", "c.md"),
              run("--script", "both"),
              run("--path", "a.md", "--script", "not allowed"));
      for (CommandRun run : runs) {
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
      }
      assertThat(runs.get(4).errors()).contains("a.md, b.md");
    }
    assertThat(CommandRun.of(new ImportCommand(), "git").status()).isEqualTo(2);
    assertThat(CommandRun.of(new ImportCommand()).status()).isEqualTo(2);
  }
}
