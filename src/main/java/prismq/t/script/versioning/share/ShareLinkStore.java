package prismq.t.script.versioning.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.share.SharedThing.SharedComparison;
import prismq.t.script.versioning.share.SharedThing.SharedReport;
import prismq.t.script.versioning.share.SharedThing.SharedVersion;
import prismq.t.script.versioning.share.VersionPointer.NewestOnBranch;
import prismq.t.script.versioning.share.VersionPointer.PinnedVersion;

/** The SQL of share links. All methods work in the handle's transaction. */
final class ShareLinkStore {
  private static final String COMPARISON = "comparison";
  private static final String VERSION = "version";
  private static final String REPORT = "report";

  private static final String SELECT =
      """
      SELECT l.*, s.script_id AS script,
        (SELECT count(*) FROM share_guests g WHERE g.share_link_id = l.share_link_id) AS openings,
        (SELECT max(g.used_at) FROM share_guests g WHERE g.share_link_id = l.share_link_id)
          AS used_at
      FROM share_links l JOIN scripts s ON s.id = l.script_id
      """;

  private static ShareLink link(ResultSet row, StatementContext context) throws SQLException {
    return new ShareLink(
        row.getString("share_link_id"),
        row.getString("script"),
        row.getLong("account_id"),
        thing(row),
        new ShareTerms(
            Instant.ofEpochMilli(row.getLong("starts_at")),
            time(row, "expires_at"),
            number(row, "max_openings"),
            row.getBoolean("downloads"),
            row.getBoolean("hides_names"),
            row.getBoolean("watermark"),
            row.getBoolean("titled"),
            Right.COMMENT.word().equals(row.getString("access_right")),
            row.getBoolean("decisions"),
            row.getString("note")),
        row.getString("password_hash") != null,
        Instant.ofEpochMilli(row.getLong("created_at")),
        time(row, "revoked_at"),
        row.getInt("openings"),
        time(row, "used_at"));
  }

  private static SharedThing thing(ResultSet row) throws SQLException {
    String options = row.getString("options");
    return switch (row.getString("kind")) {
      case COMPARISON ->
          new SharedComparison(
              Objects.requireNonNull(pinned(row, "from_version", "from_hash")),
              pointer(row),
              options);
      case VERSION -> new SharedVersion(pointer(row));
      case REPORT -> new SharedReport(options, pinned(row, "to_version", "to_hash"));
      default -> throw new SQLException("a share link is of no known kind");
    };
  }

  private static VersionPointer pointer(ResultSet row) throws SQLException {
    @Nullable Integer branch = number(row, "branch_number");
    return branch == null
        ? Objects.requireNonNull(pinned(row, "to_version", "to_hash"))
        : new NewestOnBranch(branch);
  }

  private static @Nullable PinnedVersion pinned(ResultSet row, String version, String hash)
      throws SQLException {
    @Nullable Integer number = number(row, version);
    return number == null
        ? null
        : new PinnedVersion(number, ContentHash.ofDigest(row.getBytes(hash)));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : Integer.valueOf(number);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : Long.valueOf(time.toEpochMilli());
  }

  /** Adds a link. */
  void insert(Handle handle, ShareLink link, String tokenHash, @Nullable String passwordHash) {
    Update insert =
        handle.createUpdate(
            """
            INSERT INTO share_links (share_link_id, token_hash, script_id, account_id,
              access_right, kind, from_version, from_hash, to_version, to_hash, branch_number,
              options, note, password_hash, max_openings, downloads, hides_names, watermark, titled,
              decisions, created_at, starts_at, expires_at)
            VALUES (:id, :token, (SELECT id FROM scripts WHERE script_id = :script), :account,
              :right, :kind, :from, :from_hash, :to, :to_hash, :branch,
              :options, :note, :password, :openings, :downloads, :hides_names, :watermark, :titled,
              :decisions, :created, :starts, :expires)
            """);
    insert
        .bind("id", link.shareLinkId())
        .bind("token", tokenHash)
        .bind("script", link.scriptId())
        .bind("account", link.makerId())
        .bind("password", passwordHash)
        .bind("created", link.createdAt().toEpochMilli());
    bind(insert, link.thing());
    bind(insert, link.terms());
    insert.execute();
  }

  private static void bind(Update insert, SharedThing thing) {
    if (thing instanceof SharedComparison comparison) {
      bindKind(insert, COMPARISON, comparison.options());
      bindVersion(insert, "from", comparison.from());
      bindVersion(insert, "to", comparison.to());
    } else if (thing instanceof SharedVersion version) {
      bindKind(insert, VERSION, "");
      bindVersion(insert, "from", null);
      bindVersion(insert, "to", version.version());
    } else if (thing instanceof SharedReport report) {
      bindKind(insert, REPORT, report.choices());
      bindVersion(insert, "from", null);
      bindVersion(insert, "to", report.until());
    }
  }

  private static void bindKind(Update insert, String kind, String options) {
    insert.bind("kind", kind).bind("options", options);
  }

  private static void bindVersion(Update insert, String name, @Nullable VersionPointer pointer) {
    @Nullable PinnedVersion pinned = pointer instanceof PinnedVersion version ? version : null;
    insert
        .bind(name, pinned == null ? null : pinned.versionNumber())
        .bind(name + "_hash", pinned == null ? null : pinned.versionHash().bytes());
    if (name.equals("to")) {
      insert.bind(
          "branch", pointer instanceof NewestOnBranch newest ? newest.branchNumber() : null);
    }
  }

  private static Update bind(Update update, ShareTerms terms) {
    return update
        .bind("note", terms.note())
        .bind("openings", terms.maxOpenings())
        .bind("downloads", terms.downloads())
        .bind("hides_names", terms.hidesNames())
        .bind("watermark", terms.watermark())
        .bind("titled", terms.titled())
        .bind("right", (terms.comments() ? Right.COMMENT : Right.READ).word())
        .bind("decisions", terms.decisions())
        .bind("starts", terms.startsAt().toEpochMilli())
        .bind("expires", millis(terms.expiresAt()));
  }

  /** Gives a link other terms. */
  void update(Handle handle, String shareLinkId, ShareTerms terms) {
    bind(
            handle.createUpdate(
                """
                UPDATE share_links SET note = :note, max_openings = :openings,
                  downloads = :downloads, hides_names = :hides_names, watermark = :watermark,
                  titled = :titled, decisions = :decisions, access_right = :right,
                  starts_at = :starts, expires_at = :expires
                WHERE share_link_id = :id
                """),
            terms)
        .bind("id", shareLinkId)
        .execute();
  }

  /** Gives a link another password, or none. */
  void updatePassword(Handle handle, String shareLinkId, @Nullable String passwordHash) {
    handle
        .createUpdate("UPDATE share_links SET password_hash = :hash WHERE share_link_id = :id")
        .bind("hash", passwordHash)
        .bind("id", shareLinkId)
        .execute();
  }

  /** Revokes a link; gives 0 where that was done before. */
  int revoke(Handle handle, String shareLinkId, Instant now) {
    return handle
        .createUpdate(
            """
            UPDATE share_links SET revoked_at = :now
            WHERE share_link_id = :id AND revoked_at IS NULL
            """)
        .bind("now", now.toEpochMilli())
        .bind("id", shareLinkId)
        .execute();
  }

  /** The link with this id. */
  Optional<ShareLink> find(Handle handle, String shareLinkId) {
    return handle
        .createQuery(SELECT + "WHERE l.share_link_id = :id")
        .bind("id", shareLinkId)
        .map(ShareLinkStore::link)
        .findOne();
  }

  /** The link with a token of this hash. */
  Optional<ShareLink> ofToken(Handle handle, String tokenHash) {
    return handle
        .createQuery(SELECT + "WHERE l.token_hash = :hash")
        .bind("hash", tokenHash)
        .map(ShareLinkStore::link)
        .findOne();
  }

  /** The hash of a link's password; empty where it has none. */
  Optional<String> passwordHash(Handle handle, String shareLinkId) {
    return handle
        .createQuery(
            """
            SELECT password_hash FROM share_links
            WHERE share_link_id = :id AND password_hash IS NOT NULL
            """)
        .bind("id", shareLinkId)
        .mapTo(String.class)
        .findOne();
  }

  /** The links of a script, newest first. */
  List<ShareLink> ofScript(Handle handle, String scriptId) {
    return handle
        .createQuery(
            SELECT + "WHERE s.script_id = :script ORDER BY l.created_at DESC, l.share_link_id")
        .bind("script", scriptId)
        .map(ShareLinkStore::link)
        .list();
  }

  /** Some of the links that are asked for: those that have not ended first, newest first. */
  List<ShareLink> list(Handle handle, ShareLinkChoice choice, Instant now, int limit, int offset) {
    Query query =
        handle
            .createQuery(
                SELECT
                    + where(choice)
                    + """
                     ORDER BY
                       CASE WHEN l.revoked_at IS NULL
                         AND (l.expires_at IS NULL OR l.expires_at > :now) THEN 0 ELSE 1 END,
                       l.created_at DESC, l.share_link_id
                     LIMIT :limit OFFSET :offset
                    """)
            .bind("now", now.toEpochMilli())
            .bind("limit", limit)
            .bind("offset", offset);
    return bind(query, choice).map(ShareLinkStore::link).list();
  }

  /** Number of the links that are asked for. */
  int count(Handle handle, ShareLinkChoice choice) {
    Query query =
        handle.createQuery(
            """
            SELECT count(*) FROM share_links l JOIN scripts s ON s.id = l.script_id
            """
                + where(choice));
    return bind(query, choice).mapTo(Integer.class).one();
  }

  private static String where(ShareLinkChoice choice) {
    return "WHERE TRUE"
        + (choice.scriptId() == null ? "" : " AND s.script_id = :script")
        + (choice.makerId() == null ? "" : " AND l.account_id = :account");
  }

  private static Query bind(Query query, ShareLinkChoice choice) {
    if (choice.scriptId() != null) {
      query.bind("script", choice.scriptId());
    }
    if (choice.makerId() != null) {
      query.bind("account", choice.makerId());
    }
    return query;
  }

  /** The links that end in this time and were not revoked, those that end first at the front. */
  List<ShareLink> ending(Handle handle, Instant after, Instant until) {
    return handle
        .createQuery(
            SELECT
                + """
                WHERE l.revoked_at IS NULL AND l.expires_at > :after AND l.expires_at <= :until
                ORDER BY l.expires_at, l.share_link_id
                """)
        .bind("after", after.toEpochMilli())
        .bind("until", until.toEpochMilli())
        .map(ShareLinkStore::link)
        .list();
  }

  /** Notes that the maker of a link is told of its end; gives 0 where that was done before. */
  int tell(Handle handle, ShareLink link) {
    return handle
        .createUpdate(
            """
            UPDATE share_links SET told_end = :end
            WHERE share_link_id = :id AND revoked_at IS NULL AND expires_at = :end
              AND (told_end IS NULL OR told_end <> :end)
            """)
        .bind("end", millis(link.terms().expiresAt()))
        .bind("id", link.shareLinkId())
        .execute();
  }

  /** Takes that back, where nobody could be told after all. */
  void untell(Handle handle, ShareLink link) {
    handle
        .createUpdate("UPDATE share_links SET told_end = NULL WHERE share_link_id = :id")
        .bind("id", link.shareLinkId())
        .execute();
  }
}
