package prismq.t.script.versioning.transfer.page;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.audit.CurrentActor;
import prismq.t.script.versioning.history.Progress;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.transfer.imports.ImportAudit;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportException;
import prismq.t.script.versioning.transfer.imports.ImportMode;
import prismq.t.script.versioning.transfer.imports.ImportSummary;
import prismq.t.script.versioning.transfer.imports.TargetRights;

/**
 * The uploads being imported, kept in memory only. One is previewed and one imported at a time,
 * others wait in line; those not viewed for an hour are removed.
 */
public final class ImportJobs implements AutoCloseable {
  static final Duration KEPT = Duration.ofHours(1);
  static final int MAX_JOBS = 20;

  private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
  private static final int ID_BYTES = 16;
  private static final int MAX_STOP_SECONDS = 20;

  private final VersionManager versionManager;
  private final UnaryOperator<Requester> now;
  private final AuditLog auditLog;
  private final Clock clock;
  private final int sizeLimit;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, ImportJob> jobs = new LinkedHashMap<>();
  private final AtomicLong turns = new AtomicLong();
  private final ExecutorService previews = Executors.newSingleThreadExecutor(daemon("previews"));
  private final ExecutorService imports = Executors.newSingleThreadExecutor(daemon("imports"));
  private final ScheduledExecutorService cleaning =
      Executors.newSingleThreadScheduledExecutor(daemon("old imports"));

  /**
   * Imports through this version manager.
   *
   * @param now gives whoever imports with what they may do now
   * @param auditLog gets what is imported
   * @param sizeLimit largest text taken, in bytes
   */
  public ImportJobs(
      VersionManager versionManager,
      UnaryOperator<Requester> now,
      AuditLog auditLog,
      Clock clock,
      int sizeLimit) {
    this.versionManager = versionManager;
    this.now = now;
    this.auditLog = auditLog;
    this.clock = clock;
    this.sizeLimit = sizeLimit;
    var unused = cleaning.scheduleWithFixedDelay(this::removeOld, 1, 1, TimeUnit.MINUTES);
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Adds an upload and previews it.
   *
   * @throws Problem if there are too many already
   */
  ImportJob add(Requester starter, Upload upload, Format format, Choices choices) {
    ImportJob job =
        new ImportJob(
            newId(), starter, upload, format, choices, turns.incrementAndGet(), clock.instant());
    synchronized (jobs) {
      makeRoom();
      jobs.put(job.id(), job);
    }
    previews.execute(() -> run(job, ImportMode.PREVIEW));
    return job;
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void makeRoom() {
    if (jobs.size() < MAX_JOBS) {
      return;
    }
    ImportJob oldest =
        jobs.values().stream()
            .filter(job -> job.stage().isOver())
            .min(Comparator.comparing(ImportJob::usedAt))
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemKind.IMPORTS_BUSY,
                        FilledMessage.of("import.jobs", MAX_JOBS),
                        FilledMessage.of("import.jobs_next")));
    remove(oldest);
  }

  /** The job of this id; empty if there is none, none any more, or none that may be opened. */
  Optional<ImportJob> find(String id, Requester requester) {
    synchronized (jobs) {
      Optional<ImportJob> job =
          Optional.ofNullable(jobs.get(id))
              .filter(found -> Access.may(requester, Right.WRITE, found.thing()));
      job.ifPresent(found -> found.use(clock.instant()));
      return job;
    }
  }

  /** Number of others whose turn comes before it. */
  int ahead(ImportJob job) {
    synchronized (jobs) {
      return (int)
          jobs.values().stream()
              .filter(other -> other != job && other.stage() == job.stage())
              .filter(other -> !other.isWaiting() || other.turn() < job.turn())
              .count();
    }
  }

  /**
   * Previews it with these choices.
   *
   * @param notice a sentence on why, if nobody asked for it; null if somebody did
   */
  void preview(ImportJob job, Choices choices, @Nullable FilledMessage notice) {
    if (job.askForPreview(choices, notice, turns.incrementAndGet())) {
      previews.execute(() -> run(job, ImportMode.PREVIEW));
    }
  }

  /** Starts its import; a second time does nothing. */
  void start(ImportJob job, Choices choices) {
    if (job.askForImport(choices, turns.incrementAndGet())) {
      imports.execute(CurrentActor.carriedTo(() -> run(job, ImportMode.IMPORT)));
    }
  }

  /** Stops it; versions saved by then stay. */
  void cancel(ImportJob job) {
    job.cancel();
    closeWhereOver(job);
  }

  private void run(ImportJob job, ImportMode mode) {
    if (!job.begin()) {
      return;
    }
    long start = System.nanoTime();
    ImportSummary summary = new ImportSummary();
    // What is written into a history is in the language of whoever imports it.
    Messages.speak(job.language());
    try {
      work(job, summary, mode);
      job.end(summary, since(start), clock.instant());
    } catch (JobProgress.StoppedException e) {
      job.stopped(summary, since(start), clock.instant());
    } catch (Exception | Error e) {
      job.fail(summary, sentence(e), since(start), clock.instant());
    }
    closeWhereOver(job);
  }

  private void work(ImportJob job, ImportSummary summary, ImportMode mode) throws Exception {
    if (mode == ImportMode.PREVIEW) {
      work(job, importing(job, job.progress(), summary, mode));
      return;
    }
    String names = String.join(", ", job.upload().names());
    ImportAudit audit = new ImportAudit(auditLog, names, job.progress());
    try {
      work(job, importing(job, audit, summary, mode));
    } finally {
      audit.end(summary);
    }
  }

  private ImportContext importing(
      ImportJob job, Progress progress, ImportSummary summary, ImportMode mode) {
    return new ImportContext(
        versionManager,
        clock,
        sizeLimit,
        progress,
        summary,
        mode,
        new TargetRights() {
          @Override
          public void check(String scriptId) {
            ImportJobs.check(now.apply(job.starter()), scriptId);
          }

          @Override
          public boolean mayVouch() {
            return Access.may(now.apply(job.starter()), Right.ADMINISTER);
          }
        });
  }

  /** The same is said of what is hidden and of what cannot be a target for any other reason. */
  private static void check(Requester requester, String scriptId) {
    Thing script = new Thing.GuardedScript(scriptId);
    if (!Access.may(requester, Right.READ, script)) {
      throw new ImportException(FilledMessage.of("history.id_unusable", scriptId));
    }
    if (!Access.may(requester, Right.WRITE, script)) {
      throw new ImportException(FilledMessage.of("import.not_allowed", scriptId));
    }
  }

  private static void work(ImportJob job, ImportContext importing) throws Exception {
    job.format().work().run(importing, job.upload(), job.choices());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What went wrong, for the person who uploaded the file. */
  private static FilledMessage sentence(Throwable e) {
    if (e instanceof Problem problem) {
      return problem.message();
    }
    LOG.error("An import failed", e);
    return e instanceof OutOfMemoryError
        ? FilledMessage.of("import.no_memory")
        : FilledMessage.of("import.fault");
  }

  private static void closeWhereOver(ImportJob job) {
    if (job.stage().isOver()) {
      job.upload().close();
    }
  }

  /** Removes jobs not viewed for long, unless they are running. */
  void removeOld() {
    synchronized (jobs) {
      List<ImportJob> old =
          jobs.values().stream()
              .filter(job -> !job.stage().isWork())
              .filter(job -> job.usedAt().plus(KEPT).isBefore(clock.instant()))
              .toList();
      old.forEach(this::remove);
    }
  }

  private void remove(ImportJob job) {
    jobs.remove(job.id());
    job.upload().close();
  }

  /** Lets the present batch finish, begins no other, and deletes all files. */
  @Override
  public void close() {
    cleaning.shutdown();
    synchronized (jobs) {
      jobs.values().forEach(ImportJob::cancel);
    }
    previews.shutdown();
    imports.shutdown();
    try {
      previews.awaitTermination(MAX_STOP_SECONDS, TimeUnit.SECONDS);
      imports.awaitTermination(MAX_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (jobs) {
      jobs.values().forEach(job -> job.upload().close());
      jobs.clear();
    }
  }
}
