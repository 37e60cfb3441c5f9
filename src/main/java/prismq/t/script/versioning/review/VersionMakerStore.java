package prismq.t.script.versioning.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The SQL of who made versions. All methods work in the handle's transaction. */
final class VersionMakerStore {
  /** The accounts that made a version: by its record, by whom its author is said to be, by name. */
  Set<Long> find(Handle handle, String scriptId, int versionNumber) {
    Set<Long> makers = new HashSet<>();
    handle
        .createQuery(
            """
            SELECT v.made_by, a.account_id AS tied, c.id AS named FROM script_versions v
            JOIN scripts s ON s.id = v.script_id
            JOIN shown_authors a ON a.id = v.author
            LEFT JOIN accounts c
              ON c.name = a.name AND v.made_by IS NULL AND a.person_id IS NULL
            WHERE s.script_id = :script AND v.version_number = :version
            """)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .map(
            (row, context) -> {
              List<Long> found = new ArrayList<>();
              for (String column : List.of("made_by", "tied", "named")) {
                long account = row.getLong(column);
                if (!row.wasNull()) {
                  found.add(account);
                }
              }
              return found;
            })
        .forEach(makers::addAll);
    return makers;
  }

  void record(Handle handle, String scriptId, int versionNumber, long account) {
    handle
        .createUpdate(
            """
            UPDATE script_versions SET made_by = :account
            WHERE script_id = (SELECT id FROM scripts WHERE script_id = :script)
              AND version_number = :version
            """)
        .bind("account", account)
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .execute();
  }
}
