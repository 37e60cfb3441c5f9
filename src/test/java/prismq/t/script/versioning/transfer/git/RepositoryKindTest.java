package prismq.t.script.versioning.transfer.git;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Repositories that are not whole, or have their objects elsewhere. */
class RepositoryKindTest {
  @TempDir Path folder;
  private Path work;
  private Git git;

  @BeforeEach
  void create() throws Exception {
    work = made("work", "sha1");
    git = new Git(work);
  }

  private Path made(String name, String format) throws Exception {
    Path made = Files.createDirectory(folder.resolve(name));
    Git of = new Git(made);
    of.bytes("init", "-q", "-b", "main", "--object-format=" + format);
    of.bytes("config", "user.name", "Ann");
    of.bytes("config", "user.email", "ann@example.org");
    for (int i = 1; i <= 5; i++) {
      Files.writeString(made.resolve("script.md"), "text " + i + "\n");
      of.bytes("add", "-A");
      of.bytes("commit", "-q", "-m", "Change " + i);
    }
    return made;
  }

  private CommandRun run(Path from, Object... more) {
    List<Object> words = new ArrayList<>(List.of("git", from, "--data", folder.resolve("data")));
    words.addAll(List.of(more));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  private void assertRefused(Path from, String... reasons) {
    CommandRun run = run(from);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors()).hasLineCount(1).contains(reasons).doesNotContain("Exception");
  }

  private List<String> descriptions() {
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      return IntStream.rangeClosed(1, manager.script("script.md").latestVersion())
          .mapToObj(number -> manager.version("script.md", number).changeDescription())
          .toList();
    }
  }

  private Path cloned(String name, String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("clone", "-q"));
    words.addAll(List.of(options));
    words.addAll(List.of("file://" + work, folder.resolve(name).toString()));
    new Git(folder).bytes(words.toArray(String[]::new));
    return folder.resolve(name);
  }

  @Test
  void aShallowCloneComesInAndWhatIsBeforeItIsListed() throws Exception {
    CommandRun run = run(cloned("shallow", "--depth=2"));
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out())
        .startsWith("2 versions added")
        .contains(
            "everything before a commit ("
                + git.lines("rev-parse", "HEAD~1").get(0).substring(0, 10)
                + ")")
        .contains("git fetch --unshallow");
    assertThat(descriptions()).containsExactly("Change 4", "Change 5");
  }

  @Test
  void aShallowCloneThatWasFetchedWholeSaysNothing() throws Exception {
    Path shallow = cloned("shallow", "--depth=2");
    new Git(shallow).bytes("fetch", "-q", "--unshallow");
    assertThat(run(shallow).out()).startsWith("5 versions added").doesNotContain("Left out");
  }

  @Test
  void aShallowWorkingCopyOfSeveralBranchesNamesEveryEnd() throws Exception {
    git.bytes("checkout", "-q", "-b", "side", "HEAD~3");
    Files.writeString(work.resolve("script.md"), "side\n");
    git.bytes("commit", "-q", "-a", "-m", "Side");
    git.bytes("checkout", "-q", "main");
    Path shallow = cloned("shallow", "--depth=1", "--no-single-branch");
    new Git(shallow).bytes("branch", "side", "origin/side");
    assertThat(run(shallow).out())
        .startsWith("2 versions added")
        .contains(git.lines("rev-parse", "main").get(0).substring(0, 10))
        .contains(git.lines("rev-parse", "side").get(0).substring(0, 10));
  }

  @Test
  void aPartialCloneIsSaidToBeOneAndEachMissingTextIsListed() throws Exception {
    git.bytes("config", "uploadpack.allowFilter", "true");
    for (String filter : List.of("blob:none", "tree:0", "blob:limit=3")) {
      CommandRun run =
          run(cloned(filter.replace(':', '-'), "--filter=" + filter, "--no-checkout"), "--preview");
      assertThat(run.out() + run.errors())
          .as(filter)
          .contains("partial clone")
          .doesNotContain("Exception");
    }
  }

  @Test
  void aRepositoryWithOtherIdsIsRefusedWithAWayOn() throws Exception {
    Path other = made("other", "sha256");
    assertRefused(other, "SHA-256", "git fast-export --all");
    Path bundle = folder.resolve("other.bundle");
    new Git(other).bytes("bundle", "create", bundle.toString(), "HEAD", "--branches");
    assertRefused(bundle, "SHA-256", "git fast-export --all");
    Path bare = folder.resolve("bare.git");
    new Git(folder).bytes("clone", "-q", "--bare", other.toString(), bare.toString());
    assertRefused(bare, "SHA-256");
  }

  @Test
  void replacementsAndGraftsAreSaidToBeLeftOut() throws Exception {
    git.bytes("replace", "--graft", "HEAD~1");
    assertThat(run(work).out())
        .startsWith("5 versions added")
        .contains("replacements (refs/replace/)", "git filter-repo");
    String third = git.lines("--no-replace-objects", "rev-parse", "HEAD~2").get(0);
    Files.createDirectories(work.resolve(".git/info"));
    Files.writeString(work.resolve(".git/info/grafts"), third + "\n");
    assertThat(run(work).out()).contains("grafts (info/grafts)");
  }

  @Test
  void whereTheHistoryWasReadFromElsewhereThatIsSaid() throws Exception {
    Path tree = folder.resolve("tree");
    git.bytes("worktree", "add", "-q", "-b", "other", tree.toString());
    assertThat(run(tree).out())
        .contains(".git: it leads elsewhere; the history was read from " + work.resolve(".git"));
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Files.createSymbolicLink(linked.resolve(".git"), work.resolve(".git"));
    assertThat(run(linked).out())
        .contains(".git: a link; the history was read from " + work.resolve(".git"));
    Path borrowing = folder.resolve("borrowing");
    new Git(folder).bytes("clone", "-q", "--shared", work.toString(), borrowing.toString());
    assertThat(run(borrowing).out())
        .contains("objects/info/alternates says: " + work.resolve(".git/objects"));
  }

  @Test
  void aRepositoryThatIsNotWhereItsFolderSaysIsNamed() throws Exception {
    Path lost = Files.createDirectory(folder.resolve("lost"));
    Files.writeString(lost.resolve(".git"), "gitdir: " + folder.resolve("nowhere") + "\n");
    assertRefused(lost, folder.resolve("nowhere").toString(), "Nothing was imported");
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Files.writeString(broken.resolve(".git"), "gitdir: \n");
    assertRefused(broken, "Nothing was imported");
    Path dangling = Files.createDirectories(folder.resolve("dangling"));
    Files.createSymbolicLink(dangling.resolve(".git"), folder.resolve("nowhere"));
    assertRefused(dangling, "is not a git repository");
    Files.writeString(work.resolve(".git/config"), "[core\n");
    assertRefused(work, "settings that git cannot read");
  }

  @Test
  void aBundleOfOnlyTheLastCommitsIsRefused() throws Exception {
    Path bundle = folder.resolve("last.bundle");
    git.bytes("bundle", "create", bundle.toString(), "HEAD~2..HEAD");
    assertRefused(bundle, "only what was added to commits that are not in it");
  }

  @Test
  void peopleAndDatesOfNoKnownFormAreListedAndTheirVersionsComeIn() throws Exception {
    RawRepository raw = new RawRepository(folder.resolve("raw"));
    List<String> people =
        List.of(
            "Ann Without Brackets 1715000000 +0000",
            "Bo <bo@example.org> -86400 +0000",
            "Cy <cy@example.org> 253402300800 +0000",
            "Di <di@example.org> 99999999999999999999999 +0000",
            "Ed <ed@example.org> 1715000000 +9999",
            "Flo <flo@example.org> 1715000000 -0075",
            "Gus <gus@example.org>",
            "Hal <hal <at> example.org> 1715000000 +0000",
            "<> 1715000000 +0000",
            "Ian <ian@example.org> tomorrow",
            "");
    for (int i = 0; i < people.size(); i++) {
      raw.write("script.md", "text " + i).commit(people.get(i), "", "Change " + i);
    }
    CommandRun run = run(raw.path());
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out())
        .startsWith(people.size() + " versions added")
        .contains("no address in angle brackets; kept as “Ann Without Brackets”")
        .contains("its date lies before 1970")
        .contains("its date lies in the future")
        .contains("its time zone +9999 does not exist")
        .contains("its time zone -0075 does not exist")
        .contains("its date cannot be read; kept with the time of its committer")
        .contains("the author has no name");
    try (Database database = Database.open(folder.resolve("data"))) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      assertThat(
              IntStream.rangeClosed(1, 8)
                  .mapToObj(n -> manager.version("script.md", n).author().name()))
          .containsExactly("Ann Without Brackets", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal");
      assertThat(manager.version("script.md", 1).createdAt())
          .isEqualTo(java.time.Instant.ofEpochSecond(1_715_000_000));
    }
  }

  private java.time.Instant importedTime(int version) {
    try (Database database = Database.open(folder.resolve("data"))) {
      return new VersionManager(database, new IndexWriter())
          .version("script.md", version)
          .createdAt();
    }
  }

  @Test
  void aDateThatOnlyEndsLikeOneIsNotTakenForATime() throws Exception {
    RawRepository raw = new RawRepository(folder.resolve("raw"));
    List<String> dates =
        List.of(
            "abc +9999",
            "1500000000.5 +0000",
            "0x55 +0000",
            "1,500,000,000 +0000",
            "4 May 2024 10:00 +0000",
            "2024-05-04 10:00:30 +0000",
            "+0200",
            "-0500");
    for (String date : dates) {
      raw.write("script.md", date).commit("Bo <bo@example.org> " + date, "", date);
    }
    CommandRun run = run(raw.path());
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out()).contains("its date cannot be read; kept with the time of its committer");
    for (int version = 1; version <= dates.size(); version++) {
      assertThat(importedTime(version)).isEqualTo(java.time.Instant.ofEpochSecond(1_715_000_000));
    }
  }

  @Test
  void aDateThatCannotBeKeptGivesWayToTheOtherOnlyIfThatIsBeyondDoubt() throws Exception {
    java.time.Instant before = java.time.Instant.now().minusMillis(1);
    RawRepository raw = new RawRepository(folder.resolve("raw"));
    String author = "Bo <bo@example.org> ";
    for (String committed : List.of("-5 +0000", "abc +9999", "99999999999999 +0000", "")) {
      raw.write("script.md", committed)
          .commit(author + "abc +9999", author + committed, "", "With " + committed);
    }
    raw.write("script.md", "future").commit(author + "99999999999999 +0000", "", "Future");
    raw.write("script.md", "zone").commit(author + "1500000000 UTC", "", "Zone");
    CommandRun run = run(raw.path());
    assertThat(run.status()).as(run.errors()).isZero();
    assertThat(run.out())
        .contains("its date cannot be read; kept with the time of the import")
        .contains("its date lies in the future; kept with the time of its committer")
        .contains("its time zone UTC does not exist; its seconds count all the same");
    for (int version = 1; version <= 4; version++) {
      assertThat(importedTime(version)).isBetween(before, java.time.Instant.now());
    }
    assertThat(importedTime(5)).isEqualTo(java.time.Instant.ofEpochSecond(1_715_000_000));
    assertThat(importedTime(6)).isEqualTo(java.time.Instant.ofEpochSecond(1_500_000_000));
  }
}
