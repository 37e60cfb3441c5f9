package prismq.t.script.versioning.script;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Urls;

/** Says on the page one lands on that a version was saved, and what can be done about it. */
record SavedNotice(Version version) {
  /** About the version of this number. */
  static SavedNotice of(ScriptView view, int versionNumber) {
    return new SavedNotice(view.version(versionNumber));
  }

  public int versionNumber() {
    return version.versionNumber();
  }

  /** The version before, whose text undoing restores; null for the first one. */
  public @Nullable Integer before() {
    return version.parentVersion();
  }

  public String undoAction() {
    return Urls.history(version.scriptId()) + "/rollbacks";
  }

  /** What is said about the version that undoing makes. */
  public String undoDescription() {
    return Messages.text("saved.undo_description", versionNumber(), before());
  }

  public String labelUrl() {
    return Urls.label(version.scriptId(), versionNumber());
  }
}
