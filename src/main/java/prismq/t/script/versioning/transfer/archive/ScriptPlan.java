package prismq.t.script.versioning.transfer.archive;

import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.RecordedScript;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * What is done with a script of an archive.
 *
 * @param existing as it is in the database; null if it is not
 * @param leftOut why it is left out; null if it is not
 */
record ScriptPlan(@Nullable RecordedScript existing, @Nullable FilledMessage leftOut) {
  static final ScriptPlan NEW = new ScriptPlan(null, null);

  /** Number of versions that are there already. */
  int existingVersions() {
    return existing == null ? 0 : existing.script().latestVersion();
  }
}
