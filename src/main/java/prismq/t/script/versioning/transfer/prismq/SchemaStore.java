package prismq.t.script.versioning.transfer.prismq;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * The tables and columns of a database of PrismQ, which releases have more or less of, and the SQL
 * that reads a column that may not be there.
 */
final class SchemaStore {
  private static final int MAX_WORD_LENGTH = 1_000;
  private static final List<String> TEXT_TABLES = List.of("Script", "Content");
  private static final List<String> NEEDED = List.of("story_id", "version", "text");
  private static final List<String> OTHER_TABLES =
      List.of("Story", "Title", "Review", "StoryReview");

  private final Handle handle;
  private final Map<String, Set<String>> columns = new HashMap<>();
  private final List<String> textTables = new ArrayList<>();

  /**
   * Reads which tables and columns there are, and makes indexes for what is asked.
   *
   * @param file what people know the database as
   * @throws ImportException if it is not a database of PrismQ
   */
  SchemaStore(Handle handle, Path file) {
    this.handle = handle;
    Map<String, String> tables = new LinkedHashMap<>();
    handle
        .createQuery("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        .mapTo(String.class)
        .forEach(name -> tables.put(name.toLowerCase(Locale.ROOT), name));
    Stream.concat(TEXT_TABLES.stream(), OTHER_TABLES.stream())
        .filter(table -> tables.containsKey(table.toLowerCase(Locale.ROOT)))
        .forEach(
            table ->
                columns.put(
                    table,
                    handle
                        .createQuery(
                            "SELECT lower(name) FROM pragma_table_xinfo(:table) WHERE hidden = 0")
                        .bind("table", table)
                        .mapTo(String.class)
                        .collect(Collectors.toSet())));
    TEXT_TABLES.stream()
        .filter(table -> columns(table).containsAll(NEEDED))
        .forEach(textTables::add);
    if (textTables.isEmpty()) {
      throw new ImportException(FilledMessage.of("import.prismq.other_database", file));
    }
    for (String table : textTables) {
      index(table, "story_id", "version");
    }
    index("Title", "story_id", "version");
    index("Review", "id");
    index("Story", "id");
    index("StoryReview", "story_id", "version");
  }

  private Set<String> columns(String table) {
    return columns.getOrDefault(table, Set.of());
  }

  /** Whether a table is there with all these columns. */
  boolean has(String table, String... wanted) {
    return columns(table).containsAll(List.of(wanted));
  }

  private void index(String table, String... wanted) {
    if (has(table, wanted)) {
      handle.execute(
          "CREATE INDEX IF NOT EXISTS script_versioning_"
              + table
              + " ON "
              + table
              + " ("
              + String.join(", ", wanted)
              + ")");
    }
  }

  /** The tables that are not there, or without the columns that are needed. */
  List<String> missingTables() {
    List<String> missing = new ArrayList<>();
    if (!has("Story", "id")) {
      missing.add("Story");
    }
    if (!has("Title", "story_id", "text")) {
      missing.add("Title");
    }
    if (!has("Review", "id")) {
      missing.add("Review");
    }
    if (!has("StoryReview", "story_id", "review_id")) {
      missing.add("StoryReview");
    }
    return missing;
  }

  /** The tables that texts are in. */
  List<String> textTables() {
    return textTables;
  }

  /** Which table is older: the smaller number. */
  int age(String textTable) {
    return TEXT_TABLES.indexOf(textTable);
  }

  /** A column as a whole number; null if it is none. */
  String integer(String table, String column) {
    String name = table + "." + column;
    return has(table, column)
        ? "CASE WHEN typeof(" + name + ") = 'integer' THEN " + name + " END"
        : "NULL";
  }

  /** A column as a number; null if it is none. */
  String real(String table, String column) {
    String name = table + "." + column;
    return has(table, column)
        ? "CASE WHEN typeof(" + name + ") IN ('integer', 'real') THEN " + name + " END"
        : "NULL";
  }

  /** A column as a short text; empty if there is none. */
  String word(String table, String column) {
    return text(table, column, MAX_WORD_LENGTH);
  }

  /** A column as a text of limited length; empty if there is none. */
  String text(String table, String column, int longest) {
    return has(table, column)
        ? "coalesce(substr(CAST(" + table + "." + column + " AS TEXT), 1, " + longest + "), '')"
        : "''";
  }

  /** A column of a row as a text; empty for null. */
  static String string(ResultSet row, int column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  /** A column of a row as a whole number. */
  static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
