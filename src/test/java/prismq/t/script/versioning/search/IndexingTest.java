package prismq.t.script.versioning.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Texts;
import prismq.t.script.versioning.core.passage.PhraseMatch;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Verification;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexState;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;
import prismq.t.script.versioning.search.index.RowId;

class IndexingTest {
  private static final Author WRITER = Author.named("Writer");

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;
  private PassageIndex index;
  private Indexing indexing;
  private Passages passages;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    index = new PassageIndex(database);
    indexing = new Indexing(database, manager);
    passages = new Passages(manager, index, indexing);
    manager.createScript("film", "The lighthouse");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void save(String content) {
    manager.save(NewVersion.builder("film", ScriptText.of(content), WRITER, "why").build());
  }

  private PhraseHistory history(String phrase) {
    return PhraseHistory.of(passages.view("film", passages::history), phrase, PhraseMatch.EXACT);
  }

  private List<RowId> found(String term) {
    return index.find('"' + term + '"', null, 100, Deadline.in(Duration.ofSeconds(1))).rows();
  }

  private void damage(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE_NAME));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<String> problems() {
    return new Verification(database, IndexVerification::new)
        .run().problems().stream().map(Verification.Finding::line).toList();
  }

  @Test
  void aVersionIsFoundAsSoonAsItIsSaved() {
    save("The lamp burns.\n");
    assertThat(found("lamp")).containsExactly(RowId.passage(1, 0));
    assertThat(found("lighthouse")).containsExactly(RowId.note(1, 0));
    assertThat(found("why")).containsExactly(RowId.note(1, 1));
    assertThat(index.state().isComplete()).isTrue();
  }

  @Test
  void aParagraphThatComesBackIsNotIndexedAgain() {
    save("The lamp burns.\n");
    save("It is dark.\n");
    save("The lamp burns.\n");
    assertThat(found("lamp")).hasSize(1);
    assertThat(index.history("film").holders(0).stream().boxed()).containsExactly(1, 3);
  }

  @Test
  void aSaveThatFailsLeavesNothingInTheIndex() {
    save("The lamp burns.\n");
    assertThatThrownBy(
            () ->
                manager.saveTogether(
                    batch -> {
                      batch.save(
                          NewVersion.builder("film", ScriptText.of("Lost.\n"), WRITER, "").build());
                      throw new IllegalStateException("the power fails");
                    }))
        .hasMessage("the power fails");
    save("Kept.\n");
    assertThat(found("lost")).isEmpty();
    assertThat(found("kept")).hasSize(1);
    assertThat(problems()).isEmpty();
  }

  @Test
  void versionsOfAnEarlierReleaseAreAdded() throws Exception {
    save("One.\n");
    save("Two.\n");
    damage("DELETE FROM passage_changes");
    damage("INSERT INTO search_terms (search_terms) VALUES ('delete-all')");
    save("Three.\n");
    assertThat(index.state().isComplete()).isFalse();
    assertThat(problems())
        .containsExactly(
            "film: the search index lacks version 1; serving or the command reindex adds it");
    List<Integer> done = new ArrayList<>();
    indexing.complete(done::add);
    assertThat(done).containsExactly(3);
    assertThat(index.state().isComplete()).isTrue();
    assertThat(found("three")).hasSize(1);
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM passage_changes WHERE id = 0",
        "UPDATE passage_changes SET new_passages = 0 WHERE id = 0",
        "UPDATE passage_changes SET new_passages = 1000 WHERE id = 0"
      })
  void anIndexThatWasMadeOtherwiseIsNoProblemAndIsMadeAnew(String otherwise) throws Exception {
    save("One lamp.\n");
    save("Two lamps.\n");
    damage(otherwise);
    assertThat(problems()).isEmpty();
    indexing.clearIfOutdated();
    assertThat(index.state()).isEqualTo(new IndexState(0, 2, false));
    assertThat(found("lamp")).isEmpty();
    save("Three lamps.\n");
    indexing.complete(done -> {});
    assertThat(index.state()).isEqualTo(new IndexState(3, 3, true));
    assertThat(found("lamp")).hasSize(1);
    assertThat(found("lamps")).hasSize(2);
    assertThat(problems()).isEmpty();
  }

  @Test
  void anIndexOfTheSameFormatIsKept() {
    save("One lamp.\n");
    indexing.clearIfOutdated();
    assertThat(index.state()).isEqualTo(new IndexState(1, 1, true));
    assertThat(found("lamp")).hasSize(1);
  }

  @Test
  void aScriptThatIsAddedToAnIndexThatWasMadeOtherwiseEmptiesIt() throws Exception {
    save("One lamp.\n");
    damage("DELETE FROM passage_changes WHERE id = 0");
    manager.createScript("play", "The harbour");
    assertThat(found("lamp")).isEmpty();
    indexing.complete(done -> {});
    assertThat(found("lamp")).hasSize(1);
    assertThat(found("harbour")).hasSize(1);
    assertThat(problems()).isEmpty();
  }

  @Test
  void aQuestionAboutAScriptThatIsNotIndexedIsAnsweredAllTheSame() throws Exception {
    save("One lamp.\n");
    save("Two.\n");
    damage("DELETE FROM passage_changes");
    damage("INSERT INTO search_terms (search_terms) VALUES ('delete-all')");
    assertThat(history("lamp").changedVersions()).containsExactly(1, 2);
  }

  @Test
  void theIndexIsTheSameWhenItIsMadeAnew() {
    Texts texts = new Texts(7);
    ScriptText text = texts.any();
    for (int i = 0; i < 130; i++) {
      text = texts.edited(text);
      manager.save(NewVersion.builder("film", text, WRITER, "change " + i).build());
    }
    int passages = index.history("film").passageCount();
    indexing.rebuild(done -> {});
    assertThat(index.state().isComplete()).isTrue();
    assertThat(index.history("film").passageCount()).isEqualTo(passages);
    assertThat(problems()).isEmpty();
  }

  @Test
  void othersSaveWhileTheIndexIsMadeAnew() throws Exception {
    for (int i = 0; i < 120; i++) {
      save("Line " + i + ".\n\nThe rest.\n");
    }
    CompletableFuture<Void> rebuilding =
        CompletableFuture.runAsync(() -> indexing.rebuild(done -> {}));
    for (int i = 120; i < 160; i++) {
      save("Line " + i + ".\n\nThe rest.\n");
    }
    rebuilding.get();
    indexing.complete(done -> {});
    assertThat(index.state().isComplete()).isTrue();
    assertThat(found("159")).hasSize(1);
    assertThat(problems()).isEmpty();
  }

  @Test
  void aDamagedIndexKeepsNobodyFromSavingAndIsToldByVerify() throws Exception {
    save("One.\n");
    save("One.\n\nTwo.\n");
    damage("UPDATE passage_changes SET changes = x'ff' WHERE id % 4294967296 = 2");
    VersionManager another = new VersionManager(database, new IndexWriter());
    another.save(NewVersion.builder("film", ScriptText.of("Three.\n"), WRITER, "").build());
    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("film: The search index is damaged: ")
        .endsWith("The command reindex rebuilds the index.");
    assertThatThrownBy(() -> history("One"))
        .hasMessageContaining("The command reindex rebuilds the index.");
    indexing.rebuild(done -> {});
    assertThat(problems()).isEmpty();
    assertThat(history("Three").changedVersions()).containsExactly(3);
  }

  @Test
  void aTextOrATermThatIsNotThatOfTheVersionIsToldByVerify() throws Exception {
    save("The lamp burns all night.\n");
    save("It is dark.\n");
    damage(
        "UPDATE passage_changes SET written = x'00' || 'It is dusk.' || x'0A' WHERE id % 10 = 8");
    damage("INSERT INTO search_terms (search_terms) VALUES ('delete-all')");
    assertThat(problems())
        .contains(
            "film: the search index has another text of version 2; the command reindex"
                + " rebuilds the index",
            "film: the search index does not find a passage by its words; the command reindex rebuilds"
                + " the index");
  }

  @Test
  void aDamagedVersionIsLeftOutAndTheOthersAreIndexed() throws Exception {
    save("One lamp.\n");
    save("Two lamps, quite another text than before.\n");
    save("Three.\n");
    damage("UPDATE script_versions SET content = x'00' WHERE version_number = 2");
    damage(
        "UPDATE script_versions SET delta_from_previous = x'00' WHERE version_number = 2"
            + " AND content IS NULL");
    indexing.rebuild(done -> {});
    assertThat(index.state().isComplete()).isTrue();
    assertThat(history("lamp").occurrences()[1]).isEqualTo(1);
    assertThat(history("lamp").occurrences()[2]).isZero();
  }
}
