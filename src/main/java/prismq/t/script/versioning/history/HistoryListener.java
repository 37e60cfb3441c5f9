package prismq.t.script.versioning.history;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.passage.NewPassages;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Listens to changes of histories, in their transaction: what it writes with the handle is
 * committed or rolled back together with the change. An exception undoes the change.
 */
public interface HistoryListener {
  /**
   * A version with its text and those of its parents.
   *
   * @param text null if it cannot be read
   * @param parent its first parent; null if there is none, or it cannot be read
   * @param mergeParent the second one; null likewise
   */
  record Addition(
      Version version,
      @Nullable ScriptText text,
      NewPassages.@Nullable ParentDiff parent,
      NewPassages.@Nullable ParentDiff mergeParent) {}

  /** A script was added, without versions. */
  void scriptAdded(Handle handle, String scriptId, String title);

  /** A script has another title than before. */
  void titleChanged(Handle handle, String scriptId, String before, String after);

  /** Versions were added to a script; they follow each other. */
  void versionsAdded(Handle handle, String scriptId, List<Addition> versions);
}
