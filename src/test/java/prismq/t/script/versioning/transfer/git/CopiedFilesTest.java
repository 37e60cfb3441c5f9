package prismq.t.script.versioning.transfer.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.Git;
import prismq.t.script.versioning.transfer.ImportCommand;

/** Files that were copied, or cut out of another, against what git itself follows. */
class CopiedFilesTest {
  @TempDir Path folder;
  private Path work;
  private Git git;
  private int commits;

  @BeforeEach
  void create() throws Exception {
    work = Files.createDirectory(folder.resolve("work"));
    git = new Git(work);
    git.bytes("init", "-q", "-b", "main");
    git.bytes("config", "user.name", "Ann");
    git.bytes("config", "user.email", "ann@example.org");
  }

  private void write(String file, String text) throws IOException {
    Path path = work.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private static String lines(String word, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append("The ").append(word).append(" line number ").append(i).append(" is here.\n");
    }
    return text.toString();
  }

  private void commit(String message) throws Exception {
    git.bytes("add", "-A");
    String date = "2024-03-01T08:" + String.format(java.util.Locale.ROOT, "%02d", commits) + ":00Z";
    commits++;
    // Git's log is by date.
    ProcessBuilder builder =
        new ProcessBuilder("git", "commit", "-q", "-m", message).directory(work.toFile());
    builder.environment().put("GIT_AUTHOR_DATE", date);
    builder.environment().put("GIT_COMMITTER_DATE", date);
    assertThat(builder.start().waitFor()).isZero();
  }

  private CommandRun run(Object... more) {
    List<Object> words = new ArrayList<>(List.of("git", work, "--data", folder.resolve("data")));
    words.addAll(List.of(more));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  private List<String> descriptions(String scriptId) {
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      return IntStream.rangeClosed(1, manager.script(scriptId).latestVersion())
          .mapToObj(number -> manager.version(scriptId, number).changeDescription())
          .toList();
    }
  }

  /** Oldest first. */
  private List<String> followed(String file) throws Exception {
    List<String> followed =
        new ArrayList<>(git.lines("log", "--follow", "--format=%s", "--", file));
    // With --reverse git would follow nothing.
    java.util.Collections.reverse(followed);
    return followed;
  }

  private void assertAsGitFollowsThem(String... files) throws Exception {
    CommandRun run = run();
    assertThat(run.status()).as(run.errors()).isZero();
    for (String file : files) {
      assertThat(descriptions(file.replace('/', '-'))).as(file).isEqualTo(followed(file));
    }
  }

  private void threeVersions(String file) throws Exception {
    write(file, lines("first", 0, 30));
    commit("One of " + file);
    write(file, lines("first", 0, 40));
    commit("Two of " + file);
    write(file, lines("first", 0, 40) + lines("third", 0, 10));
    commit("Three of " + file);
  }

  @Test
  void aCopyHasTheHistoryOfItsOriginalAndGoesOnByItself() throws Exception {
    threeVersions("script.md");
    Files.createDirectory(work.resolve("old"));
    Files.copy(work.resolve("script.md"), work.resolve("old/draft1.md"));
    commit("Keep a copy");
    write("script.md", lines("first", 0, 40) + lines("fourth", 0, 10));
    commit("Four");
    write("old/draft1.md", lines("first", 0, 39) + lines("third", 0, 10));
    commit("Correct the copy");
    assertAsGitFollowsThem("script.md", "old/draft1.md");
    assertThat(followed("old/draft1.md")).hasSize(5);
  }

  @Test
  void whereBothComeInThatIsToldAndASecondImportAddsNothing() throws Exception {
    threeVersions("a b.md");
    Files.copy(work.resolve("a b.md"), work.resolve("a-b.md"));
    commit("Copy");
    CommandRun run = run();
    assertThat(run.out())
        .contains("a-b.md (commit ")
        .contains("made of a b.md there; its versions before that are those of a b.md");
    write("a b.md", lines("first", 0, 20));
    write("a-b.md", lines("first", 5, 30));
    commit("Both");
    assertThat(run().out()).startsWith("2 versions added to 2 scripts, 7 already there;");
    assertThat(descriptions("a-b.md")).endsWith("Both").hasSize(4);
    assertThat(descriptions("a-b.md-2")).endsWith("Copy", "Both").hasSize(5);
    assertThat(run("--path", "a-b.md", "--script", "a-b.md").errors())
        .contains("Nothing was imported");
  }

  @Test
  void aCopyThatSortsBeforeItsOriginalDoesNotTakeItsScript() throws Exception {
    threeVersions("a-b.md");
    assertThat(run().status()).isZero();
    Files.copy(work.resolve("a-b.md"), work.resolve("a b.md"));
    commit("Copy");
    assertThat(run().status()).isZero();
    assertThat(descriptions("a-b.md")).hasSize(3);
    assertThat(descriptions("a-b.md-2")).hasSize(4);
  }

  @Test
  void aPartCutOutOfALongTextHasTheHistoryOfTheWhole() throws Exception {
    threeVersions("CHANGELOG.md");
    write("notes/1.md", lines("first", 0, 40));
    write("CHANGELOG.md", lines("fresh", 0, 3));
    commit("Cut");
    write("notes/1.md", lines("first", 1, 40));
    commit("Correct");
    assertAsGitFollowsThem("CHANGELOG.md", "notes/1.md");
    assertThat(followed("notes/1.md")).hasSize(5);
  }

  @Test
  void aPartOfLessThanHalfIsNoCopy() throws Exception {
    write("script.md", lines("first", 0, 100));
    commit("One");
    write("half.md", lines("first", 0, 45));
    write("more.md", lines("first", 0, 55));
    commit("Two parts");
    assertAsGitFollowsThem("script.md", "half.md", "more.md");
    assertThat(followed("half.md")).hasSize(1);
    assertThat(followed("more.md")).hasSize(2);
  }

  @Test
  void aCopyThatIsRenamedAndCopiedAgainIsFollowedAllTheWay() throws Exception {
    threeVersions("script.md");
    Files.copy(work.resolve("script.md"), work.resolve("copy.md"));
    commit("Copy");
    Files.move(work.resolve("copy.md"), work.resolve("renamed.md"));
    commit("Rename");
    Files.copy(work.resolve("renamed.md"), work.resolve("again.md"));
    commit("Copy again");
    assertAsGitFollowsThem("script.md", "renamed.md", "again.md");
  }

  @Test
  void aFileThatIsGoneIsTakenBeforeOneThatStays() throws Exception {
    write("stays.md", lines("first", 0, 40));
    commit("Stays");
    write("goes.md", lines("first", 0, 36) + lines("other", 0, 4));
    commit("Goes");
    Files.delete(work.resolve("goes.md"));
    write("new.md", lines("first", 0, 38) + lines("other", 0, 2));
    commit("New");
    assertAsGitFollowsThem("stays.md", "new.md");
  }

  @Test
  void aCopyMadeOnABranchHasWhatTheBranchHadAndNotWhatTheOriginalGotMeanwhile() throws Exception {
    threeVersions("script.md");
    git.bytes("checkout", "-q", "-b", "side");
    Files.copy(work.resolve("script.md"), work.resolve("copy.md"));
    commit("Copy on the side");
    git.bytes("checkout", "-q", "main");
    write("script.md", lines("first", 0, 40) + lines("main", 0, 10));
    commit("Meanwhile");
    git.bytes("merge", "-q", "--no-ff", "-m", "Merge branch 'side'", "side");
    assertAsGitFollowsThem("copy.md");
    assertThat(followed("copy.md")).hasSize(4);
  }

  @Test
  void aCopyDoesNotTakeWhatABranchDidToItsOriginal() throws Exception {
    threeVersions("script.md");
    git.bytes("branch", "side");
    Files.copy(work.resolve("script.md"), work.resolve("copy.md"));
    commit("Copy");
    git.bytes("checkout", "-q", "side");
    write("script.md", lines("side", 0, 10) + lines("first", 0, 40) + lines("third", 0, 10));
    commit("On the side");
    git.bytes("checkout", "-q", "main");
    git.bytes("merge", "-q", "--no-ff", "-m", "Merge branch 'side'", "side");
    assertAsGitFollowsThem("copy.md");
    assertThat(followed("copy.md")).hasSize(4);
  }

  @Test
  void aCopyMadeInAMergeItselfHasTheHistoryOfItsOriginal() throws Exception {
    threeVersions("script.md");
    git.bytes("checkout", "-q", "-b", "side");
    write("other.md", lines("other", 0, 10));
    commit("On the side");
    git.bytes("checkout", "-q", "main");
    git.bytes("merge", "-q", "--no-ff", "--no-commit", "side");
    Files.copy(work.resolve("script.md"), work.resolve("copy.md"));
    commit("Merge branch 'side'");
    assertThat(run().status()).isZero();
    assertThat(descriptions("copy.md"))
        .containsExactly(
            "One of script.md", "Two of script.md", "Three of script.md", "Merge branch 'side'");
  }

  @Test
  void scriptsThatAreAlikeStayApartThroughAnExport() throws Exception {
    threeVersions("script.md");
    write("alike.md", lines("first", 0, 39) + lines("third", 0, 10));
    Path other = folder.resolve("other");
    assertThat(run("--path", "script.md", "--script", "b").status()).isZero();
    git.bytes("checkout", "-q", "--orphan", "alone");
    git.bytes("rm", "-q", "-r", "--cached", ".");
    Files.delete(work.resolve("script.md"));
    commit("Alone");
    assertThat(run("--path", "alike.md", "--script", "c").status()).isZero();
    Path exported = folder.resolve("exported.bundle");
    CommandRun export =
        CommandRun.of(
            new prismq.t.script.versioning.transfer.ExportCommand(),
            "git",
            exported,
            "--data",
            folder.resolve("data"));
    assertThat(export.status()).as(export.errors()).isZero();
    CommandRun back = CommandRun.of(new ImportCommand(), "git", exported, "--data", other);
    assertThat(back.out()).startsWith("4 versions added to 2 scripts");
  }
}
