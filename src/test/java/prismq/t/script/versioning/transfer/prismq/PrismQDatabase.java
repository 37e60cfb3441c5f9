package prismq.t.script.versioning.transfer.prismq;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A database with the tables of PrismQ, as its pipeline has it open. */
final class PrismQDatabase implements AutoCloseable {
  private final Path file;
  private final Connection connection;

  private PrismQDatabase(Path file) throws SQLException {
    this.file = file;
    this.connection = DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  static PrismQDatabase open(Path file) throws SQLException {
    return new PrismQDatabase(file);
  }

  /** A new one whose texts stand in a table of this name. */
  static PrismQDatabase create(Path file, String textTable) throws SQLException {
    PrismQDatabase database = new PrismQDatabase(file);
    database.sql(
        "CREATE TABLE Story (id INTEGER PRIMARY KEY AUTOINCREMENT, idea_id INTEGER, state TEXT NOT"
            + " NULL, created_at TEXT NOT NULL DEFAULT (datetime('now')), updated_at TEXT)");
    database.sql(
        "CREATE TABLE Review (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL, score"
            + " INTEGER NOT NULL CHECK (score >= 0 AND score <= 100), created_at TEXT NOT NULL)");
    for (String table : new String[] {textTable, "Title"}) {
      database.sql(
          "CREATE TABLE "
              + table
              + " (id INTEGER PRIMARY KEY AUTOINCREMENT, story_id INTEGER NOT NULL, version INTEGER"
              + " NOT NULL CHECK (version >= 0), text TEXT NOT NULL, review_id INTEGER, created_at"
              + " TEXT NOT NULL, UNIQUE (story_id, version), FOREIGN KEY (story_id) REFERENCES"
              + " Story (id), FOREIGN KEY (review_id) REFERENCES Review (id))");
    }
    database.sql(
        "CREATE TABLE StoryReview (id INTEGER PRIMARY KEY AUTOINCREMENT, story_id INTEGER NOT NULL,"
            + " review_id INTEGER NOT NULL, version INTEGER NOT NULL, review_type TEXT NOT NULL"
            + " CHECK (review_type IN ('grammar', 'tone', 'content', 'consistency', 'editing')),"
            + " created_at TEXT NOT NULL)");
    return database;
  }

  /** The same tables without any rule: what a damaged or foreign program could have left. */
  static PrismQDatabase createLoose(Path file) throws SQLException {
    PrismQDatabase database = new PrismQDatabase(file);
    database.sql("CREATE TABLE Story (id, idea_id, state, created_at, updated_at)");
    database.sql("CREATE TABLE Review (id, text, score, created_at)");
    database.sql("CREATE TABLE Title (id, story_id, version, text, review_id, created_at)");
    database.sql("CREATE TABLE Content (id, story_id, version, text, review_id, created_at)");
    database.sql(
        "CREATE TABLE StoryReview (id, story_id, review_id, version, review_type, created_at)");
    return database;
  }

  PrismQDatabase sql(String statement, Object... values) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      prepared.execute();
    }
    return this;
  }

  /** Keeps what it writes in a log beside the file until it is closed. */
  PrismQDatabase writeAheadLog() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA wal_autocheckpoint = 0");
    }
    return this;
  }

  PrismQDatabase story(long id) throws SQLException {
    return sql("INSERT INTO Story (id, state) VALUES (?, 'written')", id);
  }

  PrismQDatabase text(String table, long story, int version, String text, String createdAt)
      throws SQLException {
    return sql(
        "INSERT INTO " + table + " (story_id, version, text, created_at) VALUES (?, ?, ?, ?)",
        story,
        version,
        text,
        createdAt);
  }

  PrismQDatabase review(long id, int score, String text) throws SQLException {
    return sql(
        "INSERT INTO Review (id, text, score, created_at) VALUES (?, ?, ?, '2025-11-24 09:00:00')",
        id,
        text,
        score);
  }

  PrismQDatabase storyReview(long story, int version, String type, long review)
      throws SQLException {
    return sql(
        "INSERT INTO StoryReview (story_id, version, review_type, review_id, created_at) VALUES"
            + " (?, ?, ?, ?, '2025-11-24 10:00:00')",
        story,
        version,
        type,
        review);
  }

  Path file() {
    return file;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
