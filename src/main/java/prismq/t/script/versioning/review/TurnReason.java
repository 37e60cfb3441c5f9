package prismq.t.script.versioning.review;

import java.util.Locale;

/** Why it is somebody's turn in a review. */
public enum TurnReason {
  /** They were asked, and have said nothing yet. */
  ASKED,
  /** Somebody whom they asked has said something. */
  ANSWERED,
  /** Whoever asked them has answered what they said. */
  REPLIED,
  /** The words that their verdict is of have changed. */
  LAPSED,
  /** Somebody passed it on to them. */
  PASSED,
  /** Nobody else is left who could go on. */
  LEFT;

  /** The word for it in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
