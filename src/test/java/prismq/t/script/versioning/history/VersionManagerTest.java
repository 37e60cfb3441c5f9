package prismq.t.script.versioning.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.Seeds;
import prismq.t.script.versioning.core.delta.SkipDelta;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;

class VersionManagerTest {
  private static final Author WRITER = Author.named("Writer");

  @TempDir Path folder;
  private Database database;
  private VersionManager manager;

  @BeforeEach
  void open() {
    database = Database.open(folder);
    manager = new VersionManager(database, new IndexWriter());
    manager.createScript("intro", "The introduction");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static NewVersion.Builder version(String content) {
    return NewVersion.builder("intro", ScriptText.of(content), WRITER, "a change");
  }

  private Version save(String content) {
    return manager.save(version(content).build());
  }

  private StorageStatistics.Sizes sizes() {
    return new StorageStatistics(database).perScript().get(0);
  }

  private static String prose(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(Integer.toString(random.nextInt(1 << 20), 36)).append(i % 12 == 11 ? '\n' : ' ');
    }
    return text.toString();
  }

  @Test
  void everyVersionOfALongHistoryIsReadBackByteForByte() {
    Random random = Seeds.random(7);
    List<byte[]> saved = new ArrayList<>();
    List<NewVersion> versions = new ArrayList<>();
    StringBuilder text = new StringBuilder("First line\n".repeat(50));
    for (int n = 1; n <= 1_100; n++) {
      int at = random.nextInt(text.length());
      if (random.nextInt(3) == 0) {
        text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
      }
      String inserted = "words " + random.nextInt() + (n % 5 == 0 ? "\r\n" : " é");
      text.insert(Math.min(at, text.length()), inserted);
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      saved.add(bytes);
      versions.add(NewVersion.builder("intro", ScriptText.of(bytes), WRITER, "").build());
    }
    assertThat(manager.saveAll(versions)).last().returns(1_100, Version::versionNumber);
    for (int n = 1; n <= saved.size(); n++) {
      assertThat(manager.content("intro", n).bytes())
          .as("seed 7, version " + n)
          .isEqualTo(saved.get(n - 1));
    }
    assertThat(sizes().longestChain()).isLessThanOrEqualTo(SkipDelta.MAX_CHAIN_LENGTH);
    assertThat(sizes().saving()).isGreaterThan(0.9);
    assertThat(new Verification(database, IndexVerification::new).run().problems()).isEmpty();
  }

  @Test
  void whatWasReadBeforeIsStoredLikeWhatIsReadAgain() {
    manager.createScript("read-before", "The same");
    Random random = Seeds.random(11);
    StringBuilder text = new StringBuilder(prose(random, 3_000));
    for (int head = 0; head < 70; head++) {
      text.insert(random.nextInt(text.length()), prose(random, 20));
      NewVersion.Builder known =
          NewVersion.builder("read-before", ScriptText.of(text.toString()), WRITER, "a change");
      if (head > 0) {
        known.editedFrom(new VersionText(head, manager.content("read-before", head)));
      }
      manager.save(known.build());
      save(text.toString());
    }
    List<StorageStatistics.Sizes> sizes = new StorageStatistics(database).perScript();
    assertThat(sizes.get(1))
        .usingRecursiveComparison()
        .ignoringFields("scriptId")
        .isEqualTo(sizes.get(0));
    assertThat(new Verification(database, IndexVerification::new).run().problems()).isEmpty();
  }

  @Test
  void aTextThatIsNotTheParentsIsNeverTakenForIt() {
    save("first\n".repeat(50));
    ScriptText other = ScriptText.of("another\n".repeat(50));
    manager.save(version("second\n".repeat(50)).editedFrom(new VersionText(1, other)).build());
    Version third = manager.save(version("first\n").editedFrom(new VersionText(1, other)).build());
    assertThat(manager.content("intro", 2)).isEqualTo(ScriptText.of("second\n".repeat(50)));
    assertThat(third.wordsDeleted()).isEqualTo(50);
    assertThat(new Verification(database, IndexVerification::new).run().problems()).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AndEveryLineEndingAreKept() {
    byte[] odd = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\r', '\n', (byte) 0xFF, '\r', 'b'};
    manager.save(NewVersion.builder("intro", ScriptText.of(odd), WRITER, "odd").build());
    assertThat(manager.content("intro", 1).bytes()).isEqualTo(odd);
    assertThat(manager.content("intro", 1).exactlyDecoded()).isFalse();
  }

  @Test
  void anEmptyTextIsAVersion() {
    save("something");
    save("");
    save("something else");
    assertThat(manager.content("intro", 2).sizeBytes()).isZero();
    assertThat(manager.version("intro", 2).words()).isZero();
  }

  @Test
  void aTextThatCameBeforeCostsNextToNothing() {
    Random random = Seeds.random(3);
    String first = prose(random, 5_000);
    save(first);
    save(prose(random, 5_000));
    long before = sizes().storedBytes();
    save(first);
    assertThat(sizes().storedBytes() - before).isLessThan(60);
    assertThat(manager.content("intro", 3).display()).isEqualTo(first);
  }

  @Test
  void aTextThatIsUnrelatedToTheOneBeforeIsStoredWhole() {
    Random random = Seeds.random(4);
    save(prose(random, 2_000));
    save(prose(random, 2_000));
    int whole =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT count(content) FROM script_versions")
                    .mapTo(Integer.class)
                    .one());
    assertThat(whole).isEqualTo(2);
  }

  @Test
  void rollingBackAndForthNeverMakesAChainTooLong() {
    String one = prose(Seeds.random(5), 500);
    for (int n = 0; n < 300; n++) {
      save(n % 2 == 0 ? one : one + "changed " + n + "\n");
    }
    assertThat(sizes().longestChain()).isLessThanOrEqualTo(SkipDelta.MAX_CHAIN_LENGTH);
  }

  @Test
  void oneChangedWordInAVeryLongTextIsASmallDelta() {
    String text = prose(Seeds.random(6), 800_000);
    save(text);
    long before = sizes().storedBytes();
    save(text.substring(0, 2_000_000) + "changed" + text.substring(2_000_000));
    assertThat(sizes().storedBytes() - before).isLessThan(2_000);
  }

  @Test
  void aStaleBaseVersionIsRefusedAndSavesNothing() {
    save("one");
    save("two");
    assertThatThrownBy(() -> manager.save(version("three").baseVersion(1).build()))
        .isInstanceOf(StaleBaseException.class)
        .hasMessageContaining("version 2 is");
    assertThat(manager.script("intro").latestVersion()).isEqualTo(2);
  }

  @Test
  void writersAtTheSameTimeNeverGetTheSameNumberAndLoseNoText() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(6);
    List<Callable<List<Integer>>> work = new ArrayList<>();
    for (int w = 0; w < 6; w++) {
      String name = "writer " + w;
      work.add(
          () -> {
            List<Integer> numbers = new ArrayList<>();
            for (int n = 0; n < 15; n++) {
              numbers.add(save(name + " text " + n).versionNumber());
            }
            return numbers;
          });
    }
    Set<Integer> numbers = new TreeSet<>();
    for (Future<List<Integer>> done : writers.invokeAll(work)) {
      numbers.addAll(done.get());
    }
    writers.shutdown();
    assertThat(numbers).hasSize(90).contains(1, 90);
    Set<String> texts = new TreeSet<>();
    numbers.forEach(n -> texts.add(manager.content("intro", n).display()));
    assertThat(texts).hasSize(90);
  }

  @Test
  void ofTwoWritersOnTheSameBaseOneGetsTheConflict() throws Exception {
    save("base");
    ExecutorService writers = Executors.newFixedThreadPool(2);
    Callable<String> attempt =
        () -> {
          try {
            save1("mine");
            return "saved";
          } catch (StaleBaseException e) {
            return "conflict";
          }
        };
    List<String> outcomes = new ArrayList<>();
    for (Future<String> outcome : writers.invokeAll(List.of(attempt, attempt))) {
      outcomes.add(outcome.get());
    }
    writers.shutdown();
    assertThat(outcomes).containsExactlyInAnyOrder("saved", "conflict");
    assertThat(manager.script("intro").latestVersion()).isEqualTo(2);
  }

  private void save1(String content) {
    manager.save(version(content).baseVersion(1).build());
  }

  @Test
  void branchesCountTheirVersionsTogetherAndKeepTheirOwnHeads() {
    save("one");
    save("two");
    BranchManager branches = new BranchManager(database);
    Branch branch = branches.create("intro", "other-ending", 1);
    assertThat(branch.headVersion()).isEqualTo(1);
    Version third = manager.save(version("one, otherwise").branch("other-ending").build());
    assertThat(third.versionNumber()).isEqualTo(3);
    assertThat(third.parentVersion()).isEqualTo(1);
    assertThat(save("three").parentVersion()).isEqualTo(2);
    assertThat(manager.branches("intro")).extracting(Branch::headVersion).containsExactly(4, 3);
    assertThatThrownBy(() -> branches.create("intro", "main", 1))
        .isInstanceOf(NameTakenException.class);
    assertThatThrownBy(() -> manager.save(version("x").branch("no-such").build()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("main, other-ending");
  }

  @Test
  void theListIsNewestFirstAndFilteredByAllItsFields() {
    Instant day = Instant.parse("2026-01-31T12:00:00Z");
    manager.save(version("one").createdAt(day).build());
    manager.save(
        NewVersion.builder(
                "intro", ScriptText.of("two"), Author.named("Editor"), "Énergie: cut the HOOK")
            .createdAt(day.plusSeconds(3_600))
            .build());
    save("three");
    assertThat(numbers(VersionFilter.ALL)).containsExactly(3, 2, 1);
    assertThat(numbers(new VersionFilter(null, "Editor", null, null, null))).containsExactly(2);
    assertThat(numbers(new VersionFilter(null, null, null, null, "hook energie")))
        .containsExactly(2);
    assertThat(numbers(new VersionFilter("main", null, null, null, null))).containsExactly(3, 2, 1);
    assertThatThrownBy(() -> numbers(new VersionFilter("none", null, null, null, null)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("it has main");
    assertThat(numbers(new VersionFilter(null, null, day, day.plusSeconds(1), null)))
        .containsExactly(1);
    assertThat(manager.versions("intro", VersionFilter.ALL, 3, 1))
        .extracting(Version::versionNumber)
        .containsExactly(2);
  }

  private List<Integer> numbers(VersionFilter filter) {
    return manager.versions("intro", filter, Integer.MAX_VALUE, 100).stream()
        .map(Version::versionNumber)
        .toList();
  }

  @Test
  void manyVersionsAreFoundByTheirNumbersAtOnceAndTheOneThatIsMissingIsNamed() {
    for (int i = 1; i <= 3; i++) {
      save("Text " + i);
    }
    assertThat(manager.versions("intro", List.of(3, 1)).keySet()).containsExactly(1, 3);
    assertThat(manager.versions("intro", List.of(2)).get(2)).isEqualTo(manager.version("intro", 2));
    assertThat(manager.versions("intro", List.of())).isEmpty();
    assertThatThrownBy(() -> manager.versions("intro", List.of(1, 4)))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("has no version 4");
    database.write(
        handle -> handle.execute("DELETE FROM script_versions WHERE version_number = 2"));
    assertThatThrownBy(() -> manager.versions("intro", List.of(1, 2)))
        .isInstanceOf(DamagedVersionException.class)
        .hasMessageContaining("Version 2");
  }

  @Test
  void aRequestThatIsRepeatedWithItsKeySavesOnce() {
    IdempotencyKey key = new IdempotencyKey("job-1", ContentHash.of(new byte[] {1}));
    Version first = manager.save(version("one").build(), key).version();
    assertThat(manager.save(version("one").build(), key).version()).isEqualTo(first);
    assertThat(manager.script("intro").latestVersion()).isEqualTo(1);
    IdempotencyKey reused = new IdempotencyKey("job-1", ContentHash.of(new byte[] {2}));
    assertThatThrownBy(() -> manager.save(version("two").build(), reused))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.KEY_REUSED))
        .hasMessageContaining("version 1");
  }

  @Test
  void whatIsOutsideTheRulesIsRefusedByTheNameOfItsField() {
    assertRefused("created_at", version("x").createdAt(Clock.systemUTC().instant().plusSeconds(9)));
    assertRefused(
        "change_description",
        NewVersion.builder("intro", ScriptText.of("x"), WRITER, "long".repeat(10_000)));
    assertRefused(
        "author", NewVersion.builder("intro", ScriptText.of("x"), new Author(" ", ""), ""));
    assertThatThrownBy(() -> Metadata.of(Map.of("review_score", 101)))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> assertThat(e.field()).isEqualTo("metadata.review_score"));
    for (String id : List.of("", ".", "..", "a b", "a/b", "ä", "x".repeat(101))) {
      assertThatThrownBy(() -> manager.createScript(id, "Title"))
          .isInstanceOf(InvalidInputException.class);
    }
    assertThat(manager.script("intro").latestVersion()).isZero();
  }

  private void assertRefused(String field, NewVersion.Builder version) {
    assertThatThrownBy(() -> manager.save(version.build()))
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void aTextOverTheSizeLimitIsRefused() {
    byte[] large = new byte[VersionManager.DEFAULT_SIZE_LIMIT + 1];
    Arrays.fill(large, (byte) 'a');
    assertThatThrownBy(
            () ->
                manager.save(NewVersion.builder("intro", ScriptText.of(large), WRITER, "").build()))
        .isInstanceOf(ContentTooLargeException.class)
        .hasMessageContaining("5242880");
  }

  @Test
  void aListOfVersionsIsSavedAsAWholeOrNotAtAll() {
    List<NewVersion> versions =
        List.of(version("one").build(), version("two").baseVersion(99).build());
    assertThatThrownBy(() -> manager.saveAll(versions)).isInstanceOf(StaleBaseException.class);
    assertThat(manager.script("intro").latestVersion()).isZero();
  }

  @Test
  void branchesAndTheirVersionsAreSavedTogetherOrNotAtAll() {
    save("one");
    manager.saveTogether(
        batch -> {
          batch.startBranch("intro", "ending", 1);
          batch.save(version("two").branch("ending").build());
          return batch.save(version("three").mergeParent(2).build());
        });
    assertThat(manager.version("intro", 3).mergeParentVersion()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                manager.saveTogether(
                    batch -> {
                      batch.startBranch("intro", "other", 3);
                      batch.archive("intro", "ending");
                      return batch.save(version("four").baseVersion(99).build());
                    }))
        .isInstanceOf(StaleBaseException.class);
    assertThat(manager.findBranch("intro", "other")).isEmpty();
    assertThat(manager.branch("intro", "ending").isArchived()).isFalse();
  }

  @Test
  void anUnknownScriptOrVersionIsToldWithWhatThereIs() {
    save("one");
    assertThatThrownBy(() -> manager.content("intro", 7)).hasMessageContaining("only version is 1");
    assertThatThrownBy(() -> manager.content("outro", 1)).hasMessageContaining("no script “outro”");
  }
}
