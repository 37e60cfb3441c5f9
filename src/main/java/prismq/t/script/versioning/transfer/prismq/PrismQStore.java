package prismq.t.script.versioning.transfer.prismq;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.imports.ImportException;

/**
 * The SQL of PrismQ's database. It works on a private copy. The file is not trusted: views,
 * computed columns and functions in the schema are not used.
 */
final class PrismQStore implements AutoCloseable {
  private static final int MAX_TITLES = 200;

  /** What SQLite's check says of values, which are looked at one by one here. */
  private static final Predicate<String> ABOUT_VALUES =
      Pattern.compile("^(ok|NULL value in .*|\\S+ value in .*)$").asPredicate();

  private final Handle handle;
  private final boolean isUtf8;
  private final SchemaStore schema;
  private final ReviewStore reviews;

  private PrismQStore(Handle handle, SchemaStore schema) {
    this.handle = handle;
    this.schema = schema;
    this.reviews = new ReviewStore(handle, schema);
    this.isUtf8 = "UTF-8".equals(handle.createQuery("PRAGMA encoding").mapTo(String.class).one());
  }

  /**
   * Opens a copy.
   *
   * @param file what people know it as
   * @throws ImportException if it is damaged, or not a database of PrismQ
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
        check(handle, file);
        return new PrismQStore(handle, new SchemaStore(handle, file));
      } catch (RuntimeException e) {
        handle.close();
        throw e;
      }
    } catch (JdbiException e) {
      throw new ImportException(FilledMessage.of("import.prismq.unreadable", file), e);
    }
  }

  private static void check(Handle handle, Path file) {
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
          FilledMessage.of(
              "import.prismq.damaged",
              file,
              damage.get().lines().limit(2).collect(Collectors.joining(" "))));
    }
  }

  /** The tables that are not there, or without the columns that are needed. */
  List<String> missingTables() {
    return schema.missingTables();
  }

  /** The ids of the stories that have texts, in order; also of those that are not in Story. */
  Set<Long> stories() {
    Set<Long> stories = new TreeSet<>();
    for (String table : schema.textTables()) {
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
    return !schema.has("Story", "id")
        ? Set.of()
        : handle
            .createQuery("SELECT id FROM Story WHERE typeof(id) = 'integer' ORDER BY id")
            .mapTo(Long.class)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Places of the texts whose story id is not a whole number. */
  void textsOfNoStory(Consumer<String> place) {
    for (String table : schema.textTables()) {
      handle
          .createQuery(
              "SELECT "
                  + schema.word(table, "id")
                  + " FROM "
                  + table
                  + " WHERE typeof(story_id) != 'integer'")
          .map((row, context) -> table + " " + SchemaStore.string(row, 1))
          .forEach(place);
    }
  }

  /** Number of texts of a story. */
  int textCount(long story) {
    int count = 0;
    for (String table : schema.textTables()) {
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
        schema.textTables().stream()
            .map(
                table ->
                    "SELECT '"
                        + table
                        + "' AS place, "
                        + schema.word(table, "id")
                        + " AS id, version, "
                        + schema.integer(table, "version")
                        + " AS number, "
                        + schema.word(table, "version")
                        + " AS version_given, typeof(text) AS text_type, CASE WHEN"
                        + " octet_length(text) <= :limit THEN text END AS text, "
                        + schema.integer(table, "review_id")
                        + " AS review_id, "
                        + schema.word(table, "created_at")
                        + " AS created_at, "
                        + schema.age(table)
                        + " AS age, "
                        + (schema.has(table, "id") ? table + ".id" : "0")
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
    String type = SchemaStore.string(row, 6);
    return new TextRow(
        SchemaStore.string(row, 1),
        SchemaStore.number(row, 2),
        SchemaStore.string(row, 3),
        row.getBoolean(5) ? null : bytes(row, 4, isUtf8 || type.equals("blob")),
        type,
        SchemaStore.number(row, 7),
        SchemaStore.string(row, 8));
  }

  private static byte[] bytes(ResultSet row, int column, boolean isBlob) throws SQLException {
    if (!isBlob) {
      return SchemaStore.string(row, column).getBytes(StandardCharsets.UTF_8);
    }
    // The driver gives null for a blob without bytes.
    byte @Nullable [] bytes = row.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  /** The titles of a story, the newest first. */
  List<TitleRow> titles(long story) {
    if (!schema.has("Title", "story_id", "text")) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT "
                + schema.integer("Title", "version")
                + " AS number, "
                + schema.word("Title", "text")
                + ", "
                + schema.word("Title", "created_at")
                + " FROM Title WHERE story_id = :story AND text IS NOT NULL ORDER BY number DESC, "
                + schema.word("Title", "id")
                + " + 0 DESC LIMIT "
                + MAX_TITLES)
        .bind("story", story)
        .map(
            (row, context) ->
                new TitleRow(
                    SchemaStore.number(row, 1),
                    SchemaStore.string(row, 2),
                    SchemaStore.string(row, 3)))
        .list();
  }

  /** The reviews of texts and stories. */
  ReviewStore reviews() {
    return reviews;
  }

  @Override
  public void close() {
    handle.close();
  }
}
