package prismq.t.script.versioning.readmark;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import prismq.t.script.versioning.readmark.ReadPassages.ReadMarkRow;

/** The SQL of what people have read. All methods work in the handle's transaction. */
final class ReadMarkStore {
  /** What somebody has read of a script, latest reading first. */
  List<ReadMarkRow> rows(Handle handle, long account, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT r.version_number, r.read_at, r.is_whole, r.passages
            FROM read_versions r JOIN scripts s ON s.id = r.script_id
            WHERE r.account_id = :account AND s.script_id = :script
            ORDER BY r.read_at DESC, r.version_number DESC
            """)
        .bind("account", account)
        .bind("script", scriptId)
        .map(
            (row, context) ->
                new ReadMarkRow(
                    row.getInt("version_number"),
                    Instant.ofEpochMilli(row.getLong("read_at")),
                    row.getBoolean("is_whole"),
                    row.getBytes("passages")))
        .list();
  }

  /** When somebody has read the whole of a version; empty for never. */
  Optional<Instant> readAt(Handle handle, long account, String scriptId, int versionNumber) {
    return handle
        .createQuery(
            """
            SELECT r.read_at FROM read_versions r JOIN scripts s ON s.id = r.script_id
            WHERE r.account_id = :account AND s.script_id = :script
              AND r.version_number = :version AND r.is_whole
            """)
        .bind("account", account)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /** The scripts of which somebody has read anything, those that were changed last first. */
  List<String> scripts(Handle handle, long account, int limit) {
    return handle
        .createQuery(
            """
            SELECT s.script_id FROM scripts s
            WHERE s.id IN (SELECT script_id FROM read_versions WHERE account_id = :account)
            ORDER BY (SELECT max(v.id) FROM script_versions v WHERE v.script_id = s.id) DESC
            LIMIT :limit
            """)
        .bind("account", account)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /** Notes of a version that somebody has read it, and passages that are new to them in it. */
  void put(
      Handle handle,
      long account,
      String scriptId,
      int versionNumber,
      Instant readAt,
      boolean isWhole,
      byte[] passages) {
    handle
        .createUpdate(
            """
            INSERT INTO read_versions (account_id, script_id, version_number, read_at, is_whole, passages)
            SELECT :account, id, :version, :readAt, :whole, :passages
            FROM scripts WHERE script_id = :script
            ON CONFLICT (account_id, script_id, version_number) DO UPDATE SET
              read_at = excluded.read_at, is_whole = excluded.is_whole,
              passages = read_versions.passages || excluded.passages
            """)
        .bind("account", account)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .bind("readAt", readAt.toEpochMilli())
        .bind("whole", isWhole)
        .bind("passages", passages)
        .execute();
  }
}
