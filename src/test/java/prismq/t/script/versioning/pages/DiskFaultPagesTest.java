package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import prismq.t.script.versioning.db.DatabaseCondition;
import prismq.t.script.versioning.problem.Problem;

class DiskFaultPagesTest {
  /** Too much for the pages that the file has already. */
  private static final String LONG = "A long line of a long text.\n".repeat(30_000);

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder);
    site.script("intro", "one\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** Lets the file grow to so many pages, as a full disk would; 0 for as many as it has. */
  private void allowPages(int pages) {
    site.database()
        .write(handle -> handle.execute("PRAGMA max_page_count = " + Math.max(1, pages)));
  }

  private Answer saveByForm() {
    return site.post("/scripts/intro/versions", Form.version(noise(), "Ann", "Long", 1));
  }

  private Answer saveByCall() {
    String json =
        "{\"content\":\""
            + noise().replace("\n", "\\n")
            + "\",\"author\":\"Ann\",\"change_description\":\"\"}";
    return site.ask(
        "POST",
        "/api/v1/scripts/intro/versions",
        BodyPublishers.ofString(json),
        "Content-Type",
        "application/json");
  }

  /** A text that cannot be compressed into the pages there are. */
  private static String noise() {
    StringBuilder text = new StringBuilder();
    new java.util.Random(7).ints(60_000, 'a', 'z').forEach(c -> text.append((char) c));
    return text + LONG.substring(0, 28);
  }

  private void everythingCanBeRead() {
    for (String path :
        List.of(
            "/",
            "/scripts/intro",
            "/scripts/intro/versions/1",
            "/search?q=one",
            "/api/v1/scripts/intro/versions/1/content")) {
      Answer answer = site.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      if (path.startsWith("/s") || path.equals("/")) {
        assertThat(answer.text()).as(path).contains(site.database().condition().sentence());
      }
    }
  }

  @Test
  void aFullDiskIsSaidAndWhatWasSavedCanBeRead() {
    allowPages(0);
    Answer page = saveByForm();
    assertThat(page.status()).isEqualTo(507);
    assertThat(page.text()).contains("disk is full", "Nothing was saved.", "make room");
    assertThat(page.html()).contains("A long line");
    Answer problem = saveByCall();
    assertThat(problem.status()).isEqualTo(507);
    assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(problem.html()).contains("disk is full").doesNotContain("SQL", "Exception");
    Answer health = site.get("/healthz");
    assertThat(health.status()).isEqualTo(507);
    assertThat(health.text()).contains("disk full");
    everythingCanBeRead();
    assertThat(site.versions().script("intro").latestVersion()).isEqualTo(1);
  }

  @Test
  void savingGoesOnWhenThereIsRoomAgain() {
    allowPages(0);
    assertThat(saveByForm().status()).isEqualTo(507);
    allowPages(1_000_000);
    assertThat(saveByForm().status()).isEqualTo(303);
    assertThat(site.get("/healthz").status()).isEqualTo(200);
  }

  @Test
  void monitoringLearnsThatThereIsRoomAgainBeforeAnybodySaves() {
    allowPages(0);
    assertThat(saveByForm().status()).isEqualTo(507);
    assertThat(site.get("/healthz").status()).isEqualTo(507);
    allowPages(1_000_000);
    // It is tried once a second at most.
    long end = System.nanoTime() + 20_000_000_000L;
    while (site.get("/healthz").status() != 200 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(site.get("/healthz").text()).startsWith("ok");
    assertThat(
            site.database()
                .<Integer, RuntimeException>read(
                    handle ->
                        handle
                            .createQuery(
                                "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'room_trial'")
                            .mapTo(Integer.class)
                            .one()))
        .isZero();
  }

  private void fail(SQLiteErrorCode code) {
    assertThatThrownBy(
            () ->
                site.database()
                    .write(
                        handle -> {
                          throw new TransactionException(
                              "Failed to commit", new SQLiteException("disk I/O error", code));
                        }))
        .isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {"SQLITE_IOERR_FSYNC", "SQLITE_IOERR_DIR_FSYNC", "SQLITE_IOERR_TRUNCATE"})
  void nothingIsSavedAfterTheDiskFailedUntilTheDatabaseWasChecked(SQLiteErrorCode code)
      throws Exception {
    fail(code);
    Answer page = saveByForm();
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text()).contains("disk failed", "Nothing was saved.");
    Answer problem = saveByCall();
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.html()).contains("disk failed", "Nothing was saved.");
    assertThat(site.get("/healthz").status()).isEqualTo(503);
    everythingCanBeRead();
    while (site.database().condition() != DatabaseCondition.WELL) {
      Thread.onSpinWait();
    }
    assertThat(saveByForm().status()).isEqualTo(303);
    assertThat(site.get("/healthz").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"})
  void aWriteThatFoundNoRoomMakesNothingReadOnly(SQLiteErrorCode code) {
    fail(code);
    assertThat(site.database().condition()).isEqualTo(DatabaseCondition.DISK_FULL);
    assertThat(saveByForm().status()).isEqualTo(303);
    assertThat(site.get("/healthz").status()).isEqualTo(200);
  }
}
