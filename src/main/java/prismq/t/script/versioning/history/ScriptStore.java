package prismq.t.script.versioning.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.TextFormat;

/** The SQL of scripts and authors. All methods work in the handle's transaction. */
final class ScriptStore {
  private static final RowMapper<ScriptRow> SCRIPT =
      (row, context) ->
          new ScriptRow(
              row.getLong("id"),
              new Script(
                  row.getString("script_id"),
                  row.getString("title"),
                  row.getInt("latest_version"),
                  Instant.ofEpochMilli(row.getLong("created_at")),
                  Instant.ofEpochMilli(row.getLong("changed_at")),
                  Script.keptFormat(row.getString("format")),
                  row.getBoolean("description_required"),
                  row.getBoolean("archived"),
                  row.getInt("words_per_minute")));

  Optional<ScriptRow> find(Handle handle, String scriptId) {
    return handle
        .createQuery("SELECT * FROM scripts WHERE script_id = :script_id")
        .bind("script_id", scriptId)
        .map(SCRIPT)
        .findOne();
  }

  /** The script of that id, or NotFoundException that names some existing ones. */
  ScriptRow required(Handle handle, String scriptId) {
    return find(handle, scriptId).orElseThrow(() -> missing(handle, scriptId, ReadableScripts.ALL));
  }

  /** That there is no such script, with some of those that stand in somebody's list. */
  NotFoundException missing(Handle handle, String scriptId, ReadableScripts readable) {
    List<String> some = new ArrayList<>();
    int all =
        handle
            .createQuery(
                """
                SELECT script_id, count(*) OVER () AS listed FROM scripts
                WHERE (id IN (SELECT value FROM json_each(:scripts))) = :only AND NOT archived
                ORDER BY changed_at DESC, id DESC LIMIT :limit
                """)
            .bind("scripts", readable.json())
            .bind("only", readable.isOnlyThese() ? 1 : 0)
            .bind("limit", NotFoundException.SCRIPTS_NAMED)
            .reduceRows(
                0,
                (count, row) -> {
                  some.add(row.getColumn("script_id", String.class));
                  return row.getColumn("listed", Integer.class);
                });
    return NotFoundException.script(scriptId, some, all);
  }

  /** The most recently changed first. */
  List<Script> list(Handle handle, ReadableScripts readable, int limit, int offset) {
    return handle
        .createQuery(
            """
            SELECT * FROM scripts
            WHERE (id IN (SELECT value FROM json_each(:scripts))) = :only
            ORDER BY changed_at DESC, id DESC LIMIT :limit OFFSET :offset
            """)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0)
        .bind("limit", limit)
        .bind("offset", offset)
        .map(SCRIPT)
        .map(ScriptRow::script)
        .list();
  }

  /** The scripts, with the time of the newest version of each. */
  List<ScriptChoice.Dated> dated(Handle handle, ReadableScripts readable) {
    return handle
        .createQuery(
            """
            SELECT s.*, coalesce(v.created_at, s.created_at) AS newest FROM scripts s
            LEFT JOIN script_versions v
              ON v.script_id = s.id AND v.version_number = s.latest_version
            WHERE (s.id IN (SELECT value FROM json_each(:scripts))) = :only
            """)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0)
        .map(
            (row, context) ->
                new ScriptChoice.Dated(
                    SCRIPT.map(row, context).script(), Instant.ofEpochMilli(row.getLong("newest"))))
        .list();
  }

  int count(Handle handle, ReadableScripts readable) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM scripts
            WHERE (id IN (SELECT value FROM json_each(:scripts))) = :only
            """)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0)
        .mapTo(Integer.class)
        .one();
  }

  List<ScriptRow> all(Handle handle) {
    return handle.createQuery("SELECT * FROM scripts ORDER BY script_id").map(SCRIPT).list();
  }

  ScriptRow insert(Handle handle, String scriptId, String title, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO scripts (script_id, title, created_at, changed_at)
            VALUES (:script_id, :title, :now, :now)
            """)
        .bind("script_id", scriptId)
        .bind("title", title)
        .bind("now", now.toEpochMilli())
        .execute();
    return find(handle, scriptId).orElseThrow();
  }

  /** The ids of all scripts, in their order. */
  List<String> ids(Handle handle) {
    return handle
        .createQuery("SELECT script_id FROM scripts ORDER BY script_id")
        .mapTo(String.class)
        .list();
  }

  /** Gives it the title and the time at which it was made. */
  void describe(Handle handle, ScriptRow script, String title, Instant createdAt) {
    handle
        .createUpdate("UPDATE scripts SET title = :title, created_at = :created WHERE id = :script")
        .bind("title", title)
        .bind("created", createdAt.toEpochMilli())
        .bind("script", script.id())
        .execute();
  }

  /** Keeps what its texts are written as; null to have each text tell. */
  void format(Handle handle, ScriptRow script, @Nullable TextFormat format) {
    handle
        .createUpdate("UPDATE scripts SET format = :format WHERE id = :script")
        .bind("format", format == null ? null : format.word())
        .bind("script", script.id())
        .execute();
  }

  /** Keeps whether whoever saves a version has to say what changed. */
  void descriptionRequired(Handle handle, ScriptRow script, boolean isRequired) {
    handle
        .createUpdate("UPDATE scripts SET description_required = :required WHERE id = :script")
        .bind("required", isRequired ? 1 : 0)
        .bind("script", script.id())
        .execute();
  }

  /** Keeps how many words are spoken in a minute. */
  void wordsPerMinute(Handle handle, ScriptRow script, int words) {
    handle
        .createUpdate("UPDATE scripts SET words_per_minute = :words WHERE id = :script")
        .bind("words", words)
        .bind("script", script.id())
        .execute();
  }

  void saved(Handle handle, ScriptRow script, int versionNumber, Instant now) {
    handle
        .createUpdate(
            "UPDATE scripts SET latest_version = :version, changed_at = :now WHERE id = :script")
        .bind("version", versionNumber)
        .bind("now", now.toEpochMilli())
        .bind("script", script.id())
        .execute();
  }

  /** The author's number; created where there was none. */
  long authorNumber(Handle handle, Author author) {
    Optional<Long> known =
        handle
            .createQuery(
                """
                SELECT id FROM authors
                WHERE substr(name, 1, 8) = substr(:name, 1, 8)
                  AND name = :name AND email = :email
                """)
            .bind("name", author.name())
            .bind("email", author.email())
            .mapTo(Long.class)
            .findOne();
    if (known.isPresent()) {
      return known.get();
    }
    handle
        .createUpdate("INSERT INTO authors (name, email) VALUES (:name, :email)")
        .bind("name", author.name())
        .bind("email", author.email())
        .execute();
    return authorNumber(handle, author);
  }

  /** Whom the author of a number is shown to be. */
  Person person(Handle handle, long authorNumber) {
    return handle
        .createQuery("SELECT shown_name, account_id FROM shown_authors WHERE id = :author")
        .bind("author", authorNumber)
        .map((row, context) -> VersionStore.person(row))
        .one();
  }

  /** Names of all who saved a version of the script, as they are shown, in alphabetical order. */
  List<String> authorNames(Handle handle, ScriptRow script) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT a.shown_name FROM shown_authors a
            WHERE a.id IN (SELECT v.author FROM script_versions v WHERE v.script_id = :script)
            ORDER BY a.shown_name
            """)
        .bind("script", script.id())
        .mapTo(String.class)
        .list();
  }

  /** What is shown for a name that somebody is shown by, or saved a version of the script under. */
  Optional<String> shownName(Handle handle, ScriptRow script, String name) {
    return handle
        .createQuery(
            """
            SELECT a.shown_name FROM shown_authors a
            WHERE (a.shown_name = :name OR a.name = :name)
              AND a.id IN (SELECT v.author FROM script_versions v WHERE v.script_id = :script)
            ORDER BY CASE WHEN a.shown_name = :name THEN 0 ELSE 1 END, a.shown_name LIMIT 1
            """)
        .bind("name", name)
        .bind("script", script.id())
        .mapTo(String.class)
        .findOne();
  }
}
