package prismq.t.script.versioning.restore;

import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Version;

/** The words for what is undone of the comparison of two versions. */
record UndoWording(Version from, Version to, Undoing undoing) {
  private static final int MAX_SUMMARY_LENGTH = 200;

  private boolean isVersion() {
    return Integer.valueOf(from.versionNumber()).equals(to.parentVersion());
  }

  /** What the page is about. */
  public String title() {
    Change change = undoing.change();
    if (change != null) {
      return switch (change.type()) {
        case INSERTED -> "Undo this change";
        case MOVED -> "Undo this change";
        case CHANGED, DELETED, REPLACED -> "Restore text";
      };
    }
    return isVersion()
        ? "Undo version " + to.versionNumber()
        : "Undo what changed from version " + from.versionNumber() + " to " + to.versionNumber();
  }

  /** What confirming does, in a few words. */
  public String button() {
    Change change = undoing.change();
    if (change != null) {
      return switch (change.type()) {
        case INSERTED -> "Undo this change";
        case MOVED -> "Undo this change";
        case CHANGED, DELETED, REPLACED -> "Restore this text";
      };
    }
    return isVersion() ? "Undo version " + to.versionNumber() : "Undo all changes";
  }

  /** What is undone, in a sentence. */
  public String sentence() {
    Change change = undoing.change();
    String versions = "v" + from.versionNumber() + " and v" + to.versionNumber();
    if (change == null) {
      return isVersion()
          ? "This undoes all changes of version " + to.versionNumber() + "."
          : "This undoes all changes between " + versions + ".";
    }
    int count = undoing.comparison().diff().changes().size();
    String place = "Change " + change.number() + (count == 1 ? "" : " of " + count);
    String what =
        switch (change.type()) {
          case CHANGED -> "was changed";
          case INSERTED -> "was added";
          case DELETED -> "was removed";
          case REPLACED -> "was replaced";
          case MOVED -> "was moved";
        };
    return place + " between " + versions + ": " + excerpt(change) + " " + what + ".";
  }

  /** The default change description. */
  String changeDescription() {
    Change change = undoing.change();
    if (change != null) {
      String version = "version " + from.versionNumber();
      return switch (change.type()) {
        case INSERTED -> "Removes " + excerpt(change) + ", as in " + version;
        case MOVED -> "Moves " + excerpt(change) + " back to where it was in " + version;
        case CHANGED, DELETED, REPLACED -> "Restores " + excerpt(change) + " from " + version;
      };
    }
    if (!isVersion()) {
      return "Undoes what changed from version "
          + from.versionNumber()
          + " to version "
          + to.versionNumber();
    }
    String summary = FirstWords.shortened(to.summary(), MAX_SUMMARY_LENGTH);
    return "Undoes version " + to.versionNumber() + (summary.isEmpty() ? "" : ": " + summary);
  }

  private String excerpt(Change change) {
    boolean added = change.type() == Change.Type.INSERTED;
    ScriptText text = added ? undoing.comparison().to() : undoing.comparison().from();
    LineRange lines = added ? change.toLines() : change.fromLines();
    return FirstWords.quoted(text.exactLines().subList(lines.start(), lines.end()));
  }
}
