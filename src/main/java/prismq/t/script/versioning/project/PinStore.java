package prismq.t.script.versioning.project;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The SQL of what is pinned, by the numbers of accounts, 0 for whoever uses the computer where
 * nobody has one. All methods work in the handle's transaction.
 */
final class PinStore {
  /** The ids of the scripts that somebody pinned. */
  Set<String> pinned(Handle handle, long accountId) {
    return Set.copyOf(
        handle
            .createQuery(
                """
                SELECT s.script_id FROM pins p JOIN scripts s ON s.id = p.script_id
                WHERE coalesce(p.account_id, 0) = :account
                """)
            .bind("account", accountId)
            .mapTo(String.class)
            .list());
  }

  void pin(Handle handle, long accountId, String scriptId) {
    handle
        .createUpdate(
            """
            INSERT INTO pins (account_id, script_id)
            SELECT nullif(:account, 0), id FROM scripts WHERE script_id = :script
            ON CONFLICT DO NOTHING
            """)
        .bind("account", accountId)
        .bind("script", scriptId)
        .execute();
  }

  void unpin(Handle handle, long accountId, String scriptId) {
    handle
        .createUpdate(
            """
            DELETE FROM pins WHERE coalesce(account_id, 0) = :account
              AND script_id = (SELECT id FROM scripts WHERE script_id = :script)
            """)
        .bind("account", accountId)
        .bind("script", scriptId)
        .execute();
  }
}
