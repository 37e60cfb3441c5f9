package prismq.t.script.versioning.label;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The SQL of who takes responsibility. All methods work in the handle's transaction. */
final class ResponsibleStore {
  /** Somebody who took it, by the number of their account. */
  record ResponsibleRow(int versionNumber, long account, Instant takenAt) {}

  /** Those of a label, in the order of taking it. */
  List<ResponsibleRow> list(Handle handle, String scriptId, String name) {
    return handle
        .createQuery(
            """
            SELECT r.* FROM label_responsibles r JOIN scripts s ON s.id = r.script_id
            WHERE s.script_id = :script AND r.name = :name ORDER BY r.id
            """)
        .bind("script", scriptId)
        .bind("name", name)
        .map(
            (row, context) ->
                new ResponsibleRow(
                    row.getInt("version_number"),
                    row.getLong("account_id"),
                    Instant.ofEpochMilli(row.getLong("taken_at"))))
        .list();
  }

  /** Keeps that somebody takes it; the first time counts. */
  void add(Handle handle, String scriptId, String name, ResponsibleRow row) {
    handle
        .createUpdate(
            """
            INSERT INTO label_responsibles (script_id, name, version_number, account_id, taken_at)
            VALUES ((SELECT id FROM scripts WHERE script_id = :script), :name, :version, :account,
              :at)
            ON CONFLICT (script_id, name, version_number, account_id) DO NOTHING
            """)
        .bind("script", scriptId)
        .bind("name", name)
        .bind("version", row.versionNumber())
        .bind("account", row.account())
        .bind("at", row.takenAt().toEpochMilli())
        .execute();
  }
}
