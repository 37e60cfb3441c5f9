package prismq.t.script.versioning.share.page;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.access.Access;
import prismq.t.script.versioning.access.Requester;
import prismq.t.script.versioning.access.Requester.SignedIn;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.access.Thing;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkState;
import prismq.t.script.versioning.share.ShareLinks;
import prismq.t.script.versioning.web.Urls;

/** Reads what lists of share links show. */
public final class ShareLinkRows {
  private final VersionManager versionManager;
  private final ShareLinks links;
  private final Accounts accounts;
  private final Clock clock;

  /** Finds what is shared by the one, and who shared it by the other. */
  public ShareLinkRows(
      VersionManager versionManager, ShareLinks links, Accounts accounts, Clock clock) {
    this.versionManager = versionManager;
    this.links = links;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Those of these links, for somebody. */
  List<ShareLinkRow> of(List<ShareLink> shown, Requester reader) {
    return shown.stream().map(link -> of(link, reader)).toList();
  }

  /** What is read of the script of a link; that is all within its transaction. */
  private record SeenThing(String scriptTitle, String thing, @Nullable String url) {
    static SeenThing of(ShareLink link, ScriptView view) {
      return new SeenThing(
          view.script().title(),
          SharedThingTitle.of(link.thing(), view),
          isThere(link, view) ? pageOf(link, view) : null);
    }
  }

  /** One for somebody. */
  ShareLinkRow of(ShareLink link, Requester reader) {
    // Of a script that one may not read, not even its new title is told.
    if (!Access.may(reader, Right.READ, new Thing.GuardedScript(link.scriptId()))) {
      return row(link, reader, new SeenThing(link.scriptId(), "", null), null);
    }
    SeenThing seen = versionManager.view(link.scriptId(), view -> SeenThing.of(link, view));
    return row(link, reader, seen, Urls.history(link.scriptId()));
  }

  private static boolean isThere(ShareLink link, ScriptView view) {
    try {
      return SharedThingTitle.isThere(link.thing(), view);
    } catch (DamagedVersionException e) {
      // Its page tells of that.
      return true;
    }
  }

  private static String pageOf(ShareLink link, ScriptView view) {
    try {
      return SharedThingTitle.url(link.thing(), view);
    } catch (DamagedVersionException e) {
      return Urls.history(link.scriptId());
    }
  }

  /** A row; otherUrl is where to go if what is shared is gone, null where nothing may be read. */
  private ShareLinkRow row(
      ShareLink link, Requester reader, SeenThing seen, @Nullable String otherUrl) {
    boolean isOwn = isOwn(link, reader);
    String note = link.terms().note();
    ShareLinkState state = links.state(link);
    return new ShareLinkRow(
        link,
        seen.scriptTitle,
        seen.thing,
        seen.url == null ? otherUrl : seen.url,
        isOwn && !note.isEmpty() ? note : null,
        accounts.account(link.makerId()).name(),
        state,
        state == ShareLinkState.OPEN && otherUrl != null && seen.url == null,
        link.isEndingSoon(clock.instant()),
        ShareLinkFacts.of(link, state, LinkReader.times(reader)));
  }

  /** Whether somebody made a link. */
  static boolean isOwn(ShareLink link, Requester reader) {
    return reader instanceof SignedIn signedIn && signedIn.account().id() == link.makerId();
  }
}
