package prismq.t.script.versioning.transfer;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.LongSupplier;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.imports.ImportContext;
import prismq.t.script.versioning.transfer.imports.ImportMode;
import prismq.t.script.versioning.transfer.imports.ImportSummary;

/** An import that breaks off when its first batch is saved, as when the machine goes down. */
public final class BrokenOffImport {
  private BrokenOffImport() {}

  /** Imports something. */
  public interface Work {
    void run(ImportContext context) throws IOException;
  }

  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Does the work in a database in this folder until a batch is saved. */
  public static void run(Path data, int sizeLimit, Work work) throws IOException {
    int[] asked = {0};
    LongSupplier breaksOff =
        () -> {
          // The first time is the start.
          if (asked[0]++ > 0) {
            throw new BrokenOff();
          }
          return 0;
        };
    Clock clock = Clock.systemUTC();
    try (Database database = Database.open(data);
        ProgressBar progress =
            new ProgressBar(new PrintWriter(Writer.nullWriter()), false, breaksOff)) {
      VersionManager manager = new VersionManager(database, new IndexWriter(), clock, sizeLimit);
      work.run(
          new ImportContext(
              manager, clock, sizeLimit, progress, new ImportSummary(), ImportMode.IMPORT));
    } catch (BrokenOff e) {
      return;
    }
  }
}
