package prismq.t.script.versioning.account;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of people who are known by name only. All methods work in the handle's transaction. */
final class NamedPeopleStore {
  /** As accounts that nobody can sign in to. */
  List<Account> list(Handle handle) {
    return handle
        .createQuery("SELECT id, name, email FROM named_people ORDER BY name, email")
        .map(
            (row, context) ->
                new Account(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("email"),
                    ZoneOffset.UTC,
                    Account.LANGUAGE_OF_BROWSER,
                    Role.VIEWER,
                    true))
        .list();
  }

  Optional<Long> find(Handle handle, String name, String email) {
    return handle
        .createQuery("SELECT id FROM named_people WHERE name = :name AND email = :email")
        .bind("name", name)
        .bind("email", email)
        .mapTo(Long.class)
        .findOne();
  }

  /** Adds somebody; their number, which is below 0. */
  long add(Handle handle, String name, String email) {
    return handle
        .createQuery(
            """
            INSERT INTO named_people (id, name, email)
            SELECT coalesce(min(id), 0) - 1, :name, :email FROM named_people
            RETURNING id
            """)
        .bind("name", name)
        .bind("email", email)
        .mapTo(Long.class)
        .one();
  }
}
