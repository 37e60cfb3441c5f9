package prismq.t.script.versioning.project;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The SQL of projects. All methods work in the handle's transaction. */
final class ProjectStore {
  private static final RowMapper<Project> PROJECT =
      (row, context) ->
          new Project(row.getLong("id"), row.getString("name"), row.getBoolean("restricted"));

  /** All, by name. */
  List<Project> list(Handle handle) {
    return handle
        .createQuery("SELECT id, name, restricted FROM projects ORDER BY lower(name), name")
        .map(PROJECT)
        .list();
  }

  Optional<Project> find(Handle handle, long id) {
    return handle
        .createQuery("SELECT id, name, restricted FROM projects WHERE id = :id")
        .bind("id", id)
        .map(PROJECT)
        .findOne();
  }

  Optional<Project> find(Handle handle, String name) {
    return handle
        .createQuery("SELECT id, name, restricted FROM projects WHERE name = :name")
        .bind("name", name)
        .map(PROJECT)
        .findOne();
  }

  Project insert(Handle handle, String name) {
    return handle
        .createQuery("INSERT INTO projects (name) VALUES (:name) RETURNING id, name, restricted")
        .bind("name", name)
        .map(PROJECT)
        .one();
  }

  void rename(Handle handle, long id, String name) {
    handle
        .createUpdate("UPDATE projects SET name = :name WHERE id = :id")
        .bind("name", name)
        .bind("id", id)
        .execute();
  }

  int scriptCount(Handle handle, long id) {
    return handle
        .createQuery("SELECT count(*) FROM scripts WHERE project_id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }

  /** How many tokens are for it that may still be used. */
  int tokenCount(Handle handle, long id, Instant now) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM token_projects p JOIN tokens t ON t.id = p.token_id
            WHERE p.project_id = :id AND t.revoked_at IS NULL
              AND (t.expires_at IS NULL OR t.expires_at > :now)
            """)
        .bind("id", id)
        .bind("now", now.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  /** Deletes one that nothing but tokens of the past is of. */
  void delete(Handle handle, long id) {
    handle
        .createUpdate("DELETE FROM token_projects WHERE project_id = :id")
        .bind("id", id)
        .execute();
    handle.createUpdate("DELETE FROM projects WHERE id = :id").bind("id", id).execute();
  }

  /** The number of the project of each script that has one, by the scripts' ids. */
  Map<String, Long> ofScripts(Handle handle) {
    return handle
        .createQuery("SELECT script_id, project_id FROM scripts WHERE project_id IS NOT NULL")
        .reduceRows(
            new HashMap<>(),
            (numbers, row) -> {
              numbers.put(
                  row.getColumn("script_id", String.class),
                  row.getColumn("project_id", Long.class));
              return numbers;
            });
  }

  Optional<Project> ofScript(Handle handle, String scriptId) {
    return handle
        .createQuery(
            """
            SELECT p.id, p.name, p.restricted FROM scripts s
            JOIN projects p ON p.id = s.project_id WHERE s.script_id = :script
            """)
        .bind("script", scriptId)
        .map(PROJECT)
        .findOne();
  }

  void move(Handle handle, String scriptId, @Nullable Long project) {
    handle
        .createUpdate("UPDATE scripts SET project_id = :project WHERE script_id = :script")
        .bind("project", project)
        .bind("script", scriptId)
        .execute();
  }

  /** Gives the number of scripts that were not so before. */
  int archive(Handle handle, String scriptId, boolean isArchived) {
    return handle
        .createUpdate(
            """
            UPDATE scripts SET archived = :archived
            WHERE script_id = :script AND archived <> :archived
            """)
        .bind("archived", isArchived)
        .bind("script", scriptId)
        .execute();
  }
}
