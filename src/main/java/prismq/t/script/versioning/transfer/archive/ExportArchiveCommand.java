package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import prismq.t.script.versioning.audit.AuditAct;
import prismq.t.script.versioning.audit.AuditEvent;
import prismq.t.script.versioning.audit.AuditLog;
import prismq.t.script.versioning.command.DataCommand;
import prismq.t.script.versioning.command.ProgressBar;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.reviews.ReviewRecords;

/** The command {@code export archive}. */
@Command(
    name = "archive",
    description =
        "Writes whole histories into a zip file of JSON Lines and texts, without any loss; import"
            + " archive brings them into another database.")
public final class ExportArchiveCommand extends DataCommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The file to make; it must not exist yet.")
  private @Nullable Path file;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "SCRIPT",
      description = "The scripts (default: all).")
  private List<String> scripts = new ArrayList<>();

  @Override
  protected void run() throws IOException {
    Path target = Objects.requireNonNull(file);
    ArchiveExport.WrittenCounts written;
    try (Database database = data().openExisting();
        ProgressBar progress = new ProgressBar(errors())) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      written =
          new ArchiveExport(manager.historyReader(), new ReviewRecords(database), progress)
              .run(scripts, target);
      AuditLog.of(database).tryToRecord(AuditEvent.of(AuditAct.EXPORTED, asCalled()));
    }
    out()
        .printf(
            Locale.ROOT,
            "%s: %,d version%s of %,d script%s, %,d bytes%n",
            target,
            written.versions(),
            written.versions() == 1 ? "" : "s",
            written.scripts(),
            written.scripts() == 1 ? "" : "s",
            Files.size(target));
  }
}
