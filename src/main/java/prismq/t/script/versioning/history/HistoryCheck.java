package prismq.t.script.versioning.history;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ScriptText;

/** Compares derived data, such as an index, with the histories during verification. */
public interface HistoryCheck {
  /** Begins with a script, whose versions follow, in the handle's transaction. */
  OfScript begin(Handle handle, Script script);

  /** The check of one script. */
  interface OfScript {
    /**
     * Compares a version; called for those of a script in their order.
     *
     * @param text null if it cannot be read
     */
    void check(Version version, @Nullable ScriptText text);

    /** What differs, a sentence each; the first few are enough to know that it does. */
    List<String> problems();
  }
}
