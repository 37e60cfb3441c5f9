package prismq.t.script.versioning.guest;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of who guests of share links are. All methods work in the handle's transaction. */
final class GuestNameStore {
  /** Names a browser among those of a link; the rest of the hash stays here. */
  private static final String KEY = "substr(g.secret_hash, 1, 16)";

  /** Who uses a browser; nobody before they said their name. */
  Optional<KnownGuest> find(Handle handle, String visit) {
    return handle
        .createQuery(
            """
            SELECT coalesce(a.name, g.guest_name) AS name, g.account_id FROM share_guests g
            LEFT JOIN accounts a ON a.id = g.account_id WHERE g.secret_hash = :visit
            """)
        .bind("visit", visit)
        .map(
            (row, context) -> {
              long account = row.getLong("account_id");
              @Nullable Long known = row.wasNull() ? null : account;
              return new KnownGuest(row.getString("name"), known);
            })
        .findOne();
  }

  /** Who wrote versions of the script of a link. */
  List<String> authors(Handle handle, String shareLinkId) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT a.shown_name FROM share_links l
            JOIN script_versions v ON v.script_id = l.script_id
            JOIN shown_authors a ON a.id = v.author WHERE l.share_link_id = :link
            """)
        .bind("link", shareLinkId)
        .mapTo(String.class)
        .list();
  }

  /** Notes the name that is used in a browser. */
  void remember(Handle handle, String visit, String name) {
    handle
        .createUpdate("UPDATE share_guests SET guest_name = :name WHERE secret_hash = :visit")
        .bind("name", name)
        .bind("visit", visit)
        .execute();
  }

  /** Those of a link who said their name, in the order in which they opened it. */
  List<NamedGuest> list(Handle handle, String shareLinkId) {
    return handle
        .createQuery(
            """
            SELECT %s AS guest_key, coalesce(a.name, g.guest_name) AS name,
              g.account_id IS NOT NULL AS is_member,
              (SELECT count(*) FROM comments c WHERE c.visit = g.secret_hash) AS comments,
              (SELECT count(*) FROM guest_verdicts v
                WHERE v.share_link_id = g.share_link_id AND v.visit = g.secret_hash) AS verdicts
            FROM share_guests g LEFT JOIN accounts a ON a.id = g.account_id
            WHERE g.share_link_id = :link AND g.guest_name <> ''
            ORDER BY g.opened_at, g.secret_hash
            """
                .formatted(KEY))
        .bind("link", shareLinkId)
        .map(
            (row, context) ->
                new NamedGuest(
                    row.getString("guest_key"),
                    row.getString("name"),
                    row.getInt("comments"),
                    row.getInt("verdicts"),
                    row.getBoolean("is_member")))
        .list();
  }

  /** Says whose account a guest of a link has; 0 where there is no such guest. */
  int tie(Handle handle, String shareLinkId, String key, long account) {
    return handle
        .createUpdate(
            """
            UPDATE share_guests AS g SET account_id = :account
            WHERE g.share_link_id = :link AND g.guest_name <> '' AND %s = :key
            """
                .formatted(KEY))
        .bind("account", account)
        .bind("link", shareLinkId)
        .bind("key", key)
        .execute();
  }

  /** Has all that such a guest wrote be of the account. */
  void give(Handle handle, String shareLinkId, String key, long account, String name) {
    handle
        .createUpdate(
            """
            UPDATE comments SET account_id = :account, author = :name
            WHERE visit IN (SELECT g.secret_hash FROM share_guests g
              WHERE g.share_link_id = :link AND %s = :key)
            """
                .formatted(KEY))
        .bind("account", account)
        .bind("name", name)
        .bind("link", shareLinkId)
        .bind("key", key)
        .execute();
  }
}
