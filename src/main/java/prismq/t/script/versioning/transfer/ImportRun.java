package prismq.t.script.versioning.transfer;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.Outcome;
import prismq.t.script.versioning.command.Progress;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;

/**
 * The frame of every import: opens the database, shows progress, tells at the end what was done.
 */
final class ImportRun {
  private ImportRun() {}

  /** What differs between imports. */
  interface Work {
    void run(VersionManager manager, Progress progress, Summary summary) throws Exception;
  }

  static int of(Path data, int sizeLimit, PrintWriter out, PrintWriter errors, Work work) {
    return Outcome.of(
        () -> {
          long start = System.nanoTime();
          Summary summary = new Summary();
          try (Database database = Database.open(data);
              Progress progress = new Progress(errors)) {
            VersionManager manager = new VersionManager(database, Clock.systemUTC(), sizeLimit);
            try {
              work.run(manager, progress, summary);
            } catch (RuntimeException e) {
              throw summary.addedCount() == 0 ? e : halfDone(summary, e);
            }
          }
          summary.print(out, Duration.ofNanos(System.nanoTime() - start));
        },
        errors);
  }

  private static CommandException halfDone(Summary summary, RuntimeException cause) {
    return new CommandException(
        Outcome.line(cause)
            + " The "
            + summary.addedCount()
            + " versions added before are kept; run the same import again to go on from there.",
        cause);
  }
}
