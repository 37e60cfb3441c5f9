package prismq.t.script.versioning.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of labels. All methods work in the handle's transaction. */
final class LabelStore {
  private static final RowMapper<Label> LABEL =
      (row, context) ->
          new Label(
              row.getString("name"),
              row.getInt("version_number"),
              Instant.ofEpochMilli(row.getLong("created_at")));

  /** Those of the newest versions first, those of one version by their names. */
  List<Label> list(Handle handle, ScriptRow script) {
    return handle
        .createQuery(
            """
            SELECT name, version_number, created_at FROM labels
            WHERE script_id = :script ORDER BY version_number DESC, name
            """)
        .bind("script", script.id())
        .map(LABEL)
        .list();
  }

  Optional<Label> find(Handle handle, ScriptRow script, String name) {
    return handle
        .createQuery(
            """
            SELECT name, version_number, created_at FROM labels
            WHERE script_id = :script AND name = :name
            """)
        .bind("script", script.id())
        .bind("name", name)
        .map(LABEL)
        .findOne();
  }

  int count(Handle handle, ScriptRow script) {
    return handle
        .createQuery("SELECT COUNT(*) FROM labels WHERE script_id = :script")
        .bind("script", script.id())
        .mapTo(Integer.class)
        .one();
  }

  /** The names of labels that have a rule, which only those move whom it names. */
  Set<String> ruled(Handle handle, ScriptRow script) {
    return handle
        .createQuery("SELECT name FROM label_rules WHERE script_id = :script")
        .bind("script", script.id())
        .mapTo(String.class)
        .set();
  }

  /** Gives a label to a version, which has to be there, and takes it from another that has it. */
  void put(Handle handle, ScriptRow script, Label label) {
    handle
        .createUpdate(
            """
            INSERT INTO labels (script_id, name, version_number, created_at)
            VALUES (:script, :name, :version, :now)
            ON CONFLICT (script_id, name)
            DO UPDATE SET version_number = :version, created_at = :now
            """)
        .bind("script", script.id())
        .bind("name", label.name())
        .bind("version", label.versionNumber())
        .bind("now", label.createdAt().toEpochMilli())
        .execute();
  }

  void delete(Handle handle, ScriptRow script, Label label) {
    handle
        .createUpdate("DELETE FROM labels WHERE script_id = :script AND name = :name")
        .bind("script", script.id())
        .bind("name", label.name())
        .execute();
  }
}
