package prismq.t.script.versioning.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.Person;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.VersionNote;
import prismq.t.script.versioning.search.index.RowId;

/** The SQL of search outside of the index. All methods work in the handle's transaction. */
final class SearchStore {
  private static final RowMapper<FoundScript> SCRIPT =
      (row, context) ->
          new FoundScript(
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

  /** The existing scripts of these numbers. */
  List<FoundScript> scripts(Handle handle, ReadableScripts readable, Collection<Long> numbers) {
    return ofReadable(
            handle,
            readable,
            "SELECT * FROM scripts WHERE id IN (SELECT value FROM json_each(:numbers)) AND ",
            "id",
            "")
        .bind("numbers", json(numbers))
        .map(SCRIPT)
        .list();
  }

  /** A query of those rows whose column has the number of a script that may be read. */
  private static Query ofReadable(
      Handle handle, ReadableScripts readable, String start, String column, String end) {
    String in = readable.isOnlyThese() ? " IN " : " NOT IN ";
    return handle
        .createQuery(start + column + in + "(SELECT value FROM json_each(:readable))" + end)
        .bind("readable", readable.json());
  }

  /** The script of this id. */
  Optional<FoundScript> script(Handle handle, ReadableScripts readable, String scriptId) {
    return ofReadable(
            handle,
            readable,
            "SELECT * FROM scripts WHERE script_id = :script_id COLLATE NOCASE AND ",
            "id",
            " ORDER BY script_id = :script_id DESC LIMIT 1")
        .bind("script_id", scriptId)
        .map(SCRIPT)
        .findOne();
  }

  /**
   * The numbers of the authors in whose names one of these stands, and of who is the same person.
   */
  Set<Long> authors(Handle handle, ReadableScripts readable, List<Phrase> names) {
    Finder finder = new Finder(names);
    // That of all reads no versions.
    Query all =
        readable.isAll()
            ? handle.createQuery("SELECT id, name, shown_name, person_id FROM shown_authors")
            : ofReadable(
                handle,
                readable,
                """
                SELECT id, name, shown_name, person_id FROM shown_authors
                WHERE id IN (SELECT author FROM script_versions WHERE\s""",
                "script_id",
                ")");
    return all.scanResultSet(
        (rows, context) -> {
          Set<Long> authors = new HashSet<>();
          Map<Long, List<Long>> samePerson = new HashMap<>();
          Set<Long> people = new HashSet<>();
          ResultSet row = rows.get();
          while (row.next()) {
            long author = row.getLong(1);
            boolean isNamed =
                finder.in(row.getString(2)).hasAny() || finder.in(row.getString(3)).hasAny();
            long person = row.getLong(4);
            if (person != 0) {
              samePerson.computeIfAbsent(person, id -> new ArrayList<>()).add(author);
            }
            if (isNamed && person != 0) {
              people.add(person);
            } else if (isNamed) {
              authors.add(author);
            }
          }
          people.forEach(person -> authors.addAll(samePerson.getOrDefault(person, List.of())));
          return authors;
        });
  }

  /** Authors by their numbers. */
  Map<Long, Found.ToldAuthor> told(Handle handle, Collection<Long> authors) {
    return handle
        .createQuery(
            """
            SELECT id, name, shown_name, account_id FROM shown_authors
            WHERE id IN (SELECT value FROM json_each(:ids))
            """)
        .bind("ids", json(authors))
        .reduceRows(
            new HashMap<>(),
            (told, row) -> {
              Person person =
                  new Person(
                      row.getColumn("shown_name", String.class),
                      row.getColumn("account_id", Long.class));
              told.put(
                  row.getColumn("id", Long.class),
                  new Found.ToldAuthor(row.getColumn("name", String.class), person));
              return told;
            });
  }

  /**
   * The branches that have or had this name in any script, as {@link VersionConditions} has them.
   */
  List<String> branches(Handle handle, ReadableScripts readable, String name) {
    return ofReadable(
            handle,
            readable,
            """
            SELECT script_id || '/' || branch_number FROM (
              SELECT script_id, branch_number FROM branches WHERE lower(name) = lower(:name)
              UNION
              SELECT script_id, branch_number FROM former_branch_names
              WHERE lower(name) = lower(:name)
            ) WHERE
            """,
            "script_id",
            "")
        .bind("name", name)
        .mapTo(String.class)
        .list();
  }

  /**
   * The versions with labels in which all of these stand, as {@link VersionConditions} has them.
   */
  Set<String> labelled(Handle handle, ReadableScripts readable, List<Phrase> words) {
    Finder finder = new Finder(words);
    return ofReadable(
            handle,
            readable,
            "SELECT script_id || '/' || version_number, name FROM labels WHERE ",
            "script_id",
            "")
        .scanResultSet(
            (rows, context) -> {
              Set<String> labelled = new HashSet<>();
              ResultSet row = rows.get();
              while (row.next()) {
                if (finder.in(row.getString(2)).byPhrase().stream().noneMatch(List::isEmpty)) {
                  labelled.add(row.getString(1));
                }
              }
              return labelled;
            });
  }

  /** The facts of the versions of a script. */
  ScriptVersions versions(Handle handle, FoundScript script) {
    int latest = script.script().latestVersion();
    ScriptVersions versions = new ScriptVersions(new long[latest + 1], new long[latest + 1]);
    return handle
        .createQuery(
            """
            SELECT version_number, author, created_at FROM script_versions
            WHERE script_id = :script AND version_number <= :latest
            """)
        .bind("script", script.number())
        .bind("latest", latest)
        .scanResultSet(
            (rows, context) -> {
              ResultSet row = rows.get();
              while (row.next()) {
                int number = row.getInt(1);
                versions.authors()[number] = row.getLong(2);
                versions.times()[number] = row.getLong(3);
              }
              return versions;
            });
  }

  /** The versions of a script that fit. */
  BitSet fitting(Handle handle, long script, VersionConditions conditions) {
    BitSet fitting = new BitSet();
    return query(handle, conditions, "AND v.script_id = :script")
        .bind("script", script)
        .scanResultSet(
            (rows, context) -> {
              ResultSet row = rows.get();
              while (row.next()) {
                fitting.set(row.getInt(2));
              }
              return fitting;
            });
  }

  /**
   * The matching versions, those saved last first.
   *
   * @param scripts numbers of the scripts that are looked at; null for all
   */
  List<RowId> fitting(
      Handle handle,
      ReadableScripts readable,
      VersionConditions conditions,
      @Nullable Collection<Long> scripts,
      int limit,
      Deadline deadline) {
    List<RowId> found = new ArrayList<>();
    String more =
        (scripts == null ? "" : "AND v.script_id IN (SELECT value FROM json_each(:scripts)) ")
            + "AND (v.script_id IN (SELECT value FROM json_each(:readable))) = :only "
            + "ORDER BY v.id DESC LIMIT :limit";
    Query query =
        query(handle, conditions, more)
            .bind("limit", limit)
            .bind("readable", readable.json())
            .bind("only", readable.isOnlyThese() ? 1 : 0);
    if (scripts != null) {
      query.bind("scripts", json(scripts));
    }
    deadline.during(
        handle,
        () ->
            query.scanResultSet(
                (rows, context) -> {
                  ResultSet row = rows.get();
                  while (row.next()) {
                    found.add(RowId.note(row.getLong(1), row.getInt(2)));
                  }
                  return found;
                }));
    return found;
  }

  private static Query query(Handle handle, VersionConditions conditions, String more) {
    StringBuilder sql = new StringBuilder("SELECT v.script_id, v.version_number");
    sql.append(" FROM script_versions v WHERE 1 = 1");
    Map<String, Object> values = new HashMap<>();
    if (conditions.authors() != null) {
      sql.append(" AND v.author IN (SELECT value FROM json_each(:authors))");
      values.put("authors", json(conditions.authors()));
    }
    if (conditions.sources() != null) {
      // Invalid JSON is damage, and has no source.
      sql.append(" AND CASE WHEN json_valid(v.metadata) THEN json_extract(v.metadata, '$.source')");
      sql.append(" END IN (SELECT value FROM json_each(:sources))");
      values.put("sources", jsonTexts(conditions.sources()));
    }
    if (conditions.branches() != null) {
      sql.append(" AND v.script_id || '/' || v.branch_number");
      sql.append(" IN (SELECT value FROM json_each(:branches))");
      values.put("branches", jsonTexts(conditions.branches()));
    }
    if (conditions.labelled() != null) {
      sql.append(" AND v.script_id || '/' || v.version_number");
      sql.append(" IN (SELECT value FROM json_each(:labelled))");
      values.put("labelled", jsonTexts(conditions.labelled()));
    }
    if (conditions.after() != null) {
      sql.append(" AND v.created_at >= :after");
      values.put("after", conditions.after().toEpochMilli());
    }
    if (conditions.before() != null) {
      sql.append(" AND v.created_at < :before");
      values.put("before", conditions.before().toEpochMilli());
    }
    for (int i = 0; i < conditions.scores().size(); i++) {
      ScoreLimit limit = conditions.scores().get(i);
      sql.append(" AND CASE WHEN json_valid(v.metadata)");
      sql.append(" AND json_type(v.metadata, '$.review_score') IN ('integer', 'real')");
      sql.append(" THEN json_extract(v.metadata, '$.review_score') END ");
      sql.append(limit.sign()).append(" :score").append(i);
      values.put("score" + i, limit.score().doubleValue());
    }
    Query query = handle.createQuery(sql.append(' ').append(more).toString());
    return query.bindMap(values);
  }

  /** The texts about some versions of a script, by their numbers. */
  Map<Integer, List<String>> notes(Handle handle, long script, Collection<Integer> versions) {
    return handle
        .createQuery(
            """
            SELECT v.version_number, v.change_description, a.name, v.metadata
            FROM script_versions v JOIN authors a ON a.id = v.author
            WHERE v.script_id = :script
              AND v.version_number IN (SELECT value FROM json_each(:versions))
            """)
        .bind("script", script)
        .bind("versions", json(versions))
        .scanResultSet(
            (rows, context) -> {
              Map<Integer, List<String>> notes = new HashMap<>();
              ResultSet row = rows.get();
              while (row.next()) {
                notes.put(row.getInt(1), note(row));
              }
              return notes;
            });
  }

  private static List<String> note(ResultSet row) throws SQLException {
    return VersionNote.of(row.getString(2), row.getString(3), Metadata.stored(row.getString(4)));
  }

  private static String json(Collection<? extends Number> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /** Of texts that have no signs with a meaning in JSON. */
  private static String jsonTexts(Collection<String> texts) {
    return texts.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }
}
