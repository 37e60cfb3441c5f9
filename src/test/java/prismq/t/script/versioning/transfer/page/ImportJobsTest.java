package prismq.t.script.versioning.transfer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.search.index.IndexWriter;

class ImportJobsTest {
  private static final Requester ALONE = new Requester.LoneComputer();

  private final SetClock clock = new SetClock();

  @TempDir Path folder;
  private Database database;
  private ImportJobs jobs;

  /** A clock that goes on when it is told to. */
  private static final class SetClock extends Clock {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void open() {
    database = Database.open(folder);
    jobs =
        new ImportJobs(
            new VersionManager(database, new IndexWriter()),
            requester -> requester,
            new AuditLog(database, clock),
            clock,
            VersionManager.DEFAULT_SIZE_LIMIT);
  }

  @AfterEach
  void close() {
    jobs.close();
    database.close();
  }

  private ImportJob uploaded(String name) throws IOException, InterruptedException {
    Upload upload = new Upload();
    Files.writeString(upload.add(name), "A text.\n");
    Format format = Formats.of(upload);
    ImportJob job = jobs.add(ALONE, upload, format, Formats.proposed(format, upload, "Ann"));
    while (job.stage().isWork()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return job;
  }

  private void after(Duration time) {
    clock.now = clock.now.plus(time);
    jobs.removeOld();
  }

  @Test
  void whatNobodyLooksAtForAnHourGoesWithItsFiles() throws Exception {
    ImportJob forgotten = uploaded("forgotten.md");
    ImportJob lookedAt = uploaded("looked-at.md");
    after(Duration.ofMinutes(40));
    assertThat(jobs.find(lookedAt.id(), ALONE)).isPresent();
    after(Duration.ofMinutes(30));
    assertThat(jobs.find(forgotten.id(), ALONE)).isEmpty();
    assertThat(forgotten.upload().folder()).doesNotExist();
    assertThat(jobs.find(lookedAt.id(), ALONE)).isPresent();
    assertThat(lookedAt.upload().folder()).exists();
  }

  @Test
  void oneMoreThanThereIsRoomForIsRefusedUntilOneIsOver() throws Exception {
    ImportJob first = uploaded("0.md");
    for (int i = 1; i < ImportJobs.MAX_JOBS; i++) {
      uploaded(i + ".md");
    }
    assertThatThrownBy(() -> uploaded("more.md"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.IMPORTS_BUSY))
        .hasMessageContaining("Finish or cancel one of them first");
    jobs.cancel(first);
    assertThat(uploaded("more.md").stage()).isEqualTo(Stage.PREVIEWED);
    assertThat(jobs.find(first.id(), ALONE)).isEmpty();
  }
}
