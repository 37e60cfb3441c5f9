package prismq.t.script.versioning.share;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.db.Database;

/**
 * Share links that end soon, so that whoever made them is told in time. Safe for use by several
 * threads.
 */
public final class EndingLinks {
  /** How long before its end a link counts. */
  public static final Duration SOON = Duration.ofDays(3);

  private final Database database;
  private final ShareLinks links;
  private final Clock clock;
  private final ShareLinkStore store = new ShareLinkStore();
  private volatile KnownEnds known = new KnownEnds(-1, Instant.EPOCH, List.of());

  /** Looks at these links. */
  public EndingLinks(Database database, ShareLinks links, Clock clock) {
    this.database = database;
    this.links = links;
    this.clock = clock;
  }

  /** What was read while the database was in one state, of links that end until then. */
  private record KnownEnds(long changeCount, Instant until, List<ShareLink> ending) {}

  /** Links that work now and end soon, those that end first at the front. */
  public List<ShareLink> list() {
    return ending().stream()
        .filter(link -> link.isEndingSoon(clock.instant()))
        .filter(link -> isWorking(links.state(link)))
        .toList();
  }

  private static boolean isWorking(ShareLinkState state) {
    return state == ShareLinkState.OPEN || state == ShareLinkState.USED_UP;
  }

  /** How many of somebody's links end soon. */
  public int count(Requester person) {
    if (!(person instanceof SignedIn signedIn)) {
      return 0;
    }
    long account = signedIn.account().id();
    Instant now = clock.instant();
    return (int)
        ending().stream()
            .filter(link -> link.makerId() == account && link.isEndingSoon(now))
            .filter(link -> isWorking(links.state(link)))
            .count();
  }

  /** From memory until anything in the database has changed, and at most for an hour. */
  private List<ShareLink> ending() {
    Instant soon = clock.instant().plus(SOON);
    long changeCount = database.changeCount();
    KnownEnds now = known;
    if (now.changeCount != changeCount || soon.isAfter(now.until)) {
      Instant until = soon.plus(Duration.ofHours(1));
      List<ShareLink> read = database.read(handle -> store.ending(handle, clock.instant(), until));
      now = new KnownEnds(changeCount, until, read);
      known = now;
    }
    return now.ending;
  }

  /**
   * Notes of links that their maker is told of their end, so that nobody does it again.
   *
   * @return those of which nobody was told before
   */
  public List<ShareLink> tell(List<ShareLink> told) {
    return Objects.requireNonNull(
        database.write(
            handle -> told.stream().filter(link -> store.tell(handle, link) > 0).toList()));
  }

  /** Takes that back, where nobody could be told after all. */
  public void untell(List<ShareLink> told) {
    database.write(
        handle -> {
          told.forEach(link -> store.untell(handle, link));
          return null;
        });
  }
}
