package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.search.index.IndexWriter;

class ScriptViewTest {
  private static final Author WRITER = Author.named("Writer");

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    manager.createScript("intro", "The introduction");
    save("First.");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Version save(String content) {
    return manager.save(
        NewVersion.builder("intro", ScriptText.of(content), WRITER, "a change").build());
  }

  @Test
  void aSaveBetweenTwoReadsOfAViewIsNotSeen() {
    manager.view(
        "intro",
        view -> {
          assertThat(view.script().latestVersion()).isEqualTo(1);
          save("Second.");
          manager.labelManager().give("intro", "draft", 1);
          assertThat(view.branch(Branch.MAIN).headVersion()).isEqualTo(1);
          assertThat(view.versions(VersionFilter.ALL, Integer.MAX_VALUE, 10)).hasSize(1);
          assertThat(view.sizes()).hasSize(1);
          assertThat(view.labels()).isEmpty();
          assertThatThrownBy(() -> view.content(2)).isInstanceOf(NotFoundException.class);
          return view.script();
        });
    assertThat(manager.script("intro").latestVersion()).isEqualTo(2);
    assertThat(manager.content("intro", 2)).isEqualTo(ScriptText.of("Second."));
  }

  @Test
  void whatElseIsReadDuringAViewIsReadFromItsStateAndInItsTransaction() {
    long before = database.readTransactions();
    manager.view(
        "intro",
        view -> {
          save("Second.");
          assertThat(manager.branch("intro", Branch.MAIN).headVersion()).isEqualTo(1);
          return view.script();
        });
    assertThat(database.readTransactions() - before).isEqualTo(1);
  }

  @Test
  void nothingIsReadOfAScriptThatDoesNotExist() {
    assertThatThrownBy(() -> manager.view("outro", ScriptView::branches))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("outro");
  }
}
