package prismq.t.script.versioning.share.page;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.share.ShareLink;
import prismq.t.script.versioning.share.ShareLinkState;
import prismq.t.script.versioning.web.Urls;

/**
 * A share link as lists show it.
 *
 * @param scriptTitle the id where whoever reads the list may not read the script
 * @param thing what it shows of the script; empty where that may not be read
 * @param thingUrl where that is found; null where it may not be read
 * @param note null where there is none, or it is somebody else's
 * @param isGone whether it works, but what it shows is no longer there
 * @param facts when it was made, opened and ends, in a sentence each
 */
record ShareLinkRow(
    ShareLink link,
    String scriptTitle,
    String thing,
    @Nullable String thingUrl,
    @Nullable String note,
    String makerName,
    ShareLinkState state,
    boolean isGone,
    boolean isEndingSoon,
    String facts) {
  public String id() {
    return link.shareLinkId();
  }

  /** Its own page; null where the script may not be read. */
  public @Nullable String url() {
    return thingUrl == null ? null : Urls.shareLink(link.scriptId(), id());
  }

  public boolean isRevoked() {
    return state == ShareLinkState.REVOKED;
  }

  public boolean isWorking() {
    return !isGone && (state == ShareLinkState.OPEN || state == ShareLinkState.USED_UP);
  }

  /** Whether it works, or why not. */
  public String stateTitle() {
    return isGone ? Messages.text("share.gone") : state.title();
  }
}
