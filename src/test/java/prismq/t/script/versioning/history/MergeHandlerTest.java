package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.merge.MergePart.Conflict;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;

class MergeHandlerTest {
  private static final Author WRITER = Author.named("Writer");
  private static final String OPENING = "The keeper climbs.\n\n";
  private static final String ENDING = "The lamp goes out.\n";

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;
  private BranchManager branches;
  private MergeHandler mergeHandler;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    branches = new BranchManager(database);
    mergeHandler = new MergeHandler(manager);
    manager.createScript("film", "The film");
    save("main", OPENING + ENDING);
    branches.create("film", "dark", 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Version save(String branch, String content) {
    return manager.save(
        NewVersion.builder("film", ScriptText.of(content), WRITER, "why").branch(branch).build());
  }

  private Version saveMerge(MergeProposal proposal, String content) {
    return mergeHandler.save(proposal, ScriptText.of(content), WRITER, null, null).version();
  }

  /** A merge of a version that is no longer a head, as other systems have them. */
  private void importMerge(String branch, int mergeParent, String content) {
    manager.save(
        NewVersion.builder("film", ScriptText.of(content), WRITER, "why")
            .branch(branch)
            .mergeParent(mergeParent)
            .build());
  }

  private Version merge(String from, String into) {
    MergeProposal proposal = mergeHandler.merge("film", from, into);
    return mergeHandler.save(proposal, proposal.merge().text(), WRITER, null, null).version();
  }

  private String text(Version version) {
    return manager.content("film", version.versionNumber()).display();
  }

  @Test
  void aMergeHasWhatBothBranchesChangedAndTwoParents() {
    save("main", "The old keeper climbs.\n\n" + ENDING);
    save("dark", OPENING + "The lamp goes out for good.\n");
    Version merged = merge("dark", "main");
    assertThat(text(merged)).isEqualTo("The old keeper climbs.\n\nThe lamp goes out for good.\n");
    assertThat(merged.branch()).isEqualTo("main");
    assertThat(merged.parentVersion()).isEqualTo(2);
    assertThat(merged.mergeParentVersion()).isEqualTo(3);
    assertThat(merged.changeDescription()).isEqualTo("Merged dark into main");
    assertThat(new Verification(database, IndexVerification::new).run().problems()).isEmpty();
  }

  @Test
  void theSecondParentIsInTheVersionHash() {
    save("main", "The old keeper climbs.\n\n" + ENDING);
    save("dark", OPENING + "The lamp goes out for good.\n");
    merge("dark", "main");
    database.write(
        handle ->
            handle.execute(
                "UPDATE script_versions SET merge_parent_version = 1 WHERE version_number = 4"));
    assertThat(new Verification(database, IndexVerification::new).run().problems())
        .extracting(Verification.Finding::versionNumber)
        .containsExactly(4);
  }

  @Test
  void whatBothChangedIsAConflictUntilItIsSettled() {
    save("main", "The keeper runs.\n\n" + ENDING);
    save("dark", "The keeper falls.\n\n" + ENDING);
    MergeProposal proposal = mergeHandler.merge("film", "dark", "main");
    assertThat(proposal.merge().conflicts())
        .containsExactly(
            new Conflict(
                ScriptText.of(OPENING),
                ScriptText.of("The keeper runs.\n\n"),
                ScriptText.of("The keeper falls.\n\n")));
    Version merged = saveMerge(proposal, "The keeper runs, and falls.\n\n" + ENDING);
    assertThat(merged.mergeParentVersion()).isEqualTo(3);
    assertThatThrownBy(() -> mergeHandler.merge("film", "dark", "main"))
        .isInstanceOf(NothingToMergeException.class);
  }

  @Test
  void aBranchThatNothingWasSavedBesideIsTakenAsItIsAndTheMergeIsRecorded() {
    Version dark = save("dark", OPENING + "Night.\n");
    MergeProposal proposal = mergeHandler.merge("film", "dark", "main");
    assertThat(proposal.fastForward()).isTrue();
    Version merged = merge("dark", "main");
    assertThat(merged.contentHash()).isEqualTo(dark.contentHash());
    assertThat(merged.parentVersion()).isEqualTo(1);
    assertThat(merged.mergeParentVersion()).isEqualTo(2);
  }

  @Test
  void aHeadWithMetadataIsFoundToBeTheOneThatTheBranchStartsFrom() {
    manager.createScript("short", "Short");
    Metadata scored = Metadata.of(Map.of("review_score", 90));
    manager.save(
        NewVersion.builder("short", ScriptText.of(OPENING), WRITER, "first")
            .metadata(scored)
            .build());
    manager.saveOnNewBranch(
        NewVersion.builder("short", ScriptText.of(ENDING), WRITER, "night").branch("dark").build(),
        1);
    assertThat(mergeHandler.merge("short", "dark", "main").fastForward()).isTrue();
  }

  @Test
  void aSecondMergeTakesOnlyWhatIsNewSinceTheFirst() {
    save("dark", "The keeper falls.\n\n" + ENDING);
    merge("dark", "main");
    save("main", OPENING + ENDING);
    save("dark", "The keeper falls.\n\nThe lamp stays lit.\n");
    assertThat(text(merge("dark", "main"))).isEqualTo(OPENING + "The lamp stays lit.\n");
  }

  @Test
  void crosswiseMergesAreMergedByWhatTheirAncestorsHaveTogether() {
    save("main", "The keeper runs.\n\n" + ENDING);
    save("dark", OPENING + "Night.\n");
    importMerge("main", 3, "The keeper runs.\n\nNight.\n");
    importMerge("dark", 2, "The keeper runs.\n\nNight.\n");
    save("main", "The keeper runs!\n\nNight.\n");
    save("dark", "The keeper runs.\n\nNight!\n");
    assertThat(manager.graph("film").nearestCommonAncestors(6, 7)).containsExactly(3, 2);
    assertThat(text(merge("dark", "main"))).isEqualTo("The keeper runs!\n\nNight!\n");
  }

  @Test
  void aMergeIsRefusedWhereEitherHeadHasMoved() {
    save("main", "The keeper runs.\n\n" + ENDING);
    save("dark", OPENING + "Night.\n");
    MergeProposal proposal = mergeHandler.merge("film", "dark", "main");
    save("dark", OPENING + "Midnight.\n");
    assertThatThrownBy(() -> saveMerge(proposal, "x")).isInstanceOf(StaleBaseException.class);
    MergeProposal second = mergeHandler.merge("film", "dark", "main");
    save("main", "The keeper limps.\n\n" + ENDING);
    assertThatThrownBy(() -> saveMerge(second, "x")).isInstanceOf(StaleBaseException.class);
    assertThat(manager.script("film").latestVersion()).isEqualTo(5);
  }

  @Test
  void aMergeAskedForTwiceWithOneKeyIsSavedOnce() {
    save("dark", OPENING + "Night.\n");
    MergeProposal proposal = mergeHandler.merge("film", "dark", "main");
    IdempotencyKey key = new IdempotencyKey("job-1", ContentHash.of(new byte[] {1}));
    ScriptText text = proposal.merge().text();
    Version first = mergeHandler.save(proposal, text, WRITER, null, key).version();
    assertThat(mergeHandler.save(proposal, text, WRITER, null, key).replayed()).isTrue();
    assertThat(manager.savedBefore("film", key)).contains(first);
  }

  @Test
  void mergesThatMakeNoSenseAreRefusedAndNothingIsSaved() {
    assertThatThrownBy(() -> mergeHandler.merge("film", "main", "main"))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> mergeHandler.merge("film", "bright", "main"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> mergeHandler.merge("film", "dark", "main"))
        .isInstanceOf(NothingToMergeException.class)
        .hasMessage("Nothing to do: all of “dark” is already in “main”.");
    save("main", ENDING);
    branches.archive("film", "dark");
    assertThatThrownBy(() -> mergeHandler.merge("film", "main", "dark"))
        .isInstanceOf(ArchivedBranchException.class);
    assertThat(manager.script("film").latestVersion()).isEqualTo(2);
  }

  @Test
  void branchesWithoutACommonAncestorAreMergedAsIfNothingWasThereBefore() {
    branches.create("film", "other", null, "");
    save("other", "Something else.\n");
    MergeProposal proposal = mergeHandler.merge("film", "other", "main");
    assertThat(proposal.bases()).isEmpty();
    assertThat(proposal.merge().conflicts()).hasSize(1);
  }

  @Test
  void theChangeOfOneVersionIsPickedWithoutTheRest() {
    save("dark", OPENING + "The lamp goes out for good.\n");
    save("dark", "The young keeper climbs.\n\nThe lamp goes out for good.\n");
    MergeProposal proposal = mergeHandler.pick("film", 3, "main");
    Version picked = saveMerge(proposal, proposal.merge().text().display());
    assertThat(text(picked)).isEqualTo("The young keeper climbs.\n\n" + ENDING);
    assertThat(picked.mergeParentVersion()).isNull();
    assertThat(picked.metadata().values()).containsEntry("picked_from", 3);
    assertThat(picked.changeDescription()).isEqualTo("Copied version 3: why");
    assertThatThrownBy(() -> mergeHandler.pick("film", 3, "main"))
        .isInstanceOf(NothingToMergeException.class);
  }

  @Test
  void aMergeCanBeRolledBack() {
    save("main", "The keeper runs.\n\n" + ENDING);
    save("dark", OPENING + "Night.\n");
    merge("dark", "main");
    Version back =
        new RollbackHandler(manager)
            .rollback(new RollbackHandler.Rollback("film", 2, "main", WRITER, null, 4));
    assertThat(text(back)).isEqualTo("The keeper runs.\n\n" + ENDING);
    assertThat(manager.graph("film").nearestCommonAncestors(5, 3)).isEqualTo(List.of(3));
  }
}
