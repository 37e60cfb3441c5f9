package prismq.t.script.versioning.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;

/** The SQL of the audit log. All methods work in the handle's transaction. */
final class AuditStore {
  private static final String COLUMNS =
      """
      entry_number, happened_at, act, script_id, version_number, actor, address, thing, salts,
      entry_hash
      """;

  /** Where the log ends. */
  record End(long number, ContentHash hash) {}

  /** The end; empty before the first entry. */
  Optional<End> end(Handle handle) {
    return handle
        .createQuery("SELECT entry_number, entry_hash FROM audit_log_end")
        .map(
            (row, context) ->
                new End(
                    row.getLong("entry_number"), ContentHash.ofDigest(row.getBytes("entry_hash"))))
        .findOne();
  }

  /** Adds an entry after the last. */
  void insert(Handle handle, AuditEntry entry) {
    handle
        .createUpdate(
            "INSERT INTO audit_log ("
                + COLUMNS
                + ") VALUES (:number, :at, :act, :script, :version, :actor, :address, :thing,"
                + " :salts, :hash)")
        .bind("number", entry.number())
        .bind("at", entry.at().toEpochMilli())
        .bind("act", entry.act())
        .bind("script", entry.scriptId())
        .bind("version", entry.versionNumber())
        .bind("actor", entry.actor())
        .bind("address", entry.address())
        .bind("thing", entry.thing())
        .bind("salts", entry.salts())
        .bind("hash", entry.hash().bytes())
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO audit_log_end (id, entry_number, entry_hash) VALUES (1, :number, :hash)
            ON CONFLICT (id) DO UPDATE
            SET entry_number = excluded.entry_number, entry_hash = excluded.entry_hash
            """)
        .bind("number", entry.number())
        .bind("hash", entry.hash().bytes())
        .execute();
  }

  /** Newest first, from below a number on. */
  List<AuditEntry> list(Handle handle, AuditFilter filter, long below, int limit) {
    String where =
        "WHERE entry_number < :below"
            + (filter.act() == null ? "" : " AND act = :act")
            + (filter.person() == null ? "" : " AND actor = :person")
            + (filter.scriptId() == null ? "" : " AND script_id = :script")
            + (filter.from() == null ? "" : " AND happened_at >= :from")
            + (filter.until() == null ? "" : " AND happened_at < :until");
    Query query =
        handle
            .createQuery(
                "SELECT "
                    + COLUMNS
                    + "FROM audit_log "
                    + where
                    + " ORDER BY entry_number DESC LIMIT :limit")
            .bind("below", below)
            .bind("limit", limit);
    if (filter.act() != null) {
      query.bind("act", filter.act().key());
    }
    if (filter.person() != null) {
      query.bind("person", filter.person());
    }
    if (filter.scriptId() != null) {
      query.bind("script", filter.scriptId());
    }
    if (filter.from() != null) {
      query.bind("from", filter.from().toEpochMilli());
    }
    if (filter.until() != null) {
      query.bind("until", filter.until().toEpochMilli());
    }
    return query.map(AuditStore::entry).list();
  }

  /** Oldest first. The stream is to be closed. */
  Stream<AuditEntry> all(Handle handle) {
    return handle
        .createQuery("SELECT " + COLUMNS + "FROM audit_log ORDER BY entry_number")
        .map(AuditStore::entry)
        .stream();
  }

  /** Names of those who did something, in alphabetical order. */
  List<String> people(Handle handle, int limit) {
    return handle
        .createQuery(
            "SELECT DISTINCT actor FROM audit_log WHERE actor <> '' ORDER BY actor LIMIT :limit")
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /** Entries before a time that still have an address. */
  List<AuditEntry> withAddressBefore(Handle handle, Instant time, int limit) {
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + "FROM audit_log WHERE address IS NOT NULL AND happened_at < :time"
                + " ORDER BY entry_number LIMIT :limit")
        .bind("time", time.toEpochMilli())
        .bind("limit", limit)
        .map(AuditStore::entry)
        .list();
  }

  /** Erases the address of an entry; its commitment stays. */
  void forgetAddress(Handle handle, AuditEntry entry) {
    handle
        .createUpdate(
            "UPDATE audit_log SET address = NULL, salts = :salts WHERE entry_number = :number")
        .bind("salts", entry.saltsWithoutAddress())
        .bind("number", entry.number())
        .execute();
  }

  private static AuditEntry entry(ResultSet row, StatementContext context) throws SQLException {
    int version = row.getInt("version_number");
    @Nullable Integer versionNumber = row.wasNull() ? null : Integer.valueOf(version);
    return new AuditEntry(
        row.getLong("entry_number"),
        Instant.ofEpochMilli(row.getLong("happened_at")),
        row.getString("act"),
        row.getString("script_id"),
        versionNumber,
        row.getString("actor"),
        row.getString("address"),
        row.getString("thing"),
        row.getBytes("salts"),
        ContentHash.ofDigest(row.getBytes("entry_hash")));
  }
}
