package prismq.t.script.versioning.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The SQL of rights on scripts. All methods work in the handle's transaction. */
final class ScriptRightStore {
  Optional<Long> number(Handle handle, String scriptId) {
    return handle
        .createQuery("SELECT id FROM scripts WHERE script_id = :script_id")
        .bind("script_id", scriptId)
        .mapTo(Long.class)
        .findOne();
  }

  /** What is said of an account, on these scripts only; on all where there are none. */
  ScriptGrants grants(Handle handle, long accountId, Set<Long> only) {
    ScriptGrants all = ScriptGrants.of(named(handle, accountId), hidden(handle, accountId));
    return only.isEmpty() ? all : all.only(numbers(handle, only));
  }

  private static Map<String, Long> numbers(Handle handle, Set<Long> scripts) {
    return handle
        .createQuery("SELECT script_id, id FROM scripts WHERE id IN (<scripts>)")
        .bindList("scripts", List.copyOf(scripts))
        .reduceRows(
            new HashMap<>(),
            (numbers, row) -> {
              numbers.put(
                  row.getColumn("script_id", String.class), row.getColumn("id", Long.class));
              return numbers;
            });
  }

  private static Map<String, Right> named(Handle handle, long accountId) {
    return handle
        .createQuery(
            """
            SELECT s.script_id, r.script_right FROM script_rights r
            JOIN scripts s ON s.id = r.script_id
            WHERE r.account_id = :account
            """)
        .bind("account", accountId)
        .reduceRows(
            new HashMap<>(),
            (named, row) -> {
              named.put(
                  row.getColumn("script_id", String.class),
                  Right.onScript(row.getColumn("script_right", String.class)));
              return named;
            });
  }

  private static Map<String, Long> hidden(Handle handle, long accountId) {
    return handle
        .createQuery(
            """
            SELECT s.script_id, s.id FROM scripts s
            WHERE s.restricted AND NOT EXISTS (
              SELECT 1 FROM script_rights r
              WHERE r.account_id = :account AND r.script_id = s.id)
            """)
        .bind("account", accountId)
        .reduceRows(
            new HashMap<>(),
            (hidden, row) -> {
              hidden.put(row.getColumn("script_id", String.class), row.getColumn("id", Long.class));
              return hidden;
            });
  }

  ScriptAudience audience(Handle handle, long script) {
    boolean isRestricted =
        handle
            .createQuery("SELECT restricted FROM scripts WHERE id = :script")
            .bind("script", script)
            .mapTo(Boolean.class)
            .one();
    Map<Long, Right> rights =
        handle
            .createQuery(
                "SELECT account_id, script_right FROM script_rights WHERE script_id = :script")
            .bind("script", script)
            .reduceRows(
                new HashMap<>(),
                (named, row) -> {
                  named.put(
                      row.getColumn("account_id", Long.class),
                      Right.onScript(row.getColumn("script_right", String.class)));
                  return named;
                });
    return new ScriptAudience(isRestricted, rights);
  }

  /**
   * How many people may read each restricted script because they are named, by the scripts' ids.
   */
  Map<String, Integer> audienceSizes(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT s.script_id, count(a.id) AS people FROM scripts s
            LEFT JOIN script_rights r ON r.script_id = s.id
            LEFT JOIN accounts a ON a.id = r.account_id AND NOT a.is_disabled
            WHERE s.restricted GROUP BY s.id
            """)
        .reduceRows(
            new HashMap<>(),
            (sizes, row) -> {
              sizes.put(
                  row.getColumn("script_id", String.class), row.getColumn("people", Integer.class));
              return sizes;
            });
  }

  void replace(Handle handle, long script, ScriptAudience audience) {
    handle
        .createUpdate("UPDATE scripts SET restricted = :restricted WHERE id = :script")
        .bind("restricted", audience.isRestricted())
        .bind("script", script)
        .execute();
    handle
        .createUpdate("DELETE FROM script_rights WHERE script_id = :script")
        .bind("script", script)
        .execute();
    audience.rights().forEach((account, right) -> insert(handle, script, account, right));
  }

  void insert(Handle handle, long script, long accountId, Right right) {
    handle
        .createUpdate(
            """
            INSERT INTO script_rights (account_id, script_id, script_right)
            VALUES (:account, :script, :right)
            """)
        .bind("account", accountId)
        .bind("script", script)
        .bind("right", right.word())
        .execute();
  }
}
