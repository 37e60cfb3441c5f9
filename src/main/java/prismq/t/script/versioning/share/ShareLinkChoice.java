package prismq.t.script.versioning.share;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.account.Account;

/**
 * Which share links are listed.
 *
 * @param scriptId of one script; null for all
 * @param makerId made by one account; null for all
 */
public record ShareLinkChoice(@Nullable String scriptId, @Nullable Long makerId) {
  /** All there are. */
  public static final ShareLinkChoice ALL = new ShareLinkChoice(null, null);

  /** Those that somebody made. */
  public static ShareLinkChoice by(Account maker) {
    return new ShareLinkChoice(null, maker.id());
  }

  /** Those of a script. */
  public static ShareLinkChoice of(String scriptId) {
    return new ShareLinkChoice(scriptId, null);
  }

  /** Those of a script that somebody made. */
  public static ShareLinkChoice of(String scriptId, Account maker) {
    return new ShareLinkChoice(scriptId, maker.id());
  }
}
