package prismq.t.script.versioning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.BusyException;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.history.Verification;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexLock;
import prismq.t.script.versioning.search.index.IndexState;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** The index while others save by connections of their own, or make it too. */
class ConcurrentIndexingTest {
  private static final Author WRITER = Author.named("Writer");
  private static final int SCRIPTS = 8;

  /** Of each who saves meanwhile. */
  private static final int SAVES = 60;

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;
  private PassageIndex index;
  private Indexing indexing;
  private ExecutorService others;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    index = new PassageIndex(database);
    indexing = new Indexing(database, manager);
    others = Executors.newCachedThreadPool();
    for (int script = 0; script < SCRIPTS; script++) {
      manager.createScript("film-" + script, "Film " + script);
      for (int version = 0; version < 30; version++) {
        save(manager, "film-" + script, version);
      }
    }
  }

  @AfterEach
  void close() {
    others.shutdownNow();
    indexing.close();
    database.close();
  }

  private static void save(VersionManager by, String scriptId, int number) {
    by.save(
        NewVersion.builder(
                scriptId, ScriptText.of("Line " + number + ".\n\nThe rest.\n"), WRITER, "why")
            .build());
  }

  private void emptyIndex() {
    database.write(
        handle -> {
          new IndexWriter().clear(handle);
          return null;
        });
  }

  /** Saves by a connection of its own, and answers how often it did. */
  private Callable<Integer> saver(AtomicBoolean isOver, int number) {
    return () -> {
      int saved = 0;
      try (Database own = Database.open(folder)) {
        VersionManager by = new VersionManager(own, new IndexWriter());
        while (saved < SAVES && !isOver.get()) {
          try {
            save(by, "film-" + (saved + number) % SCRIPTS, 1_000 * number + saved);
            saved++;
            if (saved % 10 == 9) {
              by.createScript("new-" + number + "-" + saved, "New script");
            }
          } catch (BusyException e) {
            // The others had their turns.
          }
        }
      }
      return saved;
    };
  }

  private List<String> problems() {
    return new Verification(database, IndexVerification::new)
        .run().problems().stream().map(Verification.Finding::line).toList();
  }

  private void assertCompleteWhileOthersSave(Runnable work) throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    List<Future<Integer>> savers = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      savers.add(others.submit(saver(isOver, number)));
    }
    try {
      while (manager.script("film-1").latestVersion() < 32) {
        Thread.onSpinWait();
      }
      work.run();
      // Who still saves keeps the index complete.
      for (int i = 0; i < 5; i++) {
        assertThat(index.state().isComplete()).isTrue();
        assertThat(index.isComplete()).isTrue();
      }
    } finally {
      isOver.set(true);
    }
    int saved = 0;
    for (Future<Integer> saver : savers) {
      saved += saver.get();
    }
    IndexState state = index.state();
    assertThat(state).isEqualTo(new IndexState(SCRIPTS * 30 + saved, SCRIPTS * 30 + saved, true));
    assertThat(problems()).isEmpty();
  }

  @Test
  void anIndexThatIsMadeAnewIsCompleteWhateverOthersSaveMeanwhile() throws Exception {
    assertCompleteWhileOthersSave(() -> indexing.rebuild(done -> {}));
  }

  @Test
  void anIndexThatIsCompletedIsCompleteWhateverOthersSaveMeanwhile() throws Exception {
    emptyIndex();
    assertCompleteWhileOthersSave(() -> indexing.complete(done -> {}));
  }

  @Test
  void whoSavesOneScriptWithoutAPauseDoesNotKeepTheIndexBehind() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    Future<Integer> saver =
        others.submit(
            () -> {
              int saved = 0;
              while (saved < 5 * SAVES && !isOver.get()) {
                save(manager, "film-0", 5_000 + saved++);
              }
              return saved;
            });
    try {
      indexing.rebuild(done -> {});
      assertThat(index.state().isComplete()).isTrue();
    } finally {
      isOver.set(true);
    }
    assertThat(saver.get()).isPositive();
    assertThat(problems()).isEmpty();
  }

  @Test
  void twoWhoMakeItAnewAtOnceBothEndWithAWholeOne() throws Exception {
    try (Database own = Database.open(folder);
        Indexing another = new Indexing(own, new VersionManager(own, new IndexWriter()))) {
      List<Callable<Void>> both = new ArrayList<>();
      for (Indexing each : List.of(indexing, another)) {
        both.add(
            () -> {
              each.rebuild(done -> {});
              return null;
            });
      }
      for (Future<Void> each : others.invokeAll(both)) {
        each.get();
      }
    }
    assertThat(index.state()).isEqualTo(new IndexState(SCRIPTS * 30, SCRIPTS * 30, true));
    assertThat(problems()).isEmpty();
  }

  @Test
  void whoeverIndexesGoesOnWhereAnotherEmptiesTheIndexMeanwhile() throws Exception {
    emptyIndex();
    boolean[] wasEmptied = new boolean[1];
    indexing.complete(
        done -> {
          if (!wasEmptied[0] && index.state().indexed() > SCRIPTS * 15) {
            wasEmptied[0] = true;
            emptyIndex();
          }
        });
    assertThat(wasEmptied[0]).isTrue();
    assertThat(index.state().isComplete()).isTrue();
    assertThat(problems()).isEmpty();
  }

  @Test
  void whatWasKeptOfAnIndexIsNotTakenForThatOfOneMadeAnewByAnother() {
    IndexWriter keeping = new IndexWriter();
    VersionManager by = new VersionManager(database, keeping);
    save(by, "film-0", 30);
    PassageIndex reading = new PassageIndex(database);
    assertThat(reading.history("film-0").latest()).isEqualTo(31);
    indexing.rebuild(done -> {});
    save(by, "film-0", 31);
    assertThat(reading.history("film-0").latest()).isEqualTo(32);
    assertThat(problems()).isEmpty();
  }

  @Test
  void itIsSaidToBeMadeOnlyWhileSomebodyMakesIt() {
    emptyIndex();
    IndexLock lock = new IndexLock(database.file());
    assertThat(lock.isHeld()).isFalse();
    boolean[] wasHeld = new boolean[1];
    indexing.complete(done -> wasHeld[0] = lock.isHeld());
    assertThat(wasHeld[0]).isTrue();
    assertThat(lock.isHeld()).isFalse();
  }

  @Test
  void aSearchSaysWhatIsMissingAndHasItAdded() {
    Passages passages = new Passages(manager, index, indexing);
    Search search = new Search(database, manager, index, passages);
    assertThat(search.results(ReadableScripts.ALL, SearchQuery.of("rest"), 1, 10).isComplete())
        .isTrue();
    IndexLock.HeldLock held = new IndexLock(database.file()).tryHold().orElseThrow();
    try {
      emptyIndex();
      Found found = search.results(ReadableScripts.ALL, SearchQuery.of("rest"), 1, 10);
      assertThat(found.isComplete()).isFalse();
      assertThat(found.hints())
          .singleElement()
          .asString()
          .startsWith("The search index is being made: it has 0 of 240 versions.");
    } finally {
      held.close();
    }
    Deadline longest = Deadline.in(Duration.ofSeconds(60));
    while (!search.results(ReadableScripts.ALL, SearchQuery.of("rest"), 1, 10).isComplete()
        && !longest.hasPassed()) {
      Thread.onSpinWait();
    }
    assertThat(index.state().isComplete()).isTrue();
    assertThat(search.results(ReadableScripts.ALL, SearchQuery.of("rest"), 1, 10).total())
        .isEqualTo(SCRIPTS);
  }
}
