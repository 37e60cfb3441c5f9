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
  /** Listens to nothing. */
  HistoryListener NONE = new HistoryListener() {};

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
  default void scriptAdded(Handle handle, String scriptId, String title) {}

  /** A script has another title than before. */
  default void titleChanged(Handle handle, String scriptId, String before, String after) {}

  /** Versions were added to a script; they follow each other. */
  default void versionsAdded(Handle handle, String scriptId, List<Addition> versions) {}

  /** A branch was started. */
  default void branchStarted(Handle handle, String scriptId, Branch branch) {}

  /** A branch has another name or description than before, or was archived or restored. */
  default void branchChanged(Handle handle, String scriptId, Branch before, Branch after) {}

  /** A version has a label that it did not have before. */
  default void labelAdded(Handle handle, String scriptId, Label label) {}

  /** A label was removed. */
  default void labelRemoved(Handle handle, String scriptId, Label label) {}
}
