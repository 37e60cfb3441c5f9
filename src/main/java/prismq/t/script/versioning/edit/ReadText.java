package prismq.t.script.versioning.edit;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.history.DamagedVersionException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.ScriptView;

/**
 * The text of a version as far as it can be read: a damaged one must not prevent writing the next
 * one.
 *
 * @param text empty for none, and where it is damaged
 * @param damage what is damaged, in a sentence; null if nothing is
 */
record ReadText(ScriptText text, @Nullable String damage) {
  private static final ReadText NONE = new ReadText(ScriptText.of(""), null);

  /** That of the version with this number, which may be none. */
  static ReadText of(ScriptView view, int versionNumber) {
    if (versionNumber == NewVersion.NO_VERSION_YET) {
      return NONE;
    }
    try {
      return new ReadText(view.content(versionNumber), null);
    } catch (DamagedVersionException e) {
      return new ReadText(NONE.text, e.getMessage());
    }
  }

  /** What is damaged and what follows from it; null if nothing is damaged. */
  @Nullable String warning(String consequence) {
    return damage == null ? null : damage + " " + consequence;
  }
}
