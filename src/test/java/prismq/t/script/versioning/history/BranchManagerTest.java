package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;

class BranchManagerTest {
  private static final Author WRITER = Author.named("Writer");

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;
  private BranchManager branches;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    branches = new BranchManager(database);
    manager.createScript("intro", "The introduction");
    save("main", "one");
    save("main", "two");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Version save(String branch, String content) {
    return manager.save(
        NewVersion.builder("intro", ScriptText.of(content), WRITER, "why").branch(branch).build());
  }

  @Test
  void aBranchStartsAtAnyVersionAndCountsOn() {
    Branch branch = branches.create("intro", "dark/end-2", 1, "What if the keeper stays?");
    assertThat(branch.headVersion()).isEqualTo(1);
    assertThat(branch.originVersion()).isEqualTo(1);
    assertThat(branch.description()).isEqualTo("What if the keeper stays?");
    Version third = save("dark/end-2", "one, darker");
    assertThat(third.versionNumber()).isEqualTo(3);
    assertThat(third.parentVersion()).isEqualTo(1);
    assertThat(manager.branch("intro", "main").headVersion()).isEqualTo(2);
  }

  @Test
  void aNameOutsideTheRulesIsRefused() {
    for (String name :
        new String[] {
          "", "two words", "ending!", "end\u00e9", "n".repeat(61), "a/", "/a", "a//b", ".", "a/../b"
        }) {
      assertThatThrownBy(() -> branches.create("intro", name, 1))
          .isInstanceOf(InvalidInputException.class);
    }
    assertThat(branches.create("intro", "n".repeat(60), 1).name()).hasSize(60);
  }

  @Test
  void aNameThatABranchHasOrHadIsTaken() {
    branches.create("intro", "dark", 1);
    branches.archive("intro", "dark");
    assertThatThrownBy(() -> branches.create("intro", "dark", 2))
        .isInstanceOf(NameTakenException.class)
        .hasMessage("“intro” already has an archived branch “dark”. Choose another name.");
    branches.rename("intro", "dark", "night", "");
    assertThatThrownBy(() -> branches.create("intro", "dark", 2))
        .isInstanceOf(NameTakenException.class)
        .hasMessage("“night” was called “dark” before, and links lead there. Choose another name.");
    assertThatThrownBy(() -> branches.rename("intro", "main", "dark", ""))
        .isInstanceOf(NameTakenException.class);
    assertThat(manager.branches("intro")).extracting(Branch::name).containsExactly("main", "night");
  }

  @Test
  void aRenamedBranchIsFoundByAllItsNames() {
    branches.create("intro", "dark", 1);
    branches.rename("intro", "dark", "night", "Darker");
    branches.rename("intro", "dark", "midnight", "Darkest");
    Version third = save("dark", "one, darker");
    assertThat(third.branch()).isEqualTo("midnight");
    for (String name : new String[] {"dark", "night", "midnight"}) {
      assertThat(manager.branch("intro", name).headVersion()).isEqualTo(3);
      VersionFilter filter = new VersionFilter(name, null, null, null, null);
      assertThat(manager.versions("intro", filter, Integer.MAX_VALUE, 9))
          .extracting(Version::versionNumber)
          .containsExactly(3);
    }
    assertThat(branches.rename("intro", "midnight", "dark", "").name()).isEqualTo("dark");
    assertThat(manager.branch("intro", "midnight").name()).isEqualTo("dark");
    assertThat(new Verification(database, IndexVerification::new).run().problems()).isEmpty();
  }

  @Test
  void theFirstBranchCanBeRenamedAndNotArchived() {
    branches.rename("intro", "main", "broadcast", "");
    Version third = save(Branch.MAIN, "three");
    assertThat(third.branch()).isEqualTo("broadcast");
    assertThatThrownBy(() -> branches.archive("intro", "broadcast"))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> branches.create("intro", "main", 1))
        .isInstanceOf(NameTakenException.class);
  }

  @Test
  void aChangeIsMadeWholeOrNotAtAll() {
    branches.create("intro", "dark", 1);
    assertThatThrownBy(
            () -> branches.change("intro", "main", new BranchChange("final", "Last", true)))
        .isInstanceOf(InvalidInputException.class);
    assertThat(manager.branch("intro", "main").name()).isEqualTo("main");
    Branch changed = branches.change("intro", "dark", new BranchChange("night", "Darker", true));
    assertThat(changed.isArchived()).isTrue();
    assertThat(changed.description()).isEqualTo("Darker");
    assertThat(branches.change("intro", "dark", new BranchChange(null, null, null)))
        .isEqualTo(changed);
  }

  @Test
  void anAlternateIsSavedWithItsBranchOrNotAtAll() {
    NewVersion darker =
        NewVersion.builder("intro", ScriptText.of("one, darker"), WRITER, "why")
            .branch("dark")
            .build();
    NewVersion future =
        NewVersion.builder("intro", ScriptText.of("one, darker"), WRITER, "why")
            .branch("dark")
            .createdAt(Instant.parse("2999-01-01T00:00:00Z"))
            .build();
    assertThatThrownBy(() -> manager.saveOnNewBranch(future, 1))
        .isInstanceOf(InvalidInputException.class);
    assertThat(manager.branches("intro")).hasSize(1);
    Version saved = manager.saveOnNewBranch(darker, 1);
    assertThat(saved.parentVersion()).isEqualTo(1);
    assertThat(saved.branchNumber()).isEqualTo(2);
    assertThat(manager.version("intro", saved.versionNumber())).isEqualTo(saved);
    assertThatThrownBy(() -> manager.saveOnNewBranch(darker, 1))
        .isInstanceOf(NameTakenException.class);
    assertThat(new Verification(database, IndexVerification::new).run().problems()).isEmpty();
  }

  @Test
  void nothingIsSavedOnAnArchivedBranchUntilItIsBroughtBack() {
    branches.create("intro", "dark", 1);
    assertThat(branches.archive("intro", "dark").isArchived()).isTrue();
    assertThatThrownBy(() -> save("dark", "three"))
        .isInstanceOf(ArchivedBranchException.class)
        .hasMessageContaining("Restore the branch first");
    assertThat(manager.script("intro").latestVersion()).isEqualTo(2);
    assertThat(branches.unarchive("intro", "dark").isArchived()).isFalse();
    assertThat(save("dark", "three").versionNumber()).isEqualTo(3);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThatThrownBy(() -> branches.create("other", "dark", 1))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> branches.create("intro", "dark", 3))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> branches.archive("intro", "dark"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("it has main");
  }
}
