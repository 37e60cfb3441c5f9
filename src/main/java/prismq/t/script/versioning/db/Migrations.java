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
          "0005_labels.sql",
          "0006_formats.sql",
          "0007_hash_format_2.sql",
          "0008_audit_log.sql",
          "0010_description_rule.sql",
          "0011_accounts.sql",
          "0012_tokens.sql",
          "0013_script_rights.sql",
          "0014_sign_on.sql",
          "0015_people.sql",
          "0016_drafts.sql",
          "0017_projects.sql",
          "0018_share_links.sql",
          "0019_threads.sql",
          "0020_reviews.sql",
          "0021_labels_and_turns.sql",
          "0022_suggestions.sql",
          "0023_reading.sql",
          "0024_notifications.sql",
          "0025_guest_comments.sql",
          "0026_private_feeds.sql",
          "0027_webhooks.sql",
          "0028_guest_verdicts.sql",
          "0029_named_people.sql",
          "0030_read_words_of_verdicts.sql",
          "0031_revisions.sql",
          "0032_lengths.sql");

  private Migrations() {}

  /**
   * Checks a file that cannot be migrated.
   *
   * @throws UnusableDatabaseException if it is not of this release
   */
  static void check(Connection connection, Path file) throws SQLException {
    if (checkedVersion(connection, file) < STEPS.size()) {
      throw new UnusableDatabaseException(
          file
              + " was written by an earlier release and has to be changed for this one, but it"
              + " cannot be written. Copy it to a folder that can be, or give this user the right"
              + " to write there.");
    }
  }

  static void run(Connection connection, Path file) throws SQLException {
    int version = checkedVersion(connection, file);
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

  /** The version of the schema; of a file that this program can use. */
  private static int checkedVersion(Connection connection, Path file) throws SQLException {
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
    return version;
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
