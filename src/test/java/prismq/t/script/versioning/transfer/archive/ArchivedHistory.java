package prismq.t.script.versioning.transfer.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Verification;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexVerification;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.transfer.BrokenOffImport;
import prismq.t.script.versioning.transfer.CommandRun;
import prismq.t.script.versioning.transfer.ExportCommand;
import prismq.t.script.versioning.transfer.ImportCommand;

/** A database that archives are made of and brought into. */
record ArchivedHistory(Path data) {
  private static final int SIZE_LIMIT = 1024 * 1024;

  CommandRun exportTo(Path file, Object... scripts) {
    List<Object> words = new ArrayList<>(List.of("archive", file, "--data", data));
    words.addAll(List.of(scripts));
    return CommandRun.of(new ExportCommand(), words.toArray());
  }

  /** The archive of all scripts. */
  byte[] archive(Path file) throws IOException {
    CommandRun run = exportTo(file);
    if (run.status() != 0) {
      throw new IOException(run.errors());
    }
    return Files.readAllBytes(file);
  }

  CommandRun importFrom(Path file, Object... more) {
    List<Object> words = new ArrayList<>(List.of("archive", file, "--data", data));
    words.addAll(List.of(more));
    return CommandRun.of(new ImportCommand(), words.toArray());
  }

  /** Imports until a batch is saved and then breaks off, as when the machine goes down. */
  void importUntilFirstBatch(Path file) throws IOException {
    BrokenOffImport.run(
        data, SIZE_LIMIT, context -> new ArchiveImport(context, ArchiveLimits.LOCAL).run(file));
  }

  <T> T in(Function<VersionManager, T> question) {
    try (Database database = Database.open(data)) {
      return question.apply(new VersionManager(database, new IndexWriter()));
    }
  }

  List<Verification.Finding> problems() {
    try (Database database = Database.open(data)) {
      return new Verification(database, IndexVerification::new).run().problems();
    }
  }
}
