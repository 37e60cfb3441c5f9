package prismq.t.script.versioning.token;

import java.util.Locale;
import prismq.t.script.versioning.language.FilledMessage;

/** Why a token that was sent lets nobody in. */
public enum TokenFault {
  /** There is no such token. */
  UNKNOWN,
  /** Its time is over. */
  EXPIRED,
  /** It was taken back. */
  REVOKED,
  /** Its owner can no longer sign in. */
  OWNER_DISABLED;

  /** What is wrong, in a sentence. */
  public FilledMessage sentence() {
    return FilledMessage.of("token.fault_" + name().toLowerCase(Locale.ROOT));
  }
}
