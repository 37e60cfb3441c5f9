package prismq.t.script.versioning.comment;

import java.util.List;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.ReadableScripts;
import prismq.t.script.versioning.search.CommentFinder;
import prismq.t.script.versioning.search.FoundComment;
import prismq.t.script.versioning.search.SoughtComments;

/** Searches the comments of all scripts. */
public final class CommentSearch implements CommentFinder {
  private final Database database;
  private final CommentSearchStore store = new CommentSearchStore();

  /** Reads them from this database. */
  public CommentSearch(Database database) {
    this.database = database;
  }

  @Override
  public List<FoundComment> find(ReadableScripts readable, SoughtComments sought, int most) {
    return sought.isPossible()
        ? database.read(handle -> store.find(handle, readable, sought, most))
        : List.of();
  }
}
