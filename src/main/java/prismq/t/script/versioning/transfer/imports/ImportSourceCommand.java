package prismq.t.script.versioning.transfer.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Option;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.DataOption;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.command.SizeLimit;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.files.TemporaryFolder;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.search.index.IndexWriter;

/**
 * The frame of every import command: opens the database, shows progress, and tells at the end what
 * was done.
 */
public abstract class ImportSourceCommand extends DataCommand {
  @Option(
      names = "--size-limit",
      paramLabel = "BYTES",
      converter = SizeLimit.class,
      defaultValue =
          "${env:SCRIPT_VERSIONING_SIZE_LIMIT:-" + VersionManager.DEFAULT_SIZE_LIMIT + "}",
      description =
          "Largest text taken, in bytes (default: 5 MiB, or $SCRIPT_VERSIONING_SIZE_LIMIT).")
  private int sizeLimit = VersionManager.DEFAULT_SIZE_LIMIT;

  @Option(
      names = "--preview",
      description = "Reads everything and says what would be imported and what not; saves nothing.")
  private boolean preview;

  /** Imports what is new. */
  protected abstract void importTo(ImportContext context) throws IOException;

  @Override
  protected final void run() throws IOException {
    long start = System.nanoTime();
    ImportSummary summary = new ImportSummary();
    try (TemporaryFolder empty = new TemporaryFolder();
        Database database = Database.open(folder(empty));
        ProgressBar progress = new ProgressBar(errors())) {
      if (!preview) {
        DataOption.requireWritable(database);
      }
      Clock clock = Clock.systemUTC();
      VersionManager manager = new VersionManager(database, new IndexWriter(), clock, sizeLimit);
      try {
        ImportMode mode = preview ? ImportMode.PREVIEW : ImportMode.IMPORT;
        if (preview) {
          importTo(new ImportContext(manager, clock, sizeLimit, progress, summary, mode));
        } else {
          ImportAudit audit = new ImportAudit(new AuditLog(database, clock), asCalled(), progress);
          importAudited(new ImportContext(manager, clock, sizeLimit, audit, summary, mode), audit);
        }
      } catch (RuntimeException e) {
        summary.printRemarks(out());
        throw summary.addedCount() == 0 || preview ? e : halfDone(summary, e);
      }
    }
    if (preview) {
      out().println("A preview: nothing was saved. An import would give:");
    }
    summary.print(out(), Duration.ofNanos(System.nanoTime() - start));
    if (summary.isBrokenOff()) {
      throw new ImportException(
          "The end of the file could not be read, as told above. Have it made or sent again,"
              + " and import that: it goes on where this one broke off.");
    }
  }

  private void importAudited(ImportContext context, ImportAudit audit) throws IOException {
    try {
      importTo(context);
    } finally {
      audit.end(context.summary());
    }
  }

  /** A preview makes no database if there is none. */
  private Path folder(TemporaryFolder empty) {
    Path folder = data().folder();
    return preview && !Files.exists(folder.resolve(Database.FILE_NAME)) ? empty.path() : folder;
  }

  private static ImportException halfDone(ImportSummary summary, RuntimeException cause) {
    return new ImportException(
        OneLine.sentence(cause)
            + " The "
            + summary.addedCount()
            + " versions added before are kept"
            + (cause instanceof ImportException
                ? "."
                : "; run the same import again to go on from there."),
        cause);
  }
}
