package prismq.t.script.versioning.edit;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.Branch;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.history.VersionText;

/**
 * The versions that a form is based on.
 *
 * @param parent the version that it is saved on top of; null for none, and where that is damaged
 * @param filled what the text field was filled with; null for nothing, where that is damaged, and
 *     where an uploaded file counts
 */
record WrittenOn(
    Script script, Branch branch, @Nullable Version parent, @Nullable VersionText filled) {
  /** Reads it, but for the text of the parent, which a plain save reads where it writes. */
  static WrittenOn read(ScriptView view, VersionForm form) {
    return new WrittenOn(
        view.script(),
        view.branch(form.branch()),
        parent(view, form.parent()),
        form.hasFile() ? null : filled(view, form.filledFromOrNone()));
  }

  private static @Nullable VersionText filled(ScriptView view, int number) {
    if (number == NewVersion.NO_VERSION_YET) {
      return null;
    }
    ReadText read = ReadText.of(view, number);
    return read.damage() == null ? new VersionText(number, read.text()) : null;
  }

  private static @Nullable Version parent(ScriptView view, int number) {
    try {
      return number == NewVersion.NO_VERSION_YET ? null : view.version(number);
    } catch (DamagedVersionException e) {
      // The problem is shown where the text itself is needed.
      return null;
    }
  }

  /** Whether a text is that of the parent, byte for byte. */
  boolean isParents(ScriptText text) {
    return parent != null
        && parent.sizeBytes() == text.sizeBytes()
        && parent.contentHash().equals(text.hash());
  }

  /** The text that the form holds. */
  ScriptText text(VersionForm form) {
    return form.text(filled == null ? ScriptText.of("") : filled.text());
  }
}
