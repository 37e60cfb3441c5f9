package prismq.t.script.versioning.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Migrates the schema; the number of the last step is SQLite's {@code user_version}. */
final class Migrations {
  private static final List<String> STEPS =
      List.of(
          "0001_scripts.sql",
          "0002_branches.sql",
          "0003_search.sql",
          "0004_search_terms.sql",
          "0005_labels.sql");

  private Migrations() {}

  static void run(Connection connection, Path file) throws SQLException {
    int version = pragma(connection, "user_version");
    if ((version == 0 && pragma(connection, "schema_version") > 0)
        || (version > 0 && pragma(connection, "application_id") != Database.APPLICATION_ID)) {
      throw new UnusableDatabaseException(
          file
              + " is a database of another program. It was left as it is; name another folder with"
              + " --data.");
    }
    if (version > STEPS.size()) {
      throw new UnusableDatabaseException(
          file
              + " was written by a newer release (schema "
              + version
              + ", this one knows "
              + STEPS.size()
              + "). It was left as it is; start the newer release.");
    }
    if (version == STEPS.size()) {
      return;
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      // Read again under the lock: another process may have done it meanwhile.
      for (int step = pragma(connection, "user_version"); step < STEPS.size(); step++) {
        statement.executeUpdate(script(STEPS.get(step)));
        statement.executeUpdate("PRAGMA user_version = " + (step + 1));
      }
      statement.executeUpdate("PRAGMA application_id = " + Database.APPLICATION_ID);
      connection.commit();
    }
  }

  private static int pragma(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA " + name)) {
      return result.getInt(1);
    }
  }

  private static String script(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream("/db/migrations/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the migration " + name + " is missing in the jar");
      }
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // SQLite keeps statements in the file just as they are written, and a page of blanks is one.
      return sql.replaceAll("--[^\\n]*", "").replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
