package prismq.t.script.versioning.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of what people want to be told. All methods work in the handle's transaction. */
final class WatchStore {
  private static final RowMapper<Watch> WATCH =
      (row, context) ->
          new Watch(WatchLevel.named(row.getString("level")), row.getBoolean("is_mailed"));

  Optional<Watch> find(Handle handle, long account, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT w.* FROM script_watches w JOIN scripts s ON s.id = w.script_id
            WHERE w.account_id = :account AND s.script_id = :script
            """)
        .bind("account", account)
        .bind("script", scriptId)
        .map(WATCH)
        .findOne();
  }

  /** What all said who said anything of a script, by the numbers of their accounts. */
  Map<Long, Watch> ofScript(Handle handle, String scriptId) {
    Map<Long, Watch> watches = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT w.* FROM script_watches w JOIN scripts s ON s.id = w.script_id
            WHERE s.script_id = :script
            """)
        .bind("script", scriptId)
        .map((row, context) -> Map.entry(row.getLong("account_id"), WATCH.map(row, context)))
        .forEach(watch -> watches.put(watch.getKey(), watch.getValue()));
    return watches;
  }

  void put(Handle handle, long account, String scriptId, Watch watch) {
    handle
        .createUpdate(
            """
            INSERT INTO script_watches (account_id, script_id, level, is_mailed)
            SELECT :account, id, :level, :mailed FROM scripts WHERE script_id = :script
            ON CONFLICT (account_id, script_id) DO UPDATE SET
              level = excluded.level, is_mailed = excluded.is_mailed
            """)
        .bind("account", account)
        .bind("script", scriptId)
        .bind("level", watch.level().word())
        .bind("mailed", watch.isMailed())
        .execute();
  }
}
