package prismq.t.script.versioning.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The SQL of the browsers that share links were opened in, in the handle's transaction. */
final class ShareVisitStore {
  private static ShareVisit visit(ResultSet row, StatementContext context) throws SQLException {
    return new ShareVisit(
        row.getString("secret_hash"),
        row.getString("share_link_id"),
        row.getString("browser"),
        Instant.ofEpochMilli(row.getLong("opened_at")),
        Instant.ofEpochMilli(row.getLong("used_at")),
        number(row, "shown_version"),
        number(row, "before_version"));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : Integer.valueOf(number);
  }

  /** Adds a browser that was shown nothing yet. */
  void insert(Handle handle, ShareVisit visit) {
    handle
        .createUpdate(
            """
            INSERT INTO share_guests (secret_hash, share_link_id, browser, opened_at, used_at)
            VALUES (:hash, :link, :browser, :opened, :used)
            """)
        .bind("hash", visit.secretHash())
        .bind("link", visit.shareLinkId())
        .bind("browser", visit.browser())
        .bind("opened", visit.openedAt().toEpochMilli())
        .bind("used", visit.usedAt().toEpochMilli())
        .execute();
  }

  /** The browser with a secret of this hash. */
  Optional<ShareVisit> find(Handle handle, String secretHash) {
    return handle
        .createQuery("SELECT * FROM share_guests WHERE secret_hash = :hash")
        .bind("hash", secretHash)
        .map(ShareVisitStore::visit)
        .findOne();
  }

  /** The browsers of a link, used last first. */
  List<ShareVisit> list(Handle handle, String shareLinkId) {
    return handle
        .createQuery(
            """
            SELECT * FROM share_guests WHERE share_link_id = :link
            ORDER BY used_at DESC, secret_hash
            """)
        .bind("link", shareLinkId)
        .map(ShareVisitStore::visit)
        .list();
  }

  /** Notes what a browser was shown, and when. */
  void update(Handle handle, ShareVisit visit) {
    handle
        .createUpdate(
            """
            UPDATE share_guests
            SET used_at = :used, shown_version = :shown, before_version = :before
            WHERE secret_hash = :hash
            """)
        .bind("hash", visit.secretHash())
        .bind("used", visit.usedAt().toEpochMilli())
        .bind("shown", visit.shownVersion())
        .bind("before", visit.beforeVersion())
        .execute();
  }
}
