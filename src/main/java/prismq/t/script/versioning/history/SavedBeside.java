package prismq.t.script.versioning.history;

import org.jdbi.v3.core.Handle;

/** What is written in the transaction of a save, beside what is saved: both or neither. */
@FunctionalInterface
public interface SavedBeside {
  /** Nothing. */
  SavedBeside NOTHING = handle -> {};

  /** Writes it with the handle of the transaction; an exception undoes the save. */
  void write(Handle handle);
}
