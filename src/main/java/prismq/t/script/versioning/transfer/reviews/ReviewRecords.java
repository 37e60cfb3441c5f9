package prismq.t.script.versioning.transfer.reviews;

import java.io.IOException;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.transfer.reviews.ReviewExportStore.OwnedRecord;

/** Reads what belongs to the reviews of scripts, for another database. */
public final class ReviewRecords {
  private final Database database;
  private final ReviewExportStore store = new ReviewExportStore();

  /** Reads from this database. */
  public ReviewRecords(Database database) {
    this.database = database;
  }

  /** Takes records, one after the other. */
  public interface RecordTaker {
    /** Takes the next one. */
    void take(ReviewRecord record) throws IOException;
  }

  /**
   * Goes through the records of a script.
   *
   * @param latest the last version that is told of
   */
  public void forEach(String scriptId, int latest, RecordTaker taker) throws IOException {
    database.read(
        handle -> {
          for (RecordKind kind : RecordKind.values()) {
            if (kind.parent() == null) {
              give(handle, scriptId, latest, kind, 0, taker);
            }
          }
          return null;
        });
  }

  private void give(
      Handle handle, String scriptId, int latest, RecordKind kind, long parent, RecordTaker taker)
      throws IOException {
    for (OwnedRecord owned : store.list(handle, scriptId, latest, kind, parent)) {
      taker.take(owned.record());
      for (RecordKind child : ReviewExportStore.childrenOf(kind)) {
        give(handle, scriptId, latest, child, owned.id(), taker);
      }
    }
  }
}
