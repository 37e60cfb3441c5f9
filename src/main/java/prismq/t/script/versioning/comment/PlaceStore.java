package prismq.t.script.versioning.comment;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of places of threads. All methods work in the handle's transaction. */
final class PlaceStore {
  /** Versions of a script whose places are kept: more would be found again as fast as read. */
  private static final int MOST = 30;

  /** The places kept of a version. */
  Optional<byte[]> find(Handle handle, String scriptId, int version) {
    return handle
        .createQuery(
            """
            SELECT p.places FROM thread_places p JOIN scripts s ON s.id = p.script_id
            WHERE s.script_id = :script AND p.version_number = :version
            """)
        .bind("script", scriptId)
        .bind("version", version)
        .mapTo(byte[].class)
        .findOne();
  }

  /** Keeps those of a version, and of the newest others as many as are kept at all. */
  void keep(Handle handle, String scriptId, int version, byte[] places) {
    handle
        .createUpdate(
            """
            INSERT INTO thread_places (script_id, version_number, places)
            SELECT id, :version, :places FROM scripts WHERE script_id = :script
            ON CONFLICT (script_id, version_number) DO UPDATE SET places = excluded.places
            """)
        .bind("script", scriptId)
        .bind("version", version)
        .bind("places", places)
        .execute();
    handle
        .createUpdate(
            """
            DELETE FROM thread_places
            WHERE script_id = (SELECT s.id FROM scripts s WHERE s.script_id = :script)
              AND version_number <> :version
              AND version_number NOT IN (
                SELECT q.version_number FROM thread_places q JOIN scripts s ON s.id = q.script_id
                WHERE s.script_id = :script ORDER BY q.version_number DESC LIMIT :most)
            """)
        .bind("script", scriptId)
        .bind("version", version)
        .bind("most", MOST)
        .execute();
  }
}
