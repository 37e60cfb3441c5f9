package prismq.t.script.versioning.share;

import java.util.Locale;
import prismq.t.script.versioning.language.Messages;

/** Whether a share link works, or why not; its guests are never told which. */
public enum ShareLinkState {
  /** It works. */
  OPEN,
  /** Its time has not come yet. */
  NOT_STARTED,
  /** Its time is over. */
  EXPIRED,
  /** It works only where it was opened before, because it was opened as often as it may be. */
  USED_UP,
  /** Somebody revoked it. */
  REVOKED,
  /** Who made it can no longer sign in. */
  MAKER_DISABLED,
  /** Who made it may no longer read the script. */
  MAKER_MAY_NOT_READ;

  /** Its name in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called, with the reason, for those who make links. */
  public String title() {
    return Messages.text("share.state." + word());
  }
}
