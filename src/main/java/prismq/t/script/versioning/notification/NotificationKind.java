package prismq.t.script.versioning.notification;

import java.util.Locale;

/** What somebody is told of. */
enum NotificationKind {
  /** A comment in a thread. */
  COMMENT,
  /** A comment that names them. */
  MENTION,
  /** The first comment of a thread. */
  THREAD,
  /** A verdict. */
  VERDICT,
  /** What a guest of a share link decided. */
  GUEST_VERDICT,
  /** A version with a better score that no longer is as long as it is to be. */
  LENGTH,
  /** A review that was asked for. */
  REVIEW,
  /** A new version, or several one after the other. */
  VERSION;

  /** The word for it in the database. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static NotificationKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
