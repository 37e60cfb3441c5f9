package prismq.t.script.versioning.review;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.history.Version;

/**
 * The SQL of what guests of share links decided. All methods work in the handle's transaction.
 * Those that a guest took back by a later one about the same words are kept and not shown.
 */
final class GuestVerdictStore {
  /** So many of one link at most, so that no link drives those of others out of sight. */
  private static final int MOST_OF_LINK = 10;

  private static final String STANDING =
      """
      SELECT * FROM (SELECT v.*, s.script_id AS script_key,
        coalesce(a.name, v.author) AS shown_author, g.account_id IS NULL AS is_guest,
        row_number() OVER (PARTITION BY v.share_link_id ORDER BY v.id DESC) AS place
      FROM guest_verdicts v JOIN scripts s ON s.id = v.script_id
      JOIN share_guests g ON g.secret_hash = v.visit LEFT JOIN accounts a ON a.id = g.account_id
      WHERE NOT EXISTS (SELECT 1 FROM guest_verdicts later
        WHERE later.share_link_id = v.share_link_id AND later.visit = v.visit
          AND later.content_hash = v.content_hash AND later.id > v.id)
      """;

  private static final RowMapper<GuestVerdict> VERDICT =
      (row, context) ->
          new GuestVerdict(
              row.getString("script_key"),
              row.getString("share_link_id"),
              row.getString("shown_author"),
              row.getBoolean("is_guest"),
              row.getInt("version_number"),
              Verdict.named(row.getString("verdict")),
              row.getString("comment"),
              Instant.ofEpochMilli(row.getLong("given_at")));

  /** Those of a link about the words of a version, newest first. */
  List<GuestVerdict> ofLink(Handle handle, String shareLinkId, Version version, int limit) {
    return select(handle, "v.share_link_id = :link AND v.content_hash = :hash")
        .bind("link", shareLinkId)
        .bind("hash", version.contentHash().bytes())
        .bind("limit", limit)
        .map(VERDICT)
        .list();
  }

  /** Those about a version, newest first. */
  List<GuestVerdict> ofVersion(Handle handle, String scriptId, int versionNumber, int limit) {
    return select(handle, "s.script_id = :script AND v.version_number = :version")
        .bind("script", scriptId)
        .bind("version", versionNumber)
        .bind("limit", limit)
        .map(VERDICT)
        .list();
  }

  /** Those about a script, newest first. */
  List<GuestVerdict> ofScript(Handle handle, String scriptId, int limit) {
    return select(handle, "s.script_id = :script")
        .bind("script", scriptId)
        .bind("limit", limit)
        .map(VERDICT)
        .list();
  }

  private static Query select(Handle handle, String condition) {
    return handle
        .createQuery(
            STANDING
                + " AND "
                + condition
                + ") WHERE place <= :of_link ORDER BY id DESC LIMIT :limit")
        .bind("of_link", MOST_OF_LINK);
  }

  /** Number of verdicts that the guests of a link gave since then, in whichever browser. */
  int countSince(Handle handle, String shareLinkId, Instant since) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM guest_verdicts
            WHERE share_link_id = :link AND given_at > :since
            """)
        .bind("link", shareLinkId)
        .bind("since", since.toEpochMilli())
        .mapTo(Integer.class)
        .one();
  }

  void insert(
      Handle handle,
      String scriptId,
      Guest guest,
      Version version,
      String author,
      NewVerdict given,
      Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO guest_verdicts (script_id, share_link_id, visit, author, version_number,
              content_hash, verdict, comment, given_at)
            SELECT id, :link, :visit, :author, :version, :hash, :verdict, :comment, :now
            FROM scripts WHERE script_id = :script
            """)
        .bind("link", guest.shareLinkId())
        .bind("visit", guest.visit())
        .bind("author", author)
        .bind("version", version.versionNumber())
        .bind("hash", version.contentHash().bytes())
        .bind("verdict", given.verdict().word())
        .bind("comment", given.comment())
        .bind("now", now.toEpochMilli())
        .bind("script", scriptId)
        .execute();
  }
}
