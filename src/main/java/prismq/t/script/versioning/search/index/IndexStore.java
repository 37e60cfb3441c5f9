package prismq.t.script.versioning.search.index;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import prismq.t.script.versioning.core.passage.NewPassages;
import prismq.t.script.versioning.core.passage.PassageHistory;
import prismq.t.script.versioning.db.Deadline;

/** The SQL of the index. All methods work in the handle's transaction. */
final class IndexStore {
  /**
   * Counts the ways in which an index was made. To be raised by one whenever texts are cut into
   * other passages, passages are made of other pieces, or terms are folded otherwise than before:
   * an index of another format is emptied when serving starts, and made anew in the background. The
   * row with the id 0, which is no script's, holds the format in place of a number of passages, and
   * random bytes that tell one making from the next; an index without that row is older.
   */
  static final int FORMAT = 4;

  private static final int ROWS_AT_ONCE = 500;

  /** Of the index, merged in one step. */
  private static final int PAGES_AT_ONCE = 500;

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * How far a script is indexed.
   *
   * @param version the last version that is in the index; 0 where only the title is
   * @param versionHash of that version; empty where there is none
   * @param making differs from one making of the index to the next, whatever process made it
   */
  record Indexed(int version, byte[] versionHash, byte[] making) {
    boolean isSameAs(Indexed other) {
      return version == other.version
          && Arrays.equals(versionHash, other.versionHash)
          && Arrays.equals(making, other.making);
    }

    /** The same making, further on. */
    Indexed at(int laterVersion, byte[] laterHash) {
      return new Indexed(laterVersion, laterHash, making);
    }
  }

  /** How far a script is indexed; empty where not even its title is. */
  Optional<Indexed> indexed(Handle handle, long script) {
    return handle
        .createQuery(
            """
            SELECT c.version_number, v.version_hash, m.written AS making FROM (
              SELECT id - :first AS version_number FROM passage_changes
              WHERE id >= :first AND id < :next ORDER BY id DESC LIMIT 1) c
            LEFT JOIN script_versions v
              ON v.script_id = :script AND v.version_number = c.version_number
            LEFT JOIN passage_changes m ON m.id = 0
            """)
        .bind("script", script)
        .bind("first", RowId.first(script))
        .bind("next", RowId.first(script + 1))
        .map(
            (row, context) -> {
              byte[] hash = row.getBytes("version_hash");
              byte[] making = row.getBytes("making");
              return new Indexed(
                  row.getInt("version_number"),
                  hash == null ? new byte[0] : hash,
                  making == null ? new byte[0] : making);
            })
        .findOne();
  }

  /** The number of a script. */
  long script(Handle handle, String scriptId) {
    return handle
        .createQuery("SELECT id FROM scripts WHERE script_id = :script_id")
        .bind("script_id", scriptId)
        .mapTo(Long.class)
        .one();
  }

  PassageHistory history(Handle handle, long script) {
    PassageHistory.Builder history = new PassageHistory.Builder();
    return handle
        .createQuery(
            """
            SELECT new_passages, changes, written FROM passage_changes
            WHERE id > :first AND id < :next ORDER BY id
            """)
        .bind("first", RowId.first(script))
        .bind("next", RowId.first(script + 1))
        .scanResultSet(
            (rows, context) -> {
              ResultSet row = rows.get();
              while (row.next()) {
                history.add(row.getInt(1), row.getBytes(2), row.getBytes(3));
              }
              return history.build();
            });
  }

  void insert(Handle handle, long script, int version, NewPassages passages) {
    handle
        .createUpdate(
            """
            INSERT INTO passage_changes (id, new_passages, changes, written)
            VALUES (:id, :new_passages, :changes, :written)
            """)
        .bind("id", RowId.first(script) + version)
        .bind("new_passages", passages.texts().size())
        .bind("changes", passages.changes())
        .bind("written", passages.written())
        .execute();
  }

  /** A row with its terms, separated by spaces. */
  record TermsRow(RowId row, String terms) {}

  /** Adds rows, of which there may be hundreds of thousands. */
  void insertTerms(Handle handle, Stream<TermsRow> rows) {
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO search_terms (rowid, terms) VALUES (:id, :terms)");
    rows.filter(row -> !row.terms.isEmpty())
        .forEach(
            row -> {
              batch.bind("id", row.row.id()).bind("terms", row.terms).add();
              if (batch.size() == ROWS_AT_ONCE) {
                batch.execute();
              }
            });
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Removes a row; the index must be given the row's terms. */
  void removeTerms(Handle handle, TermsRow row) {
    if (row.terms.isEmpty()) {
      return; // Such a row was never inserted.
    }
    handle
        .createUpdate(
            """
            INSERT INTO search_terms (search_terms, rowid, terms) VALUES ('delete', :id, :terms)
            """)
        .bind("id", row.row.id())
        .bind("terms", row.terms)
        .execute();
  }

  /** Empties the index, which has the current format then. */
  void clear(Handle handle) {
    handle.createUpdate("DELETE FROM passage_changes").execute();
    handle.createUpdate("INSERT INTO search_terms (search_terms) VALUES ('delete-all')").execute();
    handle
        .createUpdate(
            """
            INSERT INTO passage_changes (id, new_passages, changes, written)
            VALUES (0, :format, x'', :making)
            """)
        .bind("format", FORMAT)
        .bind("making", newMaking())
        .execute();
  }

  private static byte[] newMaking() {
    byte[] making = new byte[8];
    RANDOM.nextBytes(making);
    return making;
  }

  /**
   * Scripts whose index does not reach their latest version, or that are not in it at all.
   *
   * @param above only those with a greater number
   */
  List<Behind> behind(Handle handle, long above, int limit) {
    return handle
        .createQuery(
            """
            SELECT s.id, s.script_id FROM scripts s
            WHERE s.id > :above AND NOT EXISTS (
              SELECT 1 FROM passage_changes c
              WHERE c.id = s.id * 4294967296 + s.latest_version)
            ORDER BY s.id LIMIT :limit
            """)
        .bind("above", above)
        .bind("limit", limit)
        .map((row, context) -> new Behind(row.getLong("id"), row.getString("script_id")))
        .list();
  }

  /** A script that is not indexed to its end, by its number and its id. */
  record Behind(long script, String scriptId) {}

  /** Whether the index has the current format; false for one that was never added to. */
  boolean isCurrent(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM passage_changes WHERE id = 0 AND new_passages = :format")
        .bind("format", FORMAT)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Whether there is nothing in the index. */
  boolean isEmpty(Handle handle) {
    return handle
        .createQuery("SELECT 1 FROM passage_changes WHERE id > 0 LIMIT 1")
        .mapTo(Integer.class)
        .findOne()
        .isEmpty();
  }

  /** Merges some of the parts that saves have added to the index; whether there are more. */
  boolean optimizeStep(Handle handle, boolean isFirst) {
    String changes = "SELECT total_changes()";
    int before = handle.createQuery(changes).mapTo(Integer.class).one();
    handle
        .createUpdate("INSERT INTO search_terms (search_terms, rank) VALUES ('merge', :pages)")
        .bind("pages", isFirst ? -PAGES_AT_ONCE : PAGES_AT_ONCE)
        .execute();
    // The statement itself counts as one change.
    return handle.createQuery(changes).mapTo(Integer.class).one() - before > 1;
  }

  /** How far the index is complete. */
  IndexState state(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT
              (SELECT count(*) FROM passage_changes WHERE id > 0) AS indexed,
              (SELECT count(*) FROM passage_changes WHERE id > 0 AND id % 4294967296 = 0)
                AS indexed_scripts,
              (SELECT count(*) FROM scripts) AS scripts,
              (SELECT coalesce(sum(latest_version), 0) FROM scripts) AS versions
            """)
        .map(
            (row, context) -> {
              int indexed = row.getInt("indexed") - row.getInt("indexed_scripts");
              int versions = row.getInt("versions");
              return new IndexState(
                  indexed,
                  versions,
                  indexed == versions && row.getInt("indexed_scripts") == row.getInt("scripts"));
            })
        .one();
  }

  /**
   * The rows that an FTS5 expression finds, those with the largest ids first.
   *
   * @param below only rows with smaller ids
   */
  List<RowId> match(Handle handle, String expression, long below, int limit, Deadline deadline) {
    List<RowId> found = new ArrayList<>();
    deadline.during(
        handle,
        () ->
            handle
                .createQuery(
                    """
                    SELECT rowid FROM search_terms
                    WHERE search_terms MATCH :expression AND rowid < :below
                    ORDER BY rowid DESC LIMIT :limit
                    """)
                .bind("expression", expression)
                .bind("below", below)
                .bind("limit", limit)
                .scanResultSet(
                    (rows, context) -> {
                      ResultSet row = rows.get();
                      while (row.next()) {
                        found.add(RowId.of(row.getLong(1)));
                      }
                      return found;
                    }));
    return found;
  }

  /** Number of bytes of the database file that are not of other tables. */
  long sizeBytes(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT page_count * page_size - (
              SELECT coalesce(sum(pgsize), 0) FROM dbstat
              WHERE name <> 'passage_changes' AND name NOT LIKE 'search\\_%' ESCAPE '\\')
            FROM pragma_page_count, pragma_page_size
            """)
        .mapTo(Long.class)
        .one();
  }

  /** Whether an FTS5 expression finds a row. */
  boolean has(Handle handle, RowId row, String expression) {
    return handle
        .createQuery(
            "SELECT 1 FROM search_terms WHERE search_terms MATCH :expression AND rowid = :id")
        .bind("expression", expression)
        .bind("id", row.id())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Receives each term with its row, in no order. */
  interface TermVisitor {
    void visit(long row, String term);
  }

  /** Goes through all terms of all rows. */
  void forEachTerm(Handle handle, TermVisitor visitor) {
    handle
        .createQuery("SELECT doc, term FROM search_instances")
        .scanResultSet(
            (rows, context) -> {
              ResultSet row = rows.get();
              while (row.next()) {
                visitor.visit(row.getLong(1), row.getString(2));
              }
              return visitor;
            });
  }

  /** The number of rows that have a term. */
  int rowsWith(Handle handle, String term) {
    return handle
        .createQuery("SELECT doc FROM search_vocabulary WHERE term = :term")
        .bind("term", term)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  /** Receives each term with the number of rows that have it. */
  interface VocabularyVisitor {
    void visit(String term, int rows);
  }

  /** Goes through the terms of some lengths, in characters, until a time. */
  void forEachTerm(
      Handle handle, int shortest, int longest, Deadline deadline, VocabularyVisitor visitor) {
    deadline.during(
        handle,
        () ->
            handle
                .createQuery(
                    """
                    SELECT term, doc FROM search_vocabulary
                    WHERE length(term) BETWEEN :shortest AND :longest
                    """)
                .bind("shortest", shortest)
                .bind("longest", longest)
                .scanResultSet(
                    (rows, context) -> {
                      ResultSet row = rows.get();
                      while (row.next()) {
                        visitor.visit(row.getString(1), row.getInt(2));
                      }
                      return visitor;
                    }));
  }

  /** Terms that begin with some characters, in their order. */
  List<String> termsFrom(Handle handle, String beginning, int limit) {
    return handle
        .createQuery(
            """
            SELECT term FROM search_vocabulary
            WHERE term >= :beginning AND term < :beginning || char(1114111)
            ORDER BY term LIMIT :limit
            """)
        .bind("beginning", beginning)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }
}
