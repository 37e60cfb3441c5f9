package prismq.t.script.versioning.notification;

/**
 * What somebody wants to be told of a script.
 *
 * @param isMailed whether by mail, too
 */
public record Watch(WatchLevel level, boolean isMailed) {
  /** That of whoever said nothing. */
  public static final Watch PRESET = new Watch(WatchLevel.MINE, true);

  /** Whether anything is sent by mail. */
  boolean isWrittenTo() {
    return isMailed && level != WatchLevel.NONE;
  }
}
