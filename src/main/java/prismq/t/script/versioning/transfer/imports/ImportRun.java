package prismq.t.script.versioning.transfer.imports;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import prismq.t.script.versioning.command.CommandException;
import prismq.t.script.versioning.command.ExitStatus;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

/**
 * The frame of every import: opens the database, shows progress, tells at the end what was done.
 */
public final class ImportRun {
  private ImportRun() {}

  /** What differs between imports. */
  public interface Work {
    /** Does it. */
    void run(ImportContext context) throws Exception;
  }

  /** Runs an import as its options say, and answers with the exit status. */
  public static int of(ImportOptions options, Work work) {
    PrintWriter out = options.line().getOut();
    PrintWriter errors = options.line().getErr();
    return ExitStatus.of(
        () -> {
          long start = System.nanoTime();
          ImportSummary summary = new ImportSummary();
          try (TemporaryFolder empty = new TemporaryFolder();
              Database database = Database.open(folder(options, empty));
              ProgressBar progress = new ProgressBar(errors)) {
            Clock clock = Clock.systemUTC();
            VersionManager manager =
                new VersionManager(database, new IndexWriter(), clock, options.sizeLimit());
            try {
              work.run(
                  new ImportContext(
                      manager, clock, options.sizeLimit(), progress, summary, options.isPreview()));
            } catch (RuntimeException e) {
              summary.printRemarks(out);
              out.flush();
              throw summary.addedCount() == 0 || options.isPreview() ? e : halfDone(summary, e);
            }
          }
          if (options.isPreview()) {
            out.println("A preview: nothing was saved. An import would give:");
          }
          summary.print(out, Duration.ofNanos(System.nanoTime() - start));
          if (summary.isBrokenOff()) {
            throw new CommandException(
                "The end of the file could not be read, as told above. Have it made or sent again,"
                    + " and import that: it goes on where this one broke off.");
          }
        },
        errors);
  }

  /** A preview makes no database where there is none. */
  private static Path folder(ImportOptions options, TemporaryFolder empty) {
    boolean isThere = Files.exists(options.folder().resolve(Database.FILE_NAME));
    return options.isPreview() && !isThere ? empty.path() : options.folder();
  }

  private static CommandException halfDone(ImportSummary summary, RuntimeException cause) {
    return new CommandException(
        ExitStatus.line(cause)
            + " The "
            + summary.addedCount()
            + " versions added before are kept"
            + (cause instanceof CommandException
                ? "."
                : "; run the same import again to go on from there."),
        cause);
  }
}
