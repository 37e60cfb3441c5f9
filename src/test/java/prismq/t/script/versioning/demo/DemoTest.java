package prismq.t.script.versioning.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.RollbackHandler;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

class DemoTest {
  private static final String BRIDGES = "why-bridges-hum";
  private static final String KEEPER = "the-last-keeper";
  private static final double WORDS_PER_SECOND = 2.5;

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;
  private boolean filled;

  @BeforeEach
  void fill() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    filled = Demo.fill(manager, new BranchManager(database), new RollbackHandler(manager));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Version> history(String scriptId) {
    return IntStream.rangeClosed(1, manager.script(scriptId).latestVersion())
        .mapToObj(number -> manager.version(scriptId, number))
        .toList();
  }

  private String text(String scriptId, int versionNumber) {
    return manager.content(scriptId, versionNumber).display();
  }

  private static List<String> paragraphs(String text) {
    return List.of(text.strip().split("\n\n", -1));
  }

  @Test
  void anEmptyDatabaseIsFilledWithTwoScriptsAndTheVideoIsListedFirst() {
    assertThat(filled).isTrue();
    assertThat(manager.scripts(10, 0))
        .extracting(Script::scriptId)
        .containsExactly(BRIDGES, KEEPER);
  }

  @Test
  void aSecondFillDoesNothing() {
    assertThat(Demo.fill(manager, new BranchManager(database), new RollbackHandler(manager)))
        .isFalse();
    assertThat(manager.scriptCount()).isEqualTo(2);
    assertThat(history(BRIDGES)).hasSize(8);
    assertThat(history(KEEPER)).hasSize(8);
  }

  @Test
  void theVideoGoesFrom145To75SecondsOverEightVersions() {
    assertThat(history(BRIDGES))
        .extracting(version -> version.metadata().lengthSeconds())
        .containsExactly(145, 129, 108, 84, 108, 93, 86, 75);
  }

  @Test
  void theNarratedWordsTakeTheSecondsThatTheVersionSays() {
    for (Version version : history(BRIDGES)) {
      List<String> narrated =
          text(BRIDGES, version.versionNumber())
              .lines()
              .filter(line -> !line.startsWith("#") && !line.startsWith(">"))
              .toList();
      int words = ScriptText.of(String.join("\n", narrated)).wordCount();
      Number length = Objects.requireNonNull(version.metadata().lengthSeconds());
      double seconds = length.doubleValue();
      assertThat(words / WORDS_PER_SECOND)
          .as("version %s", version.versionNumber())
          .isBetween(seconds - 3, seconds + 3);
    }
  }

  @Test
  void theReviewScoreOfTheVideoRisesWithOneSetbackThatIsRolledBack() {
    List<Version> history = history(BRIDGES);
    assertThat(history)
        .extracting(version -> version.metadata().reviewScore())
        .containsExactly(58, 64, 72, 61, 72, 80, 85, 91);
    assertThat(history.get(4).restoredFrom()).isEqualTo(3);
    assertThat(history.get(4).contentHash()).isEqualTo(history.get(2).contentHash());
  }

  @Test
  void everyVersionIsReadBackAsItsResource() {
    for (DemoScript script : List.of(DemoScripts.WHY_BRIDGES_HUM, DemoScripts.THE_LAST_KEEPER)) {
      for (int number = 1; number <= script.versions().size(); number++) {
        ScriptText saved = manager.content(script.scriptId(), number);
        assertThat(saved).isEqualTo(script.content(number));
        assertThat(saved.hash())
            .isEqualTo(manager.version(script.scriptId(), number).contentHash());
        assertThat(saved.endsWithNewline()).isTrue();
        assertThat(saved.display()).doesNotContain("\r");
      }
    }
  }

  @Test
  void everyVersionSaysWhyAndAnAiNamesItsModel() {
    for (Version version : all()) {
      assertThat(version.changeDescription()).isNotBlank();
      assertThat(version.metadata().model() != null)
          .isEqualTo("ai".equals(version.metadata().source()));
    }
    assertThat(history(BRIDGES))
        .extracting(version -> version.metadata().source())
        .contains("ai", "human");
  }

  @Test
  void theDatesRiseOverThreeWeeksAndNoneIsInTheFuture() {
    for (String scriptId : List.of(BRIDGES, KEEPER)) {
      assertThat(history(scriptId))
          .extracting(Version::createdAt)
          .isSortedAccordingTo(Comparator.<Instant>naturalOrder())
          .doesNotHaveDuplicates()
          .allMatch(time -> !time.isAfter(Instant.now()))
          .allMatch(time -> time.isAfter(Instant.now().minus(Duration.ofDays(22))));
    }
  }

  @Test
  void theSceneHasAnotherEndingOnABranchWhileMainGoesOn() {
    assertThat(manager.branches(KEEPER))
        .extracting(Branch::name, Branch::originVersion, Branch::headVersion)
        .containsExactly(tuple("main", null, 8), tuple("alternate-ending", 3, 6));
    assertThat(history(KEEPER))
        .extracting(Version::parentVersion)
        .containsExactly(null, 1, 2, 3, 3, 4, 5, 7);
  }

  @Test
  void theSceneEndsWithARollbackToVersionFive() {
    Version last = manager.version(KEEPER, 8);
    assertThat(last.restoredFrom()).isEqualTo(5);
    assertThat(manager.content(KEEPER, 8)).isEqualTo(manager.content(KEEPER, 5));
  }

  @Test
  void theLogbookMovesUnchangedFromTheGalleryToTheKitchen() {
    String logbook =
        "The Keeper slides a logbook across to the Inspector. It is as thick as a loaf, and the"
            + " corners have gone soft.";
    assertThat(sceneOf(logbook, text(KEEPER, 1))).isEqualTo("EXT. LIGHTHOUSE - GALLERY - NIGHT");
    assertThat(sceneOf(logbook, text(KEEPER, 2))).isEqualTo("INT. LIGHTHOUSE - KITCHEN - NIGHT");
  }

  @Test
  void theClothMovesToTheLampRoomAndIsEditedOnTheWay() {
    assertThat(
            sceneOf(
                "The Keeper folds his polishing cloth in four. Then in eight.", text(KEEPER, 2)))
        .isEqualTo("INT. LIGHTHOUSE - KITCHEN - NIGHT");
    assertThat(
            sceneOf(
                "The Keeper has no answer to that. He folds the cloth in four. Then in eight.",
                text(KEEPER, 3)))
        .isEqualTo("INT. LIGHTHOUSE - LAMP ROOM - DUSK");
  }

  /** The heading of the scene that has this paragraph. */
  private static String sceneOf(String paragraph, String fountain) {
    List<String> paragraphs = paragraphs(fountain);
    assertThat(paragraphs).containsOnlyOnce(paragraph);
    List<String> before = paragraphs.subList(0, paragraphs.indexOf(paragraph));
    return before.stream()
        .filter(line -> line.startsWith("INT.") || line.startsWith("EXT."))
        .reduce("", (earlier, later) -> later);
  }

  private List<Version> all() {
    return Stream.of(BRIDGES, KEEPER).flatMap(scriptId -> history(scriptId).stream()).toList();
  }
}
