package prismq.t.script.versioning.transfer.prismq;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * The SQL of PrismQ's database. It works on a copy that nobody else has open. Whoever made the file
 * is not trusted: views, computed columns and functions in the schema are not used.
 */
final class PrismQStore implements AutoCloseable {
  /** So many reviews and titles are read of a version or story. */
  static final int MAX_ROWS = 200;

  /** So many characters are read of a review; more than metadata hold. */
  private static final int MAX_REVIEW_LENGTH = 100_000;

  private static final int MAX_WORD_LENGTH = 1_000;
  private static final List<String> TEXT_TABLES = List.of("Script", "Content");
  private static final List<String> NEEDED = List.of("story_id", "version", "text");
  private static final List<String> OTHER_TABLES =
      List.of("Story", "Title", "Review", "StoryReview");

  /** What SQLite's check says of values, which are looked at one by one here. */
  private static final Predicate<String> ABOUT_VALUES =
      Pattern.compile("^(ok|NULL value in .*|\\S+ value in .*)$").asPredicate();

  private final Handle handle;
  private final boolean isUtf8;
  private final Map<String, Set<String>> columns = new HashMap<>();
  private final List<String> textTables;

  /**
   * A row of Script or Content.
   *
   * @param place the table and the row's id
   * @param version null where it is not a whole number
   * @param versionGiven the version as it stands there
   * @param text null where there is none, or it is over the size limit
   * @param textType what SQLite calls its type
   * @param reviewId null where it has no review
   */
  record TextRow(
      String place,
      @Nullable Long version,
      String versionGiven,
      byte @Nullable [] text,
      String textType,
      @Nullable Long reviewId,
      String createdAt) {}

  /** A row of Title. */
  record TitleRow(@Nullable Long version, String text, String createdAt) {}

  /**
   * A row of Review.
   *
   * @param score null where it is no number
   * @param scoreGiven the score as it stands there
   */
  record ReviewRow(@Nullable Double score, String scoreGiven, String text, String createdAt) {}

  /**
   * A row of StoryReview.
   *
   * @param review null where there is none of its id
   */
  record StoryReviewRow(String type, String createdAt, @Nullable ReviewRow review) {}

  private PrismQStore(Handle handle) {
    this.handle = handle;
    this.isUtf8 = "UTF-8".equals(handle.createQuery("PRAGMA encoding").mapTo(String.class).one());
    this.textTables = new ArrayList<>();
  }

  /**
   * Opens a copy.
   *
   * @param file what people know it as
   * @throws ImportException where it is damaged, or not a database of PrismQ
   */
  static PrismQStore open(Path copy, Path file) {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setCacheSize(-8_000);
    settings.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    SQLiteDataSource source = new SQLiteDataSource(settings);
    source.setUrl("jdbc:sqlite:" + copy);
    try {
      Handle handle = Jdbi.open(source);
      try {
        PrismQStore store = checked(handle, file);
        store.prepare(file);
        return store;
      } catch (RuntimeException e) {
        handle.close();
        throw e;
      }
    } catch (JdbiException e) {
      throw new ImportException(
          file
              + " cannot be read as an SQLite database: it is damaged or encrypted. Nothing was"
              + " imported.",
          e);
    }
  }

  private static PrismQStore checked(Handle handle, Path file) {
    for (String setting :
        List.of(
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "ignore_check_constraints = ON",
            "mmap_size = 0")) {
      handle.execute("PRAGMA " + setting);
    }
    // The copy is thrown away, whatever happens to it.
    handle.createQuery("PRAGMA journal_mode = MEMORY").mapTo(String.class).one();
    handle.execute("PRAGMA synchronous = OFF");
    Optional<String> damage =
        handle.createQuery("PRAGMA quick_check").mapTo(String.class).list().stream()
            .filter(ABOUT_VALUES.negate())
            .findFirst();
    if (damage.isPresent()) {
      throw new ImportException(
          file
              + " is damaged ("
              + damage.get().lines().limit(2).collect(Collectors.joining(" "))
              + "). Nothing was imported; bring it back from a backup.");
    }
    return new PrismQStore(handle);
  }

  private void prepare(Path file) {
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
      throw new ImportException(
          file
              + " is an SQLite database, but not one of PrismQ: it has no table Content or Script"
              + " with the columns story_id, version and text. Nothing was imported.");
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

  private boolean has(String table, String... wanted) {
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
    if (!has("StoryReview", "story_id", "version", "review_id")) {
      missing.add("StoryReview");
    }
    return missing;
  }

  /** The ids of the stories that have texts, in order; also of those that are not in Story. */
  Set<Long> stories() {
    Set<Long> stories = new TreeSet<>();
    for (String table : textTables) {
      handle
          .createQuery(
              "SELECT DISTINCT story_id FROM " + table + " WHERE typeof(story_id) = 'integer'")
          .mapTo(Long.class)
          .forEach(stories::add);
    }
    return stories;
  }

  /** Whether the table Story has it. */
  boolean hasStory(long story) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM Story WHERE id = :story)")
        .bind("story", story)
        .mapTo(Boolean.class)
        .one();
  }

  /** The ids in Story. */
  Set<Long> storyRows() {
    return !has("Story", "id")
        ? Set.of()
        : handle
            .createQuery("SELECT id FROM Story WHERE typeof(id) = 'integer' ORDER BY id")
            .mapTo(Long.class)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Places of the texts whose story id is not a whole number. */
  void textsOfNoStory(Consumer<String> place) {
    for (String table : textTables) {
      handle
          .createQuery(
              "SELECT "
                  + word(table, "id")
                  + " FROM "
                  + table
                  + " WHERE typeof(story_id) != 'integer'")
          .map((row, context) -> table + " " + string(row, 1))
          .forEach(place);
    }
  }

  /** Number of texts of a story. */
  int textCount(long story) {
    int count = 0;
    for (String table : textTables) {
      count +=
          handle
              .createQuery("SELECT count(*) FROM " + table + " WHERE story_id = :story")
              .bind("story", story)
              .mapTo(Integer.class)
              .one();
    }
    return count;
  }

  /**
   * The texts of a story by version; of the same version those of the older table first.
   *
   * @param sizeLimit in bytes
   * @param taker is given one after the other, until it answers false
   */
  void texts(long story, int sizeLimit, Predicate<TextRow> taker) {
    String rows =
        textTables.stream()
            .map(
                table ->
                    "SELECT '"
                        + table
                        + "' AS place, "
                        + word(table, "id")
                        + " AS id, version, "
                        + integer(table, "version")
                        + " AS number, "
                        + word(table, "version")
                        + " AS version_given, typeof(text) AS text_type, CASE WHEN"
                        + " octet_length(text) <= :limit THEN text END AS text, "
                        + integer(table, "review_id")
                        + " AS review_id, "
                        + word(table, "created_at")
                        + " AS created_at, "
                        + TEXT_TABLES.indexOf(table)
                        + " AS age, "
                        + (has(table, "id") ? table + ".id" : "0")
                        + " AS position FROM "
                        + table
                        + " WHERE story_id = :story")
            .collect(Collectors.joining(" UNION ALL "));
    handle
        .createQuery(
            "SELECT place || ' ' || id, number, version_given, "
                // Bytes that are not UTF-8 get lost where SQLite gives characters.
                + (isUtf8 ? "CAST(text AS BLOB)" : "text")
                + ", text IS NULL, text_type, review_id, created_at FROM ("
                + rows
                + ") ORDER BY version, age, position")
        .bind("limit", sizeLimit)
        .bind("story", story)
        .scanResultSet(
            (results, context) -> {
              ResultSet row = results.get();
              while (row.next()) {
                if (!taker.test(textRow(row))) {
                  break;
                }
              }
              return true;
            });
  }

  private TextRow textRow(ResultSet row) throws SQLException {
    String type = string(row, 6);
    return new TextRow(
        string(row, 1),
        number(row, 2),
        string(row, 3),
        row.getBoolean(5) ? null : bytes(row, 4, isUtf8 || type.equals("blob")),
        type,
        number(row, 7),
        string(row, 8));
  }

  private static byte[] bytes(ResultSet row, int column, boolean isBlob) throws SQLException {
    if (!isBlob) {
      return string(row, column).getBytes(StandardCharsets.UTF_8);
    }
    // The driver gives null for a blob without bytes.
    byte @Nullable [] bytes = row.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  /** The titles of a story, the newest first. */
  List<TitleRow> titles(long story) {
    if (!has("Title", "story_id", "text")) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT "
                + integer("Title", "version")
                + " AS number, "
                + word("Title", "text")
                + ", "
                + word("Title", "created_at")
                + " FROM Title WHERE story_id = :story AND text IS NOT NULL ORDER BY number DESC, "
                + word("Title", "id")
                + " + 0 DESC LIMIT "
                + MAX_ROWS)
        .bind("story", story)
        .map((row, context) -> new TitleRow(number(row, 1), string(row, 2), string(row, 3)))
        .list();
  }

  /** The review of an id. */
  Optional<ReviewRow> review(long id) {
    return !has("Review", "id")
        ? Optional.empty()
        : handle
            .createQuery("SELECT " + reviewColumns() + " FROM Review WHERE Review.id = :id LIMIT 1")
            .bind("id", id)
            .map((row, context) -> reviewRow(row, 1))
            .findOne();
  }

  private String reviewColumns() {
    return real("Review", "score")
        + ", "
        + word("Review", "score")
        + ", "
        + text("Review", "text", MAX_REVIEW_LENGTH)
        + ", "
        + word("Review", "created_at");
  }

  private static ReviewRow reviewRow(ResultSet row, int first) throws SQLException {
    double score = row.getDouble(first);
    return new ReviewRow(
        row.wasNull() ? null : score,
        string(row, first + 1),
        string(row, first + 2),
        string(row, first + 3));
  }

  /** The reviews of a story at a version, at most one more than {@value #MAX_ROWS}. */
  List<StoryReviewRow> storyReviews(long story, long version) {
    if (!has("StoryReview", "story_id", "version", "review_id") || !has("Review", "id")) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT "
                + word("StoryReview", "review_type")
                + ", "
                + word("StoryReview", "created_at")
                + ", Review.id IS NOT NULL, "
                + reviewColumns()
                + " FROM StoryReview LEFT JOIN Review ON Review.id = StoryReview.review_id WHERE"
                + " StoryReview.story_id = :story AND StoryReview.version = :version ORDER BY "
                + word("StoryReview", "id")
                + " + 0 LIMIT "
                + (MAX_ROWS + 1))
        .bind("story", story)
        .bind("version", version)
        .map(
            (row, context) ->
                new StoryReviewRow(
                    string(row, 1), string(row, 2), row.getBoolean(3) ? reviewRow(row, 4) : null))
        .list();
  }

  /** The versions of a story that have reviews, as they stand there. */
  Set<String> reviewedVersions(long story) {
    return !has("StoryReview", "story_id", "version")
        ? Set.of()
        : handle
            .createQuery(
                "SELECT DISTINCT "
                    + word("StoryReview", "version")
                    + " FROM StoryReview WHERE story_id = :story")
            .bind("story", story)
            .map((row, context) -> string(row, 1))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A column as a whole number; null where it is none. */
  private String integer(String table, String column) {
    String name = table + "." + column;
    return has(table, column)
        ? "CASE WHEN typeof(" + name + ") = 'integer' THEN " + name + " END"
        : "NULL";
  }

  private String real(String table, String column) {
    String name = table + "." + column;
    return has(table, column)
        ? "CASE WHEN typeof(" + name + ") IN ('integer', 'real') THEN " + name + " END"
        : "NULL";
  }

  private String word(String table, String column) {
    return text(table, column, MAX_WORD_LENGTH);
  }

  /** A column as a text of limited length; empty where there is none. */
  private String text(String table, String column, int longest) {
    return has(table, column)
        ? "coalesce(substr(CAST(" + table + "." + column + " AS TEXT), 1, " + longest + "), '')"
        : "''";
  }

  private static String string(ResultSet row, int column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  @Override
  public void close() {
    handle.close();
  }
}
