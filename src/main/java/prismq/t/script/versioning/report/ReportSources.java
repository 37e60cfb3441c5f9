package prismq.t.script.versioning.report;

import java.time.Clock;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.Indexing;
import prismq.t.script.versioning.search.Passages;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.search.index.PassageIndex;

/** What reports are made from where no server runs. */
public record ReportSources(VersionManager versions, Indexing indexing, ReviewAnnexes annexes)
    implements AutoCloseable {
  /** Reads from this database. */
  public static ReportSources of(Database database) {
    VersionManager versions = new VersionManager(database, new IndexWriter());
    Indexing indexing = new Indexing(database, versions);
    Passages passages = new Passages(versions, new PassageIndex(database), indexing);
    return new ReportSources(
        versions, indexing, ReviewAnnexes.of(database, versions, passages, Clock.systemUTC()));
  }

  @Override
  public void close() {
    indexing.close();
  }
}
