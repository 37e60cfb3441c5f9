package prismq.t.script.versioning.restore;

import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.text.LineRange;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;

/** The words for what is undone of the comparison of two versions. */
record UndoWording(Version from, Version to, Undoing undoing) {
  private static final int MAX_SUMMARY_LENGTH = 200;
  private static final int MAX_HEADING_LENGTH = 80;

  private boolean isVersion() {
    return Integer.valueOf(from.versionNumber()).equals(to.parentVersion());
  }

  /** What the page is about. */
  public String title() {
    RestoredScene scene = undoing.scene();
    if (scene != null) {
      return Messages.text(scene.isSection() ? "restore.section" : "restore.scene");
    }
    Change change = undoing.change();
    if (change != null) {
      return Messages.text(isOfPlace(change) ? "restore.change" : "restore.text");
    }
    return isVersion()
        ? Messages.text("restore.version", to.versionNumber())
        : Messages.text("restore.versions", from.versionNumber(), to.versionNumber());
  }

  /** Whether no earlier text comes back: one was added, or stands elsewhere. */
  private static boolean isOfPlace(Change change) {
    return switch (change.type()) {
      case INSERTED, MOVED -> true;
      case CHANGED, DELETED, REPLACED -> false;
    };
  }

  /** What confirming does, in a few words. */
  public String button() {
    if (undoing.scene() != null) {
      return title();
    }
    Change change = undoing.change();
    if (change != null) {
      return Messages.text(isOfPlace(change) ? "compare.undo_change" : "compare.restore_text");
    }
    return isVersion()
        ? Messages.text("restore.version", to.versionNumber())
        : Messages.text("restore.all");
  }

  /** What is undone, in a sentence. */
  public String sentence() {
    RestoredScene scene = undoing.scene();
    if (scene != null) {
      return Messages.text(
          scene.isOmitted() ? "restore.scene_omitted" : "restore.scene_changed",
          named(scene),
          from.versionNumber(),
          to.versionNumber());
    }
    Change change = undoing.change();
    if (change == null) {
      return isVersion()
          ? Messages.text("restore.undoes_version", to.versionNumber())
          : Messages.text("restore.undoes_versions", from.versionNumber(), to.versionNumber());
    }
    String key =
        switch (change.type()) {
          case CHANGED -> "restore.was.changed";
          case INSERTED -> "restore.was.added";
          case DELETED -> "restore.was.removed";
          case REPLACED -> "restore.was.replaced";
          case MOVED -> "restore.was.moved";
        };
    return Messages.text(
        key, place(change), from.versionNumber(), to.versionNumber(), excerpt(change));
  }

  private static String named(RestoredScene scene) {
    String heading = scene.scene().heading();
    return Messages.text(
        "restore.quoted",
        heading.isEmpty()
            ? Messages.text("reading.opening")
            : FirstWords.shortened(heading, MAX_HEADING_LENGTH));
  }

  private String place(Change change) {
    int count = undoing.comparison().diff().changes().size();
    return count == 1
        ? Messages.text("restore.only_place", change.number())
        : Messages.text("restore.place", change.number(), count);
  }

  /** The default change description. */
  String changeDescription() {
    RestoredScene scene = undoing.scene();
    if (scene != null) {
      return Messages.text("restore.description.restores", named(scene), from.versionNumber());
    }
    Change change = undoing.change();
    if (change != null) {
      String key =
          switch (change.type()) {
            case INSERTED -> "restore.description.removes";
            case MOVED -> "restore.description.moves";
            case CHANGED, DELETED, REPLACED -> "restore.description.restores";
          };
      return Messages.text(key, excerpt(change), from.versionNumber());
    }
    if (!isVersion()) {
      return Messages.text(
          "restore.description.versions", from.versionNumber(), to.versionNumber());
    }
    String summary = FirstWords.shortened(to.summary(), MAX_SUMMARY_LENGTH);
    return summary.isEmpty()
        ? Messages.text("restore.description.version", to.versionNumber())
        : Messages.text("restore.description.version_of", to.versionNumber(), summary);
  }

  private String excerpt(Change change) {
    boolean added = change.type() == Change.Type.INSERTED;
    ScriptText text = added ? undoing.comparison().to() : undoing.comparison().from();
    LineRange lines = added ? change.toLines() : change.fromLines();
    return FirstWords.quoted(text.exactLines().subList(lines.start(), lines.end()));
  }
}
