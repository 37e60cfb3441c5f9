package prismq.t.script.versioning.share;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prismq.t.script.versioning.access.Requester.Guest;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Secret;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.problem.Problem;

/** Who opened share links, and in which browsers. Safe for use by several threads. */
public final class ShareGuests {
  private static final Logger LOG = LoggerFactory.getLogger(ShareGuests.class);

  private final Database database;
  private final ShareLinks links;
  private final Clock clock;
  private final ShareLinkStore store = new ShareLinkStore();
  private final ShareVisitStore visits = new ShareVisitStore();
  private volatile KnownVisits known = new KnownVisits(-1, Map.of());

  ShareGuests(Database database, ShareLinks links, Clock clock) {
    this.database = database;
    this.links = links;
    this.clock = clock;
  }

  /** What was read while the database was in one state, by the hashes of secrets. */
  private record KnownVisits(long changeCount, Map<String, OpenedLink> byHash) {}

  /**
   * A link with a browser that it was opened in.
   *
   * @param makerState open, or why its maker counts no longer
   * @param right what its guests may do with what it shows, which is no more than its maker may
   * @param mayDecide whether its guests may say what they decide, which its maker must be able to
   */
  private record OpenedLink(
      ShareLink link,
      ShareVisit visit,
      ShareLinkState makerState,
      Right right,
      boolean mayDecide) {}

  /**
   * Whom a browser's secret makes of who asks for what a link shows; empty where the secret is of
   * another link, or the link does not work.
   */
  public Optional<Guest> guest(String shareLinkId, Secret secret) {
    return opened(secret.hash())
        .filter(opened -> opened.link.shareLinkId().equals(shareLinkId))
        .filter(opened -> opened.makerState == ShareLinkState.OPEN)
        .filter(opened -> opened.link.stateAt(clock.instant()) == ShareLinkState.OPEN)
        .map(opened -> new Guest(shareLinkId, opened.visit.secretHash(), opened.right));
  }

  /** The link of a guest. */
  public ShareLink link(Guest guest) {
    return opened(guest).link;
  }

  /** Whether a guest may say what they decide about it. */
  public boolean mayDecide(Guest guest) {
    return opened(guest).mayDecide;
  }

  /** The browser of a guest, once a version is shown there; notes that where it is news. */
  public ShareVisit show(Guest guest, int version) {
    ShareVisit before = opened(guest).visit;
    ShareVisit now = before.showing(version, clock.instant());
    if (!now.equals(before)) {
      note(now);
    }
    return now;
  }

  private void note(ShareVisit visit) {
    try {
      database.write(
          handle -> {
            visits.update(handle, visit);
            return null;
          });
    } catch (Problem e) {
      // Whoever reads goes on reading; only the next visit may be told less.
      LOG.warn("The use of a share link was not written down: {}", e.sentence());
    }
  }

  private OpenedLink opened(Guest guest) {
    return opened(guest.visit()).orElseThrow(ShareLinkProblems::dead);
  }

  /** From memory until anything in the database has changed, by whichever process. */
  private Optional<OpenedLink> opened(String secretHash) {
    // Before the read: a change after it makes what was read count as old.
    long changeCount = database.changeCount();
    KnownVisits before = known;
    if (before.changeCount != changeCount) {
      before = new KnownVisits(changeCount, new ConcurrentHashMap<>());
      known = before;
    }
    Map<String, OpenedLink> byHash = before.byHash;
    OpenedLink seen = byHash.get(secretHash);
    if (seen != null) {
      return Optional.of(seen);
    }
    Optional<OpenedLink> found = read(secretHash);
    found.ifPresent(opened -> byHash.put(secretHash, opened));
    return found;
  }

  private Optional<OpenedLink> read(String secretHash) {
    record VisitedLink(ShareLink link, ShareVisit visit) {}
    Optional<VisitedLink> rows =
        database.read(
            handle ->
                visits
                    .find(handle, secretHash)
                    .flatMap(
                        visit ->
                            store
                                .find(handle, visit.shareLinkId())
                                .map(link -> new VisitedLink(link, visit))));
    return rows.map(
        both ->
            new OpenedLink(
                both.link,
                both.visit,
                links.makerState(both.link.makerId(), both.link.scriptId()),
                links.rightOfGuests(both.link),
                links.mayGuestsDecide(both.link)));
  }
}
