package prismq.t.script.versioning.transfer.prismq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ImportCommand;
import prismq.t.script.versioning.transfer.ImportedData;

class PrismQImportTest {
  private static final String NOON = "2025-11-23 12:00:00";

  @TempDir Path folder;
  private ImportedData imported;
  private Path pipeline;
  private Path file;

  @BeforeEach
  void create() throws IOException {
    imported = new ImportedData(folder.resolve("data"));
    pipeline = Files.createDirectory(folder.resolve("pipe line #1?"));
    file = pipeline.resolve("prismq.db");
  }

  private CommandRun run(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("prismq", file));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--data", folder.resolve("data")));
    return CommandRun.of(new ImportCommand(), arguments.toArray());
  }

  private CommandRun done(Object... more) {
    CommandRun run = run(more);
    assertThat(run.status()).as(run.errors()).isZero();
    return run;
  }

  private void refused(String why) {
    CommandRun run = run();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.errors().lines()).singleElement().asString().contains(why);
    assertThat(imported.ask(VersionManager::scriptCount)).isZero();
  }

  private Metadata metadata(String script, int version) {
    return imported.versions(script).get(version - 1).metadata();
  }

  /** Name and hash of every file beside the database. */
  private Map<String, String> listing() throws IOException {
    Map<String, String> listing = new TreeMap<>();
    try (Stream<Path> files = Files.list(pipeline)) {
      for (Path one : files.toList()) {
        listing.put(
            String.valueOf(one.getFileName()), ContentHash.of(Files.readAllBytes(one)).toString());
      }
    }
    return listing;
  }

  private PrismQDatabase twoStories(String table) throws SQLException {
    return PrismQDatabase.create(file, table)
        .story(1)
        .story(2)
        .review(7, 81, "Good pace.")
        .review(8, 40, "A comma is missing.")
        .review(9, 95, "No comma is missing.")
        .text("Title", 1, 0, "The first title", "2025-11-23 09:00:00")
        .text("Title", 1, 1, "The second title", "2025-11-23 11:00:00")
        .text(table, 1, 0, "Once.", "2025-11-23 10:00:00")
        .text(table, 1, 1, "Once upon a time.", "2025-11-23T12:00:00.250Z")
        .text(table, 1, 2, "Once upon a time.", "2025-11-23T14:00:00+01:00")
        .text(table, 2, 0, "Other.", NOON)
        .storyReview(1, 1, "grammar", 8)
        .storyReview(1, 1, "grammar", 9)
        .storyReview(1, 1, "tone", 7)
        .sql("UPDATE " + table + " SET review_id = 7 WHERE story_id = 1 AND version = 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Script", "Content"})
  void eachStoryBecomesAScriptWithItsVersionsReviewsAndTitles(String table) throws Exception {
    twoStories(table).close();
    assertThat(done().out()).startsWith("4 versions added to 2 scripts, 0 already there;");
    assertThat(imported.ask(manager -> manager.script("story-1")).title())
        .isEqualTo("The second title");
    assertThat(imported.exactTexts("story-1"))
        .containsExactly("Once.", "Once upon a time.", "Once upon a time.");
    assertThat(imported.versions("story-1"))
        .extracting(Version::createdAt)
        .containsExactly(
            Instant.parse("2025-11-23T10:00:00Z"),
            Instant.parse("2025-11-23T12:00:00.250Z"),
            Instant.parse("2025-11-23T13:00:00Z"));
    assertThat(imported.versions("story-1"))
        .extracting(version -> version.author().name())
        .containsOnly("PrismQ");
    assertThat(metadata("story-1", 1).values())
        .containsEntry("prismq_version", 0)
        .containsEntry("title", "The first title")
        .doesNotContainKeys("review_score", "story_reviews");
    Metadata reviewed = metadata("story-1", 2);
    assertThat(reviewed.reviewScore()).isEqualTo(81);
    assertThat(reviewed.values())
        .containsEntry("title", "The second title")
        .containsEntry("review_text", "Good pace.");
    assertThat(reviewed.json())
        .contains(
            "\"story_reviews\":{\"grammar\":{\"score\":95,\"text\":\"No comma is missing.\","
                + "\"created_at\":\"2025-11-24 10:00:00\",\"earlier\":[{\"score\":40,")
        .contains("\"tone\":{\"score\":81,");
  }

  /** Version, role, score, comment and time of each review, and whether it is closed. */
  private List<String> reviews(String script) {
    try (Database database = Database.open(folder.resolve("data"))) {
      return database.read(
          handle ->
              handle
                  .createQuery(
                      """
                      SELECT r.version_number || ' ' || p.name || ' ' || w.reviewer_role || ' '
                        || v.verdict || ' ' || v.scores || ' ' || v.comment || ' '
                        || v.given_at || ' ' || (r.closed_at = v.given_at)
                      FROM reviews r JOIN scripts s ON s.id = r.script_id
                      JOIN reviewers w ON w.review_id = r.id
                      JOIN known_people p ON p.id = w.account_id
                      JOIN verdicts v ON v.review_id = r.id AND v.account_id = w.account_id
                      WHERE s.script_id = :script ORDER BY r.review_number
                      """)
                  .bind("script", script)
                  .mapTo(String.class)
                  .list());
    }
  }

  private static long at(String time) {
    return Instant.parse(time).toEpochMilli();
  }

  @Test
  void reviewsBecomeClosedReviewsOfTheirVersionsOnce() throws Exception {
    PrismQDatabase database = twoStories("Content");
    assertThat(done("--preview").out()).contains("4 reviews added");
    assertThat(done().out()).contains("4 reviews added");
    long review = at("2025-11-24T09:00:00Z");
    long story = at("2025-11-24T10:00:00Z");
    List<String> first =
        List.of(
            "2 PrismQ  through {\"score\":81} Good pace. " + review + " 1",
            "2 PrismQ grammar through {\"grammar\":40} A comma is missing. " + story + " 1",
            "2 PrismQ grammar through {\"grammar\":95} No comma is missing. " + story + " 1",
            "2 PrismQ tone through {\"tone\":81} Good pace. " + story + " 1");
    assertThat(reviews("story-1")).isEqualTo(first);
    assertThat(done().out()).doesNotContain("reviews added");
    assertThat(reviews("story-1")).isEqualTo(first);
    // A review that comes later is one of its version, too.
    database.storyReview(1, 2, "content", 9).close();
    assertThat(done().out())
        .contains("1 review added")
        .contains("(version 2): its review came later than the version");
    assertThat(reviews("story-1")).hasSize(5).last().asString().startsWith("3 PrismQ content");
  }

  @Test
  void reviewsThatSayNoVersionAreOfTheNewestOfTheirTime() throws Exception {
    try (PrismQDatabase database = twoStories("Content")) {
      database
          .sql("DROP TABLE StoryReview")
          .sql("CREATE TABLE StoryReview (id INTEGER PRIMARY KEY, story_id, review_id)")
          .sql("UPDATE Review SET created_at = '2025-11-23 12:30:00' WHERE id = 8")
          .sql("UPDATE Review SET created_at = '2025-11-20 00:00:00' WHERE id = 9")
          .sql("INSERT INTO StoryReview (story_id, review_id) VALUES (1, 8), (1, 9), (1, 77)");
    }
    assertThat(done().out())
        .contains("2 reviews added")
        .contains("it says neither a version nor a time when there was one")
        .contains("it is not in the table Review")
        .doesNotContain("Table StoryReview");
    assertThat(reviews("story-1"))
        .hasSize(2)
        .last()
        .isEqualTo(
            "2 PrismQ  through {\"score\":40} A comma is missing. "
                + at("2025-11-23T12:30:00Z")
                + " 1");
  }

  @Test
  void aPreviewTellsTheSameAndSavesNothing() throws Exception {
    twoStories("Content").close();
    assertThat(done("--preview").out()).contains("4 versions added to 2 scripts");
    assertThat(imported.ask(VersionManager::scriptCount)).isZero();
  }

  @Test
  void anotherRunAddsOnlyWhatThePipelineWroteSince() throws Exception {
    PrismQDatabase database = twoStories("Script");
    done();
    database
        .sql("ALTER TABLE Script RENAME TO Content")
        .text("Content", 1, 3, "Once more.", "2025-11-23 15:00:00")
        .text("Title", 1, 2, "The third title", "2025-11-23 14:30:00")
        .sql("UPDATE Content SET review_id = 9 WHERE story_id = 2")
        .close();
    CommandRun second = done();
    assertThat(second.out())
        .startsWith("1 version added to 2 scripts, 4 already there;")
        .contains("story-1: it is titled “The third title” by now")
        .contains("story-2 (version 0): its review came later than the version");
    assertThat(imported.ask(manager -> manager.script("story-1")).title())
        .isEqualTo("The second title");
    assertThat(metadata("story-1", 4).values()).containsEntry("title", "The third title");
    assertThat(done().out()).startsWith("0 versions added to 2 scripts, 5 already there;");
  }

  @Test
  void theOnlyStoriesWantedComeInAndAProjectKeepsDatabasesApart() throws Exception {
    twoStories("Content").close();
    done("--story", "2", "--project", "films");
    assertThat(imported.exactTexts("films-story-2")).containsExactly("Other.");
    assertThat(imported.ask(VersionManager::scriptCount)).isEqualTo(1);
    assertThat(run("--story", "5").errors()).contains("has no story 5");
  }

  @Test
  void storiesOfAnotherDatabaseDoNotMixWithThoseImported() throws Exception {
    twoStories("Content").close();
    done();
    file = pipeline.resolve("other.db");
    try (PrismQDatabase other = PrismQDatabase.create(file, "Content")) {
      other.story(1).text("Content", 1, 0, "Elsewhere.", NOON).text("Content", 1, 9, "Nine.", NOON);
    }
    assertThat(done().out())
        .startsWith("0 versions added")
        .contains("story-1: there is already a script of that id")
        .contains("the name of a project");
    assertThat(imported.exactTexts("story-1")).hasSize(3);
  }

  @Test
  void aDatabaseNobodyHasOpenIsReadWithoutAnythingBeingMadeBesideIt() throws Exception {
    twoStories("Content").writeAheadLog().close();
    Map<String, String> before = listing();
    assertThat(before).containsOnlyKeys("prismq.db");
    done();
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void aDatabaseThatIsWrittenToIsReadWithWhatStandsInItsLogOnly() throws Exception {
    try (PrismQDatabase database = twoStories("Content").writeAheadLog()) {
      database.text("Content", 2, 1, "Only in the log.", NOON);
      database.connection().setAutoCommit(false);
      database.text("Content", 2, 2, "Not finished.", NOON);
      Map<String, String> before = listing();
      assertThat(before).containsKeys("prismq.db-wal", "prismq.db-shm");
      done();
      assertThat(imported.exactTexts("story-2")).containsExactly("Other.", "Only in the log.");
      assertThat(listing()).isEqualTo(before);
      database.connection().commit();
      database.connection().setAutoCommit(true);
    }
    assertThat(done().out()).startsWith("1 version added");
    assertThat(imported.exactTexts("story-2")).endsWith("Not finished.");
  }

  @Test
  void aLogThatWasLeftBehindIsReadWhereItLies() throws Exception {
    Path moved = Files.createDirectory(folder.resolve("moved"));
    try (PrismQDatabase database = twoStories("Content").writeAheadLog()) {
      database.text("Content", 2, 1, "Only in the log.", NOON);
      for (String suffix : List.of("", "-wal", "-shm")) {
        Files.copy(pipeline.resolve("prismq.db" + suffix), moved.resolve("prismq.db" + suffix));
      }
    }
    pipeline = moved;
    file = moved.resolve("prismq.db");
    Map<String, String> crashed = listing();
    done("--preview");
    assertThat(listing()).isEqualTo(crashed);
    Files.delete(moved.resolve("prismq.db-shm"));
    Map<String, String> before = listing();
    done();
    assertThat(imported.exactTexts("story-2")).containsExactly("Other.", "Only in the log.");
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void aTransactionThatIsOpenInADatabaseWithoutALogDoesNotShow() throws Exception {
    try (PrismQDatabase database = twoStories("Content")) {
      database.connection().setAutoCommit(false);
      database.text("Content", 2, 1, "Not finished.", NOON);
      done();
      assertThat(imported.exactTexts("story-2")).containsExactly("Other.");
      database.connection().rollback();
    }
  }

  @Test
  void aChangeThatWasInterruptedIsTakenBackInTheCopyOnly() throws Exception {
    Path moved = Files.createDirectory(folder.resolve("moved"));
    try (PrismQDatabase database = twoStories("Content")) {
      database.sql("PRAGMA cache_size = 2").sql("PRAGMA cache_spill = 1");
      database.connection().setAutoCommit(false);
      for (int version = 1; version < 40; version++) {
        database.text("Content", 2, version, "Never finished. ".repeat(500), NOON);
      }
      for (String suffix : List.of("", "-journal")) {
        Files.copy(pipeline.resolve("prismq.db" + suffix), moved.resolve("prismq.db" + suffix));
      }
      database.connection().rollback();
    }
    pipeline = moved;
    file = moved.resolve("prismq.db");
    Map<String, String> before = listing();
    done();
    assertThat(imported.exactTexts("story-2")).containsExactly("Other.");
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void aLockedDatabaseIsToldInOneLine() throws Exception {
    try (PrismQDatabase database = twoStories("Content")) {
      database.sql("BEGIN EXCLUSIVE");
      refused("is locked");
    }
  }

  @Test
  void whatIsNoDatabaseOfPrismQIsRefusedInOneLine() throws Exception {
    refused("There is no file");
    Files.write(file, new byte[0]);
    refused("is empty");
    Files.writeString(file, "SQLite is nice, but this is a letter.");
    refused("is neither an SQLite database");
    Files.write(file, new byte[4096]);
    refused("is neither an SQLite database");
    Files.writeString(file, "SQLite format 3\0 and then nothing of the kind. ".repeat(100));
    refused("cannot be read as an SQLite database");
    Files.delete(file);
    try (PrismQDatabase other = PrismQDatabase.createLoose(file)) {
      other.sql("DROP TABLE Content").sql("CREATE TABLE Content (id, body)");
    }
    refused("no table Content or Script with the columns");
    file = pipeline;
    refused("is not a file");
  }

  @Test
  void aTableThatIsOnlyAViewIsNotAsked() throws Exception {
    try (PrismQDatabase other = PrismQDatabase.createLoose(file)) {
      other
          .sql("DROP TABLE Content")
          .sql(
              "CREATE VIEW Content AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM"
                  + " n) SELECT i AS story_id, i AS version, 'x' AS text FROM n");
    }
    refused("no table Content or Script");
  }

  @Test
  void aDamagedDatabaseIsRefusedWholly() throws Exception {
    PrismQDatabase database = twoStories("Content");
    for (int version = 1; version < 200; version++) {
      database.text("Content", 2, version, "A long text. ".repeat(80), NOON);
    }
    database.close();
    byte[] whole = Files.readAllBytes(file);
    Random random = Seeds.random(5);
    for (int round = 0; round < 10; round++) {
      byte[] damaged = whole.clone();
      for (int i = 4096 * 8; i < damaged.length; i += 4096) {
        damaged[i] = (byte) random.nextInt();
        damaged[i + 9] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      refused("damaged");
    }
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    refused("damaged");
  }

  @Test
  void everythingOddIsListedAndTheRestComesIn() throws Exception {
    try (PrismQDatabase database = PrismQDatabase.createLoose(file)) {
      database
          .sql("INSERT INTO Story (id) VALUES (1), (3), ('x')")
          .sql("INSERT INTO Review VALUES (1, 'Negative.', -5, 'then'), (2, NULL, NULL, NULL)")
          .sql("INSERT INTO Review VALUES (3, x'00ff', 'high', 7)")
          .sql("INSERT INTO StoryReview VALUES (1, 1, 99, 0, 'tone', NULL)")
          .sql("INSERT INTO StoryReview VALUES (2, 1, 2, 5, NULL, NULL)")
          .sql("INSERT INTO Title VALUES (1, 1, 'a', x'ff41', 1, NULL), (2, 1, 0, NULL, 1, 1)");
      int id = 0;
      for (Object[] row :
          new Object[][] {
            {1, 0, "zero", 1, NOON},
            {1, 1, "one", 55, "yesterday"},
            {1, 1, "one", 2, NOON},
            {1, 1, "another one", 3, null},
            {1, 2, null, null, NOON},
            {1, 3, "nul\0byte", null, NOON},
            {1, 4, 12.5, null, NOON},
            {1, 5, new byte[] {'b', (byte) 0xff, '\n'}, "x", "2999-01-01 00:00:00"},
            {1, 6, "", null, "+999999999-01-01 00:00:00"},
            {1, 7, "x".repeat(6_000_000), null, NOON},
            {1, -1, "minus", null, NOON},
            {1, "two", "words", null, NOON},
            {1, null, "nothing", null, NOON},
            {1, 99_999_999_999L, "large", null, NOON},
            {2, 0, "no story", null, NOON},
            {null, 0, "no id", null, NOON},
            {"one", 0, "a word", null, NOON}
          }) {
        Object[] values = {++id, row[0], row[1], row[2], row[3], row[4]};
        database.sql("INSERT INTO Content VALUES (?, ?, ?, ?, ?, ?)", values);
      }
    }
    CommandRun run = done();
    assertThat(imported.exactTexts("story-1"))
        .containsExactly("zero", "one", "another one", "12.5", "b\u00ff\n", "");
    assertThat(imported.exactTexts("story-2")).containsExactly("no story");
    assertThat(run.out())
        .contains("Texts of no story (Content 16, Content 17)")
        .contains("Stories (story 3): no text was written yet")
        .contains("Stories (story 2): the table Story does not have it")
        .contains("(version 1): it is there twice with the same text")
        .contains("(version 1): its number is there more than once")
        .contains("(version 1): its date “yesterday” cannot be read")
        .contains("(version 1): it has no date")
        .contains("(version 1): the table Review does not have its review 55")
        .contains("(version 0): a review score, “-5”, is not from 0 to 100")
        .contains("(version 0): a review of the story (tone) is not in the table Review")
        .contains("(version 2): it has no text")
        .contains("(version 3): not a text, it has a NUL byte")
        .contains("(version 4): its text is a number in PrismQ")
        .contains("(versions 5, 6): its date lies in the future")
        .contains("(versions 5, 6): its date lies")
        .contains("(version 7): over the size limit")
        .contains("its version is not a whole number from 0 up");
    assertThat(metadata("story-1", 1).values()).containsEntry("prismq_review_score", "-5");
    assertThat(done().out()).startsWith("0 versions added to 2 scripts, 7 already there;");
  }

  @Test
  void tablesThatAreMissingAreListedAndTheTextsComeIn() throws Exception {
    try (PrismQDatabase database = PrismQDatabase.createLoose(file)) {
      for (String table : List.of("Story", "Review", "StoryReview", "Title")) {
        database.sql("DROP TABLE " + table);
      }
      database.sql("DROP TABLE Content").sql("CREATE TABLE content (STORY_ID, version, text)");
      database.sql("INSERT INTO content VALUES (4, 0, 'Alone.')");
    }
    assertThat(done().out())
        .contains("Table Story: it is missing")
        .contains("Table Title", "Table Review", "Table StoryReview")
        .contains("it has no title; called “Story 4”");
    assertThat(imported.exactTexts("story-4")).containsExactly("Alone.");
  }

  @Test
  void textsOfBothTablesComeInOnce() throws Exception {
    try (PrismQDatabase database = twoStories("Script")) {
      database
          .sql("CREATE TABLE Content AS SELECT * FROM Script")
          .sql("UPDATE Content SET text = 'Edited.' WHERE story_id = 2")
          .sql("INSERT INTO Content VALUES (50, 2, 1, 'Next.', NULL, '" + NOON + "')");
    }
    assertThat(done().out()).contains("version 0): its number is there more than once");
    assertThat(imported.exactTexts("story-1")).hasSize(3);
    assertThat(imported.exactTexts("story-2")).containsExactly("Other.", "Edited.", "Next.");
  }

  @Test
  void textsOfAUtf16DatabaseBecomeUtf8AndBytesThatAreNoCharactersStay() throws Exception {
    Files.createDirectories(pipeline);
    try (PrismQDatabase plain = PrismQDatabase.open(file)) {
      plain.sql("PRAGMA encoding = 'UTF-16le'");
      plain.sql("CREATE TABLE Content (story_id, version, text)");
      plain.sql("INSERT INTO Content VALUES (1, 0, 'größer 🎬'), (1, 1, x'e4f6')");
    }
    done();
    assertThat(imported.exactTexts("story-1").get(0).getBytes(StandardCharsets.ISO_8859_1))
        .isEqualTo("größer 🎬".getBytes(StandardCharsets.UTF_8));
    assertThat(imported.exactTexts("story-1").get(1)).isEqualTo("äö");
  }

  @Test
  void reviewsLongerThanMetadataAreCutAndThatIsTold() throws Exception {
    try (PrismQDatabase database = twoStories("Content")) {
      database.sql("UPDATE Review SET text = ?", "A long review. ".repeat(5_000));
    }
    assertThat(done().out()).contains("its longest texts were cut");
    Metadata metadata = metadata("story-1", 2);
    assertThat(metadata.json()).hasSizeBetween(60_000, Metadata.MAX_JSON);
    assertThat(metadata.values()).containsEntry("title", "The second title");
    assertThat(metadata.values().get("review_text")).asString().endsWith("…");
    assertThat(done().out()).startsWith("0 versions").doesNotContain("review came later");
  }

  @Test
  void anyOrderOfImportsWhileThePipelineWritesGivesEveryVersionOnceInOrder() throws Exception {
    Random random = Seeds.random(20_251_123);
    List<List<String>> expected = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (PrismQDatabase database = PrismQDatabase.create(file, "Content")) {
      if (random.nextBoolean()) {
        database.writeAheadLog();
      }
      database.story(1).story(2).story(3);
      for (int step = 0; step < 120; step++) {
        int id = random.nextInt(3);
        List<String> story = expected.get(id);
        String text = "Text " + (random.nextBoolean() ? 0 : random.nextInt(5));
        database.text("Content", 1 + id, story.size(), text, NOON);
        story.add(text);
        if (random.nextInt(25) == 0) {
          done();
        }
      }
    }
    done();
    for (int story = 1; story <= 3; story++) {
      assertThat(imported.exactTexts("story-" + story)).isEqualTo(expected.get(story - 1));
    }
  }
}
