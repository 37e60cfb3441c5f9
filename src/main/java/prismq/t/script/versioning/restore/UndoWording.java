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
        case INSERTED -> "Take a passage out again";
        case MOVED -> "Move a passage back";
        case CHANGED, DELETED, REPLACED -> "Bring a passage back";
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
        case INSERTED -> "Take it out again";
        case MOVED -> "Move it back";
        case CHANGED, DELETED, REPLACED -> "Bring it back";
      };
    }
    return isVersion() ? "Undo version " + to.versionNumber() : "Undo all of it";
  }

  /** What is undone, in a sentence. */
  public String sentence() {
    Change change = undoing.change();
    String versions = "v" + from.versionNumber() + " and v" + to.versionNumber();
    if (change == null) {
      return isVersion()
          ? "All that version " + to.versionNumber() + " changed is undone."
          : "All that differs between " + versions + " is undone.";
    }
    int count = undoing.comparison().diff().changes().size();
    String place = "Change " + change.number() + (count == 1 ? "" : " of " + count);
    String what =
        switch (change.type()) {
          case CHANGED -> "was changed";
          case INSERTED -> "came";
          case DELETED -> "went";
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
        case INSERTED -> "Takes " + excerpt(change) + " out again, as in " + version;
        case MOVED -> "Moves " + excerpt(change) + " back to where it was in " + version;
        case CHANGED, DELETED, REPLACED -> "Brings back " + excerpt(change) + " as in " + version;
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
