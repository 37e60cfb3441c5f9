package prismq.t.script.versioning.edit;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;

/**
 * What a form was written on.
 *
 * @param parentHash the hash of the text that it is saved on top of; null for none, and where that
 *     version is damaged
 * @param filled what the text field was filled with; empty where an uploaded file counts
 */
record WrittenOn(
    Script script, Branch branch, @Nullable ContentHash parentHash, ScriptText filled) {
  /** Reads it, but for the text of the parent, which a plain save reads where it writes. */
  static WrittenOn read(ScriptView view, VersionForm form) {
    return new WrittenOn(
        view.script(),
        view.branch(form.branch()),
        parentHash(view, form.parent()),
        form.hasFile() ? ScriptText.of("") : ReadText.of(view, form.filledFromOrNone()).text());
  }

  private static @Nullable ContentHash parentHash(ScriptView view, int parent) {
    try {
      return parent == NewVersion.NO_VERSION_YET ? null : view.version(parent).contentHash();
    } catch (DamagedVersionException e) {
      // It is told where the text itself is needed.
      return null;
    }
  }

  /** The text that the form holds. */
  ScriptText text(VersionForm form) {
    return form.text(filled);
  }
}
