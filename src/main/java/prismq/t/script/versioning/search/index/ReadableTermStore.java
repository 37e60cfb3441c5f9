package prismq.t.script.versioning.search.index;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import prismq.t.script.versioning.db.Deadline;
import prismq.t.script.versioning.history.ReadableScripts;

/**
 * The SQL of the index for who may not read all scripts: the vocabulary counts the rows of all, so
 * each term is looked up by its rows. All methods work in the handle's transaction.
 */
final class ReadableTermStore {
  /** The number of a script is the upper half of the id of each of its rows. */
  private static final String IS_READABLE =
      "((rowid >> 32) IN (SELECT value FROM json_each(:scripts))) = :only ";

  private static Query query(Handle handle, ReadableScripts readable, String start, String end) {
    return handle
        .createQuery(start + "AND " + IS_READABLE + end)
        .bind("scripts", readable.json())
        .bind("only", readable.isOnlyThese() ? 1 : 0);
  }

  /** {@link IndexStore#match} of these scripts. */
  List<RowId> match(
      Handle handle,
      ReadableScripts readable,
      String expression,
      long below,
      int limit,
      Deadline deadline) {
    List<RowId> found = new ArrayList<>();
    deadline.during(
        handle,
        () ->
            query(
                    handle,
                    readable,
                    "SELECT rowid FROM search_terms WHERE search_terms MATCH :expression"
                        + " AND rowid < :below ",
                    "ORDER BY rowid DESC LIMIT :limit")
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

  /** The number of rows of these scripts that have a term. */
  int rowsWith(Handle handle, ReadableScripts readable, String term) {
    return query(
            handle,
            readable,
            "SELECT count(*) FROM search_terms WHERE search_terms MATCH :expression ",
            "")
        .bind("expression", expression(term))
        .mapTo(Integer.class)
        .one();
  }

  private static String expression(String term) {
    return '"' + term.replace("\"", "\"\"") + '"';
  }

  /** Terms of these scripts that begin with some characters, in their order. */
  List<String> termsFrom(Handle handle, ReadableScripts readable, String beginning, int limit) {
    return handle
        .createQuery(
            """
            SELECT term FROM search_vocabulary
            WHERE term >= :beginning AND term < :beginning || char(1114111)
            ORDER BY term
            """)
        .bind("beginning", beginning)
        .scanResultSet(
            (rows, context) -> {
              List<String> terms = new ArrayList<>();
              ResultSet row = rows.get();
              while (terms.size() < limit && row.next()) {
                String term = row.getString(1);
                if (rowsWith(handle, readable, term) > 0) {
                  terms.add(term);
                }
              }
              return terms;
            });
  }
}
