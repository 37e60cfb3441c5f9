package prismq.t.script.versioning.transfer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.account.QuickAccounts;
import prismq.t.script.versioning.account.Role;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportMode;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.imports.TargetRights;

/** Archives with reviews from whoever may have made them. */
class ArchivedReviewsTest {
  private static final String REVIEWS =
      """
      {"script_id":"one","record":"review_rule","rule":"approvals","approvals":2,"roles":"tone"}
      {"script_id":"one","record":"label_rule","name":"sent","movers":"manage","approvals":1}
      {"script_id":"one","record":"thread","version_number":2,"start":0,"end":5,"created_at":1000}
      {"script_id":"one","record":"thread_answer","version_number":3}
      {"script_id":"one","record":"comment","author":"Ann","email":"ann@x.org","body":"Why?","created_at":1000,"edited_at":3000}
      {"script_id":"one","record":"former_comment","body":"Who?","replaced_at":3000}
      {"script_id":"one","record":"suggestion","version_number":2,"start":7,"end":13,"replacement":"Next","author":"Ann","created_at":2000,"decided_at":4000,"decided_by":"Ben","accepted_in":3}
      {"script_id":"one","record":"review","review_number":1,"version_number":3,"asked_by":"Ann","asked_by_email":"ann@x.org","asked_at":5000,"rule":"unanimous","approvals":0}
      {"script_id":"one","record":"reviewer","name":"Ben","email":"ben@x.org","role":"tone","weight":1}
      {"script_id":"one","record":"verdict","name":"Ben","email":"ben@x.org","verdict":"approve","scores":"{\\"pace\\":7.5}","given_at":6000}
      {"script_id":"one","record":"pass","passed_by":"Ann","passed_to":"Ben","passed_at":7000}
      {"script_id":"one","record":"label_event","name":"sent","act":"added","to_version":2,"by":"Ben","by_email":"ben@x.org","happened_at":8000}
      {"script_id":"one","record":"responsibility","name":"sent","version_number":2,"by":"Ben","by_email":"ben@x.org","taken_at":9000}
      """;

  @TempDir Path folder;
  private Path file;
  private Map<String, byte[]> entries = Map.of();

  @BeforeEach
  void makeAnArchive() throws IOException {
    file = folder.resolve("archive.zip");
    Path data = folder.resolve("from");
    try (Database database = Database.open(data)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      for (String scriptId : List.of("one", "two")) {
        manager.createScript(scriptId, "Title");
        for (String text : List.of("First.\n", "First.\nSecond.\n", "Third.\n")) {
          manager.save(
              NewVersion.builder(scriptId, ScriptText.of(text), Author.named("Ann"), "").build());
        }
      }
    }
    new ArchivedHistory(data).archive(file);
    entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    String manifest = new String(entries.get("manifest.json"), UTF_8);
    assertThat(manifest).contains("\"format_version\":2");
    entries.put(
        "manifest.json",
        manifest.replace("\"format_version\":2", "\"format_version\":3").getBytes(UTF_8));
  }

  private void write(String reviews) throws IOException {
    entries.put("reviews.jsonl", reviews.getBytes(UTF_8));
    write();
  }

  private void write() throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  private ArchivedHistory to() {
    return new ArchivedHistory(folder.resolve("to"));
  }

  private void assertRefused(String... why) {
    for (String[] more : new String[][] {{"--preview"}, {}}) {
      CommandRun run = to().importFrom(file, (Object[]) more);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.errors().lines())
          .singleElement()
          .asString()
          .contains("refused", "nothing of it was imported")
          .contains(why);
    }
    assertThat(to().<Integer>in(VersionManager::scriptCount)).isZero();
  }

  private List<String> ask(String sql) {
    try (Database database = Database.open(to().data())) {
      return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
  }

  @Test
  void asItIsItIsTaken() throws IOException {
    write(REVIEWS);
    CommandRun run = to().importFrom(file);
    assertThat(run.errors()).isEmpty();
    assertThat(run.out()).contains("1 thread, 1 suggestion and 1 review added");
    assertThat(ask("SELECT quote || '|' || words_after FROM threads"))
        .containsExactly("First|.\nSecond.\n");
    assertThat(ask("SELECT name || ' ' || email FROM named_people ORDER BY name, email"))
        .containsExactly("Ann ", "Ann ann@x.org", "Ben ", "Ben ben@x.org");
    to().archive(folder.resolve("again.zip"));
    try (ZipFile zip = new ZipFile(folder.resolve("again.zip").toFile())) {
      byte[] reviews = zip.getInputStream(zip.getEntry("reviews.jsonl")).readAllBytes();
      assertThat(new String(reviews, UTF_8)).isEqualTo(REVIEWS);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"record\":\"pass\"|\"record\":\"token\"|its record is not allowed: it is no kind of record",
        "\"start\":0|\"id\":7,\"start\":0|does not have all of its fields",
        "\"start\":0,|''|it has no start",
        "\"start\":0|\"start\":\"0\"|start has a value of another kind",
        "\"start\":0|\"start\":-1|start has a value of another kind",
        "\"start\":0|\"start\":9999999999|start has a value of another kind",
        "\"start\":0|\"start\":5|the words from 5 to 5 are none",
        "\"end\":5|\"end\":16|Line 3 of reviews.jsonl is wrong: the words from 0 to 16 are not in"
            + " version 2, which has 15 characters",
        "\"end\":5|\"end\":30000|are none, or too many",
        "\"created_at\":1000}|\"created_at\":999999999999999}|created_at has a value of another",
        "\"thread\",\"version_number\":2|\"thread\",\"version_number\":4|names version 4, which the"
            + " script does not have",
        "\"thread\",\"version_number\":2|\"thread\",\"version_number\":0|names version 0",
        "\"thread_answer\",\"version_number\":3|\"thread_answer\",\"version_number\":9|Line 4 of"
            + " reviews.jsonl is wrong: it names version 9",
        "\"accepted_in\":3|\"accepted_in\":7|names version 7",
        "\"decided_at\":4000,|''|its decided_at is not allowed: it has to be there, too",
        "\"body\":\"Why?\"|\"body\":\" Why?\"|its body is not allowed: it is not written as it is"
            + " kept",
        "\"body\":\"Why?\"|\"body\":\"Wh\\u0000y?\"|its body is not allowed: This contains a NUL",
        "\"body\":\"Why?\"|\"body\":\"Wh\\ud83cy?\"|half of a surrogate",
        "\"author\":\"Ann\",\"email\"|\"author\":\"A\\nnn\",\"email\"|its author is not allowed: Use"
            + " one line",
        "\"email\":\"ann@x.org\"|\"email\":\"ann\"|its email is not allowed",
        "\"author\":\"Ann\",\"email\"|\"email\"|it has to be there, too",
        "\"rule\":\"approvals\",\"approvals\":2|\"rule\":\"approvals\",\"approvals\":51|its approvals"
            + " is not allowed",
        "\"rule\":\"approvals\"|\"rule\":\"dice\"|none of the values",
        "\"movers\":\"manage\"|\"movers\":\"all\"|none of the values",
        "\"act\":\"added\"|\"act\":\"stolen\"|none of the values",
        "\"verdict\":\"approve\"|\"verdict\":\"yes\"|none of the values",
        "\"weight\":1|\"weight\":11|its weight is not allowed",
        "\"weight\":1|\"weight\":1,\"group\":\"a\\u0007b\"|its group is not allowed: Use one line",
        "7.5|\\\"x\\\"|its scores is not allowed",
        "7.5|7.50|its scores is not allowed: it is not written as it is kept",
        "verdict\",\"name\":\"Ben\"|verdict\",\"name\":\"Eve\"|who gives the verdict was not asked",
        "\"asked_at\":5000|\"asked_at\":5000,\"closed_at\":5000|its closed_by is not allowed: it has"
            + " to be there",
        "\"review_number\":1|\"review_number\":0|its review_number is not allowed: it is out of its"
            + " order",
        "\"version_number\":3,\"asked_by\"|\"from_version\":3,\"version_number\":3,\"asked_by\"|its"
            + " from_version is not allowed",
        "\"record\":\"label_rule\",\"name\":\"sent\"|\"record\":\"label_rule\",\"name\":\" sent\"|its"
            + " name is not allowed",
        "{\"script_id\":\"one\",\"record\":\"pass\"|{\"script_id\":\"two\",\"record\":\"pass\"|what it"
            + " belongs to is not before it",
        "\"one\",\"record\":\"responsibility\"|\"zoo\",\"record\":\"responsibility\"|tell of “zoo”,"
            + " which is none of its scripts",
        "\"one\",\"record\":\"responsibility\"|\"../a\",\"record\":\"responsibility\"|script id is",
        "\"record\":\"comment\",|\"record\":\"comment\",\"record\":\"comment\",|twice",
        "\"replacement\":\"Next\"|\"replacement\":[\"Next\"]|not in quotes"
      })
  void whatIsWrongInAReviewIsRefusedWithItsLine(String before, String after, String why)
      throws IOException {
    assertThat(REVIEWS).contains(before);
    write(REVIEWS.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after)));
    assertRefused("reviews", why);
  }

  @Test
  void aThreadWithoutACommentIsRefused() throws IOException {
    write(
        REVIEWS
            .lines()
            .filter(line -> !line.contains("comment"))
            .collect(Collectors.joining("\n", "", "\n")));
    assertRefused("the thread before it has no comment");
    write(REVIEWS.lines().limit(3).collect(Collectors.joining("\n", "", "\n")));
    assertRefused("the thread before it has no comment");
  }

  @Test
  void aTextWithoutEndIsRefused() throws IOException {
    write(REVIEWS.replace("Why?", "y".repeat(1_000_000)));
    assertRefused("reviews.jsonl");
    write(REVIEWS.replace("Why?", "y".repeat(20_001)));
    assertRefused("its body is not allowed");
  }

  @Test
  void theFormatSaysWhetherThereAreReviews() throws IOException {
    write();
    assertRefused("each once and no other");
    write("");
    assertThat(to().importFrom(file).status()).isZero();
    String manifest = new String(entries.get("manifest.json"), UTF_8);
    entries.put("manifest.json", manifest.replace(":3", ":2").getBytes(UTF_8));
    write(REVIEWS);
    assertThat(to().importFrom(file).errors()).contains("each once and no other");
  }

  /** An import by somebody who may write, and may not vouch for others. */
  private ImportSummary byAnEditor() throws IOException {
    TargetRights rights =
        new TargetRights() {
          @Override
          public void check(String scriptId) {}

          @Override
          public boolean mayVouch() {
            return false;
          }
        };
    ImportSummary summary = new ImportSummary();
    try (Database database = Database.open(to().data())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      ImportContext context =
          new ImportContext(
              manager,
              Clock.systemUTC(),
              1_000,
              new ProgressBar(new PrintWriter(Writer.nullWriter())),
              summary,
              ImportMode.IMPORT,
              rights);
      new ArchiveImport(context, ArchiveLimits.LOCAL).run(file);
    }
    return summary;
  }

  @Test
  void anEditorSpeaksForNobodyWithAnAccount() throws IOException {
    try (Database database = Database.open(to().data())) {
      QuickAccounts.add(
          database, new NewAccount("Ben", "ben@x.org", "seven grey herons"), Role.ADMIN);
    }
    write(REVIEWS);
    assertThat(byAnEditor().reviewParts()).hasSize(3);
    assertThat(ask("SELECT account_id < 0 FROM verdicts")).containsExactly("1");
    assertThat(ask("SELECT account_id < 0 FROM label_responsibles")).containsExactly("1");
    assertThat(ask("SELECT count(*) FROM comments WHERE account_id IS NOT NULL"))
        .containsExactly("0");
  }

  @Test
  void anEditorAddsNoReviewsToAScriptThatIsThere() throws IOException {
    String first = REVIEWS.lines().limit(3).skip(2).collect(Collectors.joining("\n", "", "\n"));
    write(first + REVIEWS.lines().skip(4).findFirst().orElseThrow() + "\n");
    assertThat(to().importFrom(file).status()).isZero();
    write(REVIEWS);
    ImportSummary summary = byAnEditor();
    assertThat(summary.reviewParts()).isEmpty();
    assertThat(summary.leftOut()).singleElement().asString().contains("only admins");
    assertThat(ask("SELECT count(*) FROM verdicts")).containsExactly("0");
  }

  @Test
  void rulesAndStatesThatAreHereStay() throws IOException {
    write(REVIEWS);
    assertThat(to().importFrom(file).status()).isZero();
    write(
        REVIEWS
            .replace("\"approvals\":2,", "\"approvals\":3,")
            .replace("\"movers\":\"manage\"", "\"movers\":\"named\"")
            .replace(
                "\"end\":5,\"created_at\":1000",
                "\"end\":5,\"created_at\":1000,\"resolved_at\":2000"));
    CommandRun run = to().importFrom(file);
    assertThat(run.out())
        .contains("its rule for reviews is another one here, and stays")
        .contains("the rule of one of its labels is another one here, and stays")
        .contains("stay as they are here");
    assertThat(ask("SELECT approvals FROM review_rules")).containsExactly("2");
    assertThat(ask("SELECT movers FROM label_rules")).containsExactly("manage");
    assertThat(ask("SELECT count(*) FROM threads WHERE resolved_at IS NULL")).containsExactly("1");
  }

  @Test
  void aDecisionAndTheEndOfAReviewThatCameLaterAreTaken() throws IOException {
    write(REVIEWS.replace(",\"decided_at\":4000,\"decided_by\":\"Ben\",\"accepted_in\":3", ""));
    assertThat(to().importFrom(file).status()).isZero();
    write(
        REVIEWS.replace(
            "\"rule\":\"unanimous\",\"approvals\":0",
            "\"rule\":\"unanimous\",\"approvals\":0,\"closed_by\":\"Ann\",\"closed_at\":9000"));
    assertThat(to().importFrom(file).out()).doesNotContain("suggestion", "review added");
    assertThat(ask("SELECT accepted_in FROM suggestions")).containsExactly("3");
    assertThat(ask("SELECT closed_at FROM reviews")).containsExactly("9000");
  }
}
