package prismq.t.script.versioning.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The SQL of what became of labels. All methods work in the handle's transaction. */
final class LabelLogStore {
  private static final RowMapper<LabelEvent> EVENT =
      (row, context) ->
          new LabelEvent(
              row.getLong("id"),
              row.getString("name"),
              LabelAct.of(row.getString("act")),
              version(row, "from_version"),
              version(row, "to_version"),
              account(row),
              Instant.ofEpochMilli(row.getLong("happened_at")),
              row.getString("said"));

  private static @Nullable Integer version(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static @Nullable Long account(ResultSet row) throws SQLException {
    long id = row.getLong("account_id");
    return row.wasNull() ? null : id;
  }

  /** Those of a script from below an id on, newest first. */
  List<LabelEvent> list(Handle handle, String scriptId, long below, int limit) {
    return handle
        .createQuery(
            """
            SELECT l.* FROM label_log l JOIN scripts s ON s.id = l.script_id
            WHERE s.script_id = :script AND l.id < :below ORDER BY l.id DESC LIMIT :limit
            """)
        .bind("script", scriptId)
        .bind("below", below)
        .bind("limit", limit)
        .map(EVENT)
        .list();
  }

  /** How a version got a label last. */
  Optional<LabelEvent> lastMove(Handle handle, String scriptId, String name, int version) {
    return handle
        .createQuery(
            """
            SELECT l.* FROM label_log l JOIN scripts s ON s.id = l.script_id
            WHERE s.script_id = :script AND l.name = :name AND l.to_version = :version
              AND l.act IN ('added', 'moved', 'overridden')
            ORDER BY l.id DESC LIMIT 1
            """)
        .bind("script", scriptId)
        .bind("name", name)
        .bind("version", version)
        .map(EVENT)
        .findOne();
  }

  void add(Handle handle, String scriptId, LabelEvent event) {
    handle
        .createUpdate(
            """
            INSERT INTO label_log
              (script_id, name, act, from_version, to_version, account_id, happened_at, said)
            VALUES ((SELECT id FROM scripts WHERE script_id = :script), :name, :act, :from, :to,
              :account, :at, :said)
            """)
        .bind("script", scriptId)
        .bind("name", event.name())
        .bind("act", event.act().word())
        .bind("from", event.from())
        .bind("to", event.to())
        .bind("account", event.account())
        .bind("at", event.at().toEpochMilli())
        .bind("said", event.said())
        .execute();
  }
}
