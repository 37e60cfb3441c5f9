package prismq.t.script.versioning.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.language.FilledMessage;

/** The SQL of versions without their contents. All methods work in the handle's transaction. */
final class VersionStore {
  private static final String COLUMNS =
      """
       v.version_number, v.branch_number, v.parent_version, v.merge_parent_version,
        v.restored_from, v.generation, v.size_bytes, v.words, v.lines, v.words_inserted,
        v.words_deleted, v.created_at, v.change_description, v.metadata,
        v.content_hash, v.version_hash,
        b.name AS branch_name, a.name AS author_name, a.email AS author_email,
        a.shown_name, a.account_id
      FROM script_versions v
      JOIN branches b ON b.script_id = v.script_id AND b.branch_number = v.branch_number
      JOIN shown_authors a ON a.id = v.author
      """;

  private static final String SELECT = "SELECT" + COLUMNS + "WHERE v.script_id = :script ";
  private static final String SELECT_CHANGES =
      "SELECT v.id, s.script_id AS script_key," + COLUMNS + "JOIN scripts s ON s.id = v.script_id ";

  /** The salts stand behind the content, so only what reads contents anyway selects them. */
  private static final String SELECT_RECORDED =
      "SELECT v.source_key, v.salts," + COLUMNS + "WHERE v.script_id = :script ";

  /** A version with what only the store needs. */
  record VersionRow(Version version, int generation) {}

  Optional<VersionRow> find(Handle handle, ScriptRow script, int versionNumber) {
    return select(handle, script, "AND v.version_number = :version")
        .bind("version", versionNumber)
        .map(mapper(script))
        .findOne();
  }

  /** The same; a missing one is an error: {@link #missing}. */
  Version required(Handle handle, ScriptRow script, int versionNumber) {
    return find(handle, script, versionNumber)
        .orElseThrow(() -> missing(script.script(), versionNumber))
        .version();
  }

  /** The existing ones of these numbers, in any order. */
  List<VersionRow> find(Handle handle, ScriptRow script, List<Integer> versionNumbers) {
    return select(handle, script, "AND v.version_number IN (<versions>)")
        .bindList("versions", versionNumbers)
        .map(mapper(script))
        .list();
  }

  /** The latest versions of scripts, by the scripts' ids; those that are damaged are left out. */
  Map<String, Version> latest(Handle handle, List<String> scriptIds) {
    if (scriptIds.isEmpty()) {
      return Map.of();
    }
    Map<String, Version> latest = new HashMap<>();
    handle
        .createQuery(
            SELECT_CHANGES
                + "WHERE s.script_id IN (<scripts>) AND v.version_number = s.latest_version")
        .bindList("scripts", scriptIds)
        .map(VersionStore::change)
        .forEach(change -> latest.put(change.version().scriptId(), change.version()));
    return latest;
  }

  /** The oldest version that was saved on this one. */
  Optional<Integer> firstChild(Handle handle, ScriptRow script, int versionNumber) {
    return handle
        .createQuery(
            """
            SELECT min(version_number) FROM script_versions
            WHERE script_id = :script AND version_number > :version AND parent_version = :version
            """)
        .bind("script", script.id())
        .bind("version", versionNumber)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Newest first, from below a number on. The stream is to be closed. */
  Stream<VersionRow> newestFirst(Handle handle, ScriptRow script, int below) {
    return select(handle, script, "AND v.version_number < :below ORDER BY v.version_number DESC")
        .bind("below", below)
        .map(mapper(script))
        .stream();
  }

  /** All that is kept of the versions but their contents, oldest first. To be closed. */
  Stream<RecordedVersion> recorded(Handle handle, ScriptRow script) {
    return handle
        .createQuery(SELECT_RECORDED + "ORDER BY v.version_number")
        .bind("script", script.id())
        .map((row, context) -> recorded(script, row))
        .stream();
  }

  /** The same of the numbers from first to last. */
  List<RecordedVersion> recorded(Handle handle, ScriptRow script, int first, int last) {
    return handle
        .createQuery(
            SELECT_RECORDED
                + "AND v.version_number BETWEEN :first AND :last ORDER BY v.version_number")
        .bind("script", script.id())
        .bind("first", first)
        .bind("last", last)
        .map((row, context) -> recorded(script, row))
        .list();
  }

  private static RecordedVersion recorded(ScriptRow script, ResultSet row) throws SQLException {
    return new RecordedVersion(
        version(script.script().scriptId(), row),
        row.getBytes("source_key"),
        row.getBytes("salts"));
  }

  /** Oldest first, from above a number on. The stream is to be closed. */
  Stream<VersionRow> oldestFirst(Handle handle, ScriptRow script, int above) {
    return select(handle, script, "AND v.version_number > :above ORDER BY v.version_number")
        .bind("above", above)
        .map(mapper(script))
        .stream();
  }

  /** Versions of all scripts with a hash from one to another one, by script and number. */
  List<ChangeEntry> changesByHash(Handle handle, byte[] least, byte[] greatest, int limit) {
    return handle
        .createQuery(
            SELECT_CHANGES
                + "WHERE v.version_hash BETWEEN :least AND :greatest"
                + " ORDER BY s.script_id, v.version_number LIMIT :limit")
        .bind("least", least)
        .bind("greatest", greatest)
        .bind("limit", limit)
        .map(VersionStore::change)
        .list();
  }

  /**
   * Versions of all scripts in the order they were saved. Rows are numbered in that order: there is
   * one writer, and no row is ever deleted.
   *
   * @param after only rows with a larger number
   */
  List<ChangeEntry> changes(Handle handle, ReadableScripts readable, long after, int limit) {
    return changes(handle, readable, "AND v.id > :after ORDER BY v.id LIMIT :limit", limit)
        .bind("after", after)
        .map(VersionStore::change)
        .list();
  }

  /** The same, those saved last first. */
  List<ChangeEntry> latestChanges(Handle handle, ReadableScripts readable, int limit) {
    return changes(handle, readable, "ORDER BY v.id DESC LIMIT :limit", limit)
        .map(VersionStore::change)
        .list();
  }

  private static Query changes(Handle handle, ReadableScripts readable, String more, int limit) {
    return handle
        .createQuery(
            SELECT_CHANGES
                + "WHERE (v.script_id IN (SELECT value FROM json_each(:scripts))) = :only "
                + more)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0)
        .bind("limit", limit);
  }

  private static ChangeEntry change(ResultSet row, StatementContext context) throws SQLException {
    return new ChangeEntry(row.getLong("id"), version(row.getString("script_key"), row));
  }

  /** The version hashes of the numbers from first to last, oldest first. */
  List<ContentHash> hashes(Handle handle, ScriptRow script, int first, int last) {
    return handle
        .createQuery(
            """
            SELECT version_hash FROM script_versions
            WHERE script_id = :script AND version_number BETWEEN :first AND :last
            ORDER BY version_number
            """)
        .bind("script", script.id())
        .bind("first", first)
        .bind("last", last)
        .map((row, context) -> ContentHash.ofDigest(row.getBytes("version_hash")))
        .list();
  }

  private static Query select(Handle handle, ScriptRow script, String more) {
    return handle.createQuery(SELECT + more).bind("script", script.id());
  }

  /** Oldest first. */
  List<VersionSize> sizes(Handle handle, ScriptRow script) {
    return handle
        .createQuery(
            """
            SELECT version_number, branch_number, words, metadata FROM script_versions
            WHERE script_id = :script ORDER BY version_number
            """)
        .bind("script", script.id())
        .map(
            (row, context) ->
                new VersionSize(
                    row.getInt("version_number"),
                    row.getInt("branch_number"),
                    row.getInt("words"),
                    Metadata.stored(row.getString("metadata"))))
        .list();
  }

  VersionGraph graph(Handle handle, ScriptRow script) {
    int latest = script.script().latestVersion();
    int[] parents = new int[latest + 1];
    int[] mergeParents = new int[latest + 1];
    int[] branchNumbers = new int[latest + 1];
    handle
        .createQuery(
            """
            SELECT version_number, parent_version, merge_parent_version, branch_number
            FROM script_versions WHERE script_id = :script AND version_number <= :latest
            """)
        .bind("script", script.id())
        .bind("latest", latest)
        .scanResultSet(
            (rows, context) -> {
              ResultSet row = rows.get();
              while (row.next()) {
                int number = row.getInt(1);
                parents[number] = row.getInt(2);
                mergeParents[number] = row.getInt(3);
                branchNumbers[number] = row.getInt(4);
              }
              return latest;
            });
    return new VersionGraph(parents, mergeParents, branchNumbers);
  }

  /** The versions that were imported, in the order of their numbers. */
  List<ImportedVersion> imported(Handle handle, ScriptRow script) {
    return handle
        .createQuery(
            """
            SELECT version_number, branch_number, source_key, content_hash FROM script_versions
            WHERE script_id = :script AND source_key IS NOT NULL ORDER BY version_number
            """)
        .bind("script", script.id())
        .map(
            (row, context) ->
                new ImportedVersion(
                    row.getInt("version_number"),
                    row.getInt("branch_number"),
                    row.getBytes("source_key"),
                    ContentHash.ofDigest(row.getBytes("content_hash"))))
        .list();
  }

  void insert(
      Handle handle,
      ScriptRow script,
      RecordedVersion recorded,
      int generation,
      long authorNumber,
      ContentStore.StoredContent stored) {
    Version version = recorded.version();
    handle
        .createUpdate(
            """
            INSERT INTO script_versions (
              script_id, version_number, branch_number, parent_version, merge_parent_version,
              restored_from, generation, delta_base, size_bytes, words, lines, words_inserted,
              words_deleted, author, created_at, change_description, metadata, source_key,
              content_hash, version_hash, content, delta_from_previous, salts)
            VALUES (
              :script, :version, :branch, :parent, :merge_parent,
              :restored_from, :generation, :delta_base, :size, :words, :lines, :words_inserted,
              :words_deleted, :author, :created_at, :description, :metadata, :source_key,
              :content_hash, :version_hash, :content, :delta, :salts)
            """)
        .bind("script", script.id())
        .bind("version", version.versionNumber())
        .bind("branch", version.branchNumber())
        .bind("parent", version.parentVersion())
        .bind("merge_parent", version.mergeParentVersion())
        .bind("restored_from", version.restoredFrom())
        .bind("generation", generation)
        .bind("delta_base", stored.base())
        .bind("size", version.sizeBytes())
        .bind("words", version.words())
        .bind("lines", version.lines())
        .bind("words_inserted", version.wordsInserted())
        .bind("words_deleted", version.wordsDeleted())
        .bind("author", authorNumber)
        .bind("created_at", version.createdAt().toEpochMilli())
        .bind("description", version.changeDescription())
        .bind("metadata", version.metadata().json())
        .bind("source_key", recorded.sourceKey())
        .bind("content_hash", version.contentHash().bytes())
        .bind("version_hash", version.versionHash().bytes())
        .bind("content", stored.base() == null ? stored.bytes() : null)
        .bind("delta", stored.base() == null ? null : stored.bytes())
        .bind("salts", recorded.salts())
        .execute();
  }

  /** Every number up to the latest was given, so a missing version existed once. */
  static RuntimeException missing(Script script, int versionNumber) {
    return versionNumber < 1 || versionNumber > script.latestVersion()
        ? NotFoundException.version(script, Integer.toString(versionNumber))
        : new DamagedVersionException(
            script.scriptId(),
            versionNumber,
            versionNumber,
            FilledMessage.of("history.damage.row"));
  }

  private static RowMapper<VersionRow> mapper(ScriptRow script) {
    return (row, context) ->
        new VersionRow(version(script.script().scriptId(), row), row.getInt("generation"));
  }

  private static Version version(String scriptId, ResultSet row) throws SQLException {
    Author author = new Author(row.getString("author_name"), row.getString("author_email"));
    Instant createdAt = Instant.ofEpochMilli(row.getLong("created_at"));
    return Version.builder(scriptId, row.getInt("version_number"))
        .branch(row.getString("branch_name"), row.getInt("branch_number"))
        .parents(nullableInt(row, "parent_version"), nullableInt(row, "merge_parent_version"))
        .restoredFrom(nullableInt(row, "restored_from"))
        .contentHash(ContentHash.ofDigest(row.getBytes("content_hash")))
        .versionHash(ContentHash.ofDigest(row.getBytes("version_hash")))
        .saved(author, row.getString("change_description"), createdAt)
        .shownAs(person(row))
        .size(row.getInt("size_bytes"), row.getInt("words"), row.getInt("lines"))
        .changedWords(nullableInt(row, "words_inserted"), nullableInt(row, "words_deleted"))
        .metadata(Metadata.stored(row.getString("metadata")))
        .build();
  }

  static Person person(ResultSet row) throws SQLException {
    String name = row.getString("shown_name");
    long account = row.getLong("account_id");
    return new Person(name, row.wasNull() ? null : account);
  }

  static @Nullable Integer nullableInt(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }
}
