package prismq.t.script.versioning.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The SQL of who authors are. All methods work in the handle's transaction. */
final class PersonStore {
  private static final RowMapper<TiedPerson> PERSON =
      (row, context) -> {
        long id = row.getLong("id");
        String shown = row.getString("shown");
        long account = row.getLong("account_id");
        return new TiedPerson(id, shown, row.wasNull() ? null : account);
      };

  private static final String PEOPLE =
      """
      SELECT p.id, p.account_id, coalesce(c.name, p.name) AS shown
      FROM people p LEFT JOIN accounts c ON c.id = p.account_id
      """;

  /** All names that versions were saved under, in alphabetical order. */
  List<SavedName> names(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT a.*, v.versions, v.scripts, v.first, v.last
            FROM shown_authors a
            JOIN (SELECT author, count(*) AS versions, count(DISTINCT script_id) AS scripts,
                    min(created_at) AS first, max(created_at) AS last
                  FROM script_versions GROUP BY author) v ON v.author = a.id
            ORDER BY lower(a.name), a.name, a.email, a.id
            """)
        .map(
            (row, context) -> {
              long person = row.getLong("person_id");
              boolean isTied = !row.wasNull();
              long account = row.getLong("account_id");
              boolean hasAccount = !row.wasNull();
              return new SavedName(
                  row.getLong("id"),
                  row.getString("name"),
                  row.getString("email"),
                  row.getString("shown_name"),
                  isTied ? person : null,
                  hasAccount ? account : null,
                  row.getInt("versions"),
                  row.getInt("scripts"),
                  Instant.ofEpochMilli(row.getLong("first")),
                  Instant.ofEpochMilli(row.getLong("last")));
            })
        .list();
  }

  List<TiedPerson> people(Handle handle) {
    return handle.createQuery(PEOPLE + "ORDER BY lower(shown), shown, p.id").map(PERSON).list();
  }

  Optional<TiedPerson> person(Handle handle, long id) {
    return handle.createQuery(PEOPLE + "WHERE p.id = :id").bind("id", id).map(PERSON).findOne();
  }

  Optional<TiedPerson> ofAccount(Handle handle, long account) {
    return handle
        .createQuery(PEOPLE + "WHERE p.account_id = :account")
        .bind("account", account)
        .map(PERSON)
        .findOne();
  }

  void insertAccount(Handle handle, long account) {
    handle
        .createUpdate("INSERT INTO people (account_id) VALUES (:account)")
        .bind("account", account)
        .execute();
  }

  long insertNamed(Handle handle, String shown) {
    return handle
        .createQuery("INSERT INTO people (name) VALUES (:shown) RETURNING id")
        .bind("shown", shown)
        .mapTo(Long.class)
        .one();
  }

  void rename(Handle handle, long person, String shown) {
    handle
        .createUpdate("UPDATE people SET name = :shown WHERE id = :person")
        .bind("shown", shown)
        .bind("person", person)
        .execute();
  }

  void tie(Handle handle, long author, long person) {
    handle
        .createUpdate("INSERT INTO author_people (author_id, person_id) VALUES (:author, :person)")
        .bind("author", author)
        .bind("person", person)
        .execute();
  }

  void untie(Handle handle, long author) {
    handle
        .createUpdate("DELETE FROM author_people WHERE author_id = :author")
        .bind("author", author)
        .execute();
  }

  void delete(Handle handle, long person) {
    handle
        .createUpdate("DELETE FROM author_people WHERE person_id = :person")
        .bind("person", person)
        .execute();
    handle.createUpdate("DELETE FROM people WHERE id = :person").bind("person", person).execute();
  }
}
