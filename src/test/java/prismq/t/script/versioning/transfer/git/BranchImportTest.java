package prismq.t.script.versioning.transfer.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.git.read.FilePath;
import prismq.t.script.versioning.transfer.git.walk.FileChange;

class BranchImportTest {
  @TempDir Path folder;
  private TestRepository repository;
  private ImportedHistory imported;

  @BeforeEach
  void create() throws IOException {
    repository = new TestRepository(folder.resolve("repository"));
    imported = new ImportedHistory(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    repository.close();
  }

  private String run() {
    return run(repository.path());
  }

  private String run(Path from) {
    CommandRun preview = imported.run(from, "--path", "script.md", "--preview");
    CommandRun run = imported.run(from, "--path", "script.md");
    assertThat(run.errors()).isEmpty();
    assertThat(preview.out())
        .startsWith("A preview: nothing was saved.")
        .endsWith(withoutTime(run.out()));
    assertThat(imported.problems()).isEmpty();
    return run.out();
  }

  /** What comes after the time it took; a preview has to tell the same. */
  private static String withoutTime(String out) {
    return out.substring(out.indexOf("/s\n"));
  }

  private ObjectId write(String text) throws IOException {
    return repository.write("script.md", text).commit("Write " + text);
  }

  private static String text(String word) {
    return (word + " on a line of a text that is long enough to be known again\n").repeat(20);
  }

  @Test
  void aBranchStartsAtTheVersionItLeftAndAMergeHasTwoParents() throws IOException {
    ObjectId one = write("one");
    ObjectId two = write("two");
    repository.moveTo(one);
    ObjectId side = write("side");
    repository.branch("topic/side", side);
    repository.moveTo(two);
    repository.write("script.md", "two, side").merge("Merge branch 'topic/side'", side);
    assertThat(run())
        .contains("4 versions added")
        .contains("1 branch and 1 merge imported with them");
    assertThat(imported.lines())
        .containsExactly(
            "1 main Write one",
            "2 main on 1 Write two",
            "3 topic/side on 1 Write side",
            "4 main on 2+3 Merge branch 'topic/side'");
    assertThat(imported.branchLines()).containsExactly("main from null", "topic/side from 1");
  }

  @Test
  void aMergedBranchThatIsGoneIsNamedByItsMergeAndArchived() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.moveTo(one);
    write("two");
    ObjectId merge =
        repository.write("script.md", "both").merge("Merge branch 'a b' into main", side);
    repository.moveTo(one);
    ObjectId other = write("other");
    repository.moveTo(merge);
    repository.write("script.md", "three").merge("Merge pull request #12 from ada/a-b", other);
    ObjectId last = repository.head();
    repository.moveTo(one);
    ObjectId nameless = write("nameless");
    repository.moveTo(last);
    repository.write("script.md", "four").merge("Bring it in", nameless);
    run();
    assertThat(imported.branchLines())
        .containsExactly(
            "main from null",
            "a-b-2 from 1 archived",
            "a-b from 1 archived",
            "merged-" + nameless.abbreviate(10).name() + " from 1 archived");
  }

  @Test
  void whereOnlyOneSideOfAMergeChangedTheFileItsVersionsAreOnMain() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.moveTo(one);
    repository.write("other.md", "x").commit("Another file");
    repository.write("script.md", "side").merge("Merge branch 'side'", side);
    write("two");
    run();
    assertThat(imported.lines())
        .containsExactly("1 main Write one", "2 main on 1 Write side", "3 main on 2 Write two");
    assertThat(imported.branchLines()).hasSize(1);
  }

  @Test
  void aMergeThatChangesWhatItBringsInIsAPlainVersion() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.moveTo(one);
    repository.write("script.md", "more").merge("Merge branch 'side'", side);
    run();
    assertThat(imported.lines()).last().isEqualTo("3 main on 2 Merge branch 'side'");
  }

  @Test
  void ofAnOctopusTheFirstTwoParentsAreKeptAndTheRestIsSaid() throws IOException {
    ObjectId one = write("one");
    ObjectId a = write("a");
    repository.moveTo(one);
    ObjectId b = write("b");
    repository.moveTo(one);
    write("two");
    repository.write("script.md", "all").merge("Merge branches 'left' and 'right'", a, b);
    assertThat(run()).contains("it brings more than two lines together");
    assertThat(imported.lines())
        .last()
        .isEqualTo("5 main on 4+2 Merge branches 'left' and 'right'");
    assertThat(imported.branchLines())
        .containsExactly("main from null", "left from 1 archived", "right from 1 archived");
  }

  @Test
  void anUnrelatedRootStartsABranchWithoutAVersion() throws IOException {
    ObjectId one = write("one");
    repository.startAnew();
    repository.branch("other", write("from nothing"));
    repository.moveTo(one);
    run();
    assertThat(imported.lines()).containsExactly("1 main Write one", "2 other Write from nothing");
    assertThat(imported.branchLines()).containsExactly("main from null", "other from null");
  }

  @Test
  void branchesWithoutAVersionOfTheirOwnAreNotMade() throws IOException {
    ObjectId one = write("one");
    repository.write("other.md", "x").commit("Another file");
    repository.branch("elsewhere", repository.head());
    repository.moveTo(one);
    repository.branch("same", one);
    run();
    assertThat(imported.branchLines()).containsExactly("main from null");
  }

  @Test
  void aFileIsFollowedThroughRenamesOnEveryLine() throws IOException {
    ObjectId one = repository.write("draft.md", text("one")).commit("Begin");
    repository.write("draft.md", text("one") + "side\n").commit("Side");
    repository.rename("draft.md", "scene.md").commit("Rename on the side");
    ObjectId side = repository.write("scene.md", text("one") + "scene\n").commit("Side again");
    repository.branch("side", side);
    repository.moveTo(one);
    repository.write("draft.md", text("one") + "old\n").commit("Old name");
    repository.branch("old", repository.head());
    repository.moveTo(one);
    repository.rename("draft.md", "script.md").commit("Rename");
    repository.write("script.md", text("one") + "both\n").remove("scene.md");
    repository.write("script.md", "side").merge("Merge branch 'side'", side);
    run();
    assertThat(imported.lines())
        .containsExactly(
            "1 main Begin",
            "2 side on 1 Side",
            "3 side on 2 Rename on the side",
            "4 side on 3 Side again",
            "5 old on 1 Old name",
            "6 main on 1 Rename",
            "7 main on 6+4 Merge branch 'side'");
  }

  @Test
  void whatIsNewOnSeveralBranchesComesInAndArchivedOnesAreTakenUpAgain() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.moveTo(one);
    ObjectId open = write("open");
    repository.branch("open", open);
    repository.moveTo(one);
    write("two");
    ObjectId merge = repository.write("script.md", "both").merge("Merge branch 'side'", side);
    run();
    repository.moveTo(side);
    ObjectId more = write("more");
    repository.moveTo(open);
    ObjectId further = write("further");
    repository.branch("open", further);
    repository.moveTo(merge);
    repository.write("script.md", "again").merge("Merge branch 'side'", more);
    repository.deleteBranch("open");
    repository.write("script.md", "all").merge("Merge branch 'open'", further);
    assertThat(run()).contains("4 versions added").contains("0 branches and 2 merges");
    assertThat(imported.lines())
        .endsWith(
            "6 side on 2 Write more",
            "7 open on 3 Write further",
            "8 main on 5+6 Merge branch 'side'",
            "9 main on 8+7 Merge branch 'open'");
    assertThat(imported.branchLines())
        .containsExactly("main from null", "side from 1 archived", "open from 1 archived");
    assertThat(run()).startsWith("0 versions added");
  }

  @Test
  void aBranchThatIsMergedLaterIsArchivedWithItsMergeUnlessSomebodyWroteOnIt() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.moveTo(one);
    ObjectId other = write("other");
    repository.branch("side", side);
    repository.branch("other", other);
    repository.moveTo(one);
    ObjectId two = write("two");
    run();
    imported.in(
        manager ->
            manager.save(
                NewVersion.builder("s", ScriptText.of("mine"), Author.named("Eve"), "Mine")
                    .branch("other")
                    .build()));
    repository.moveTo(two);
    repository.write("script.md", "x").merge("Merge branch 'side'", side);
    repository.write("script.md", "y").merge("Merge branch 'other'", other);
    repository.deleteBranch("side");
    repository.deleteBranch("other");
    run();
    assertThat(imported.branchLines())
        .containsExactly("main from null", "side from 1 archived", "other from 1");
  }

  @Test
  void whereMainWasMovedForwardItsNextVersionIsMadeOfBoth() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.branch("side", side);
    repository.moveTo(one);
    run();
    repository.moveTo(side);
    write("two");
    repository.branch("side", repository.head());
    repository.branch("side", side);
    run();
    assertThat(imported.lines())
        .containsExactly("1 main Write one", "2 side on 1 Write side", "3 main on 1+2 Write two");
    repository.moveTo(side);
    ObjectId more = write("more");
    repository.branch("side", more);
    repository.moveTo(side);
    write("two");
    run();
    assertThat(imported.lines()).contains("4 side on 2 Write more");
  }

  @Test
  void aBranchThatMainWasMovedForwardOverIsArchivedWhenItIsGone() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.branch("side", side);
    repository.moveTo(one);
    run();
    repository.deleteBranch("side");
    repository.write("script.md", "side").merge("Merge branch 'side'", side);
    write("two");
    run();
    assertThat(imported.lines()).last().isEqualTo("3 main on 1+2 Write two");
    assertThat(imported.branchLines()).containsExactly("main from null", "side from 1 archived");
  }

  @Test
  void whereMainWasMergedIntoABranchThatTookItsPlaceItGoesOnWithTheMerge() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.branch("side", side);
    repository.moveTo(one);
    ObjectId two = write("two");
    run();
    repository.moveTo(side);
    write("more");
    repository.write("script.md", "both").merge("Merge branch 'main' into side", two);
    repository.deleteBranch("side");
    run();
    assertThat(imported.lines())
        .containsExactly(
            "1 main Write one",
            "2 side on 1 Write side",
            "3 main on 1 Write two",
            "4 side on 2 Write more",
            "5 main on 3+4 Merge branch 'main' into side");
  }

  @Test
  void aRewrittenLineGoesOnTopOfMain() throws IOException {
    ObjectId one = write("one");
    write("two");
    run();
    repository.moveTo(one);
    write("two, better");
    run();
    assertThat(imported.lines())
        .containsExactly(
            "1 main Write one", "2 main on 1 Write two", "3 main on 2 Write two, better");
  }

  @Test
  void aRenamedBranchOfTheScriptIsGoneOnWith() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.branch("side", side);
    repository.moveTo(one);
    run();
    try (Database database = Database.open(folder.resolve("data"))) {
      BranchManager branches = new BranchManager(database);
      branches.rename("s", "side", "ending", "");
      branches.rename("s", "main", "film", "");
    }
    repository.moveTo(side);
    repository.branch("side", write("more"));
    repository.moveTo(one);
    write("two");
    run();
    assertThat(imported.lines()).endsWith("3 ending on 2 Write more", "4 film on 1 Write two");
  }

  @Test
  void aBundleBringsAllItsBranches() throws IOException {
    ObjectId one = write("one");
    repository.branch("side", write("side"));
    repository.moveTo(one);
    Path bundle = folder.resolve("all.bundle");
    repository.bundleTo(bundle);
    run(bundle);
    assertThat(imported.lines()).containsExactly("1 main Write one", "2 side on 1 Write side");
  }

  @Test
  void theVersionsOfATextThatCannotBeReadAreLeftOutOfTheLine() throws IOException {
    ObjectId one = write("one");
    repository.write("script.md", new byte[] {0}).commit("Not a text");
    ObjectId side = write("side");
    repository.moveTo(one);
    ObjectId broken = repository.write("script.md", new byte[] {0, 1}).commit("No text either");
    repository.moveTo(one);
    write("two");
    repository.write("script.md", "three").merge("Merge branch 'side'", side);
    repository.write("script.md", "four").merge("Merge branch 'broken'", broken);
    run();
    assertThat(imported.lines())
        .containsExactly(
            "1 main Write one",
            "2 side on 1 Write side",
            "3 main on 1 Write two",
            "4 main on 3+2 Merge branch 'side'",
            "5 main on 4 Merge branch 'broken'");
    assertThat(imported.branchLines()).hasSize(2);
  }

  @Test
  void aHistoryOfWhichOnlyTheLineOfFirstParentsCameInGoesOnWithoutDoubles() throws IOException {
    ObjectId one = write("one");
    ObjectId side = write("side");
    repository.moveTo(one);
    ObjectId carried = repository.write("script.md", "side").merge("Merge branch 'side'", side);
    ObjectId two = write("two");
    repository.moveTo(side);
    ObjectId more = write("more");
    repository.moveTo(two);
    ObjectId joined = repository.write("script.md", "both").merge("Merge branch 'more'", more);
    imported.in(
        manager -> {
          manager.createScript("s", "Script");
          for (ObjectId commit : new ObjectId[] {one, carried, two, joined}) {
            manager.save(firstParentVersion(commit));
          }
          return manager;
        });
    assertThat(run())
        .startsWith("0 versions added to 1 script, 4 already there;")
        .contains("older than what was imported before");
    repository.moveTo(more);
    repository.branch("more", write("still more"));
    repository.moveTo(joined);
    write("three");
    run();
    assertThat(imported.lines())
        .endsWith("5 more on 2 Write still more", "6 main on 4 Write three");
    assertThat(run()).startsWith("0 versions added");
  }

  private NewVersion firstParentVersion(ObjectId commit) {
    try {
      String text = new String(repository.content(commit, "script.md"), UTF_8);
      return NewVersion.builder("s", ScriptText.of(text), Author.named("Ada"), commit.name())
          .sourceKey(FileChange.key(commit, FilePath.of("script.md")))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
