package prismq.t.script.versioning.account;

import java.time.Duration;
import java.util.Locale;

/** What a link lets somebody do, and for how long. */
public enum LinkPurpose {
  /** Make the first account of a server. */
  SET_UP(Duration.ofMinutes(30), "/set-up/"),
  /** Make an account with a role. */
  INVITATION(Duration.ofDays(7), "/invitations/"),
  /** Give an account a new password. */
  RESET(Duration.ofDays(1), "/reset/");

  private final Duration life;
  private final String place;

  LinkPurpose(Duration life, String place) {
    this.life = life;
    this.place = place;
  }

  /** How long such a link works. */
  public Duration life() {
    return life;
  }

  /** The path of the link with this secret. */
  public String path(Secret secret) {
    return place + secret.text();
  }

  /** The word for it in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
