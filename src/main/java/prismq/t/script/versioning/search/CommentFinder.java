package prismq.t.script.versioning.search;

import java.util.List;
import prismq.t.script.versioning.history.ReadableScripts;

/** Finds comments, which are no part of any text. */
public interface CommentFinder {
  /**
   * Those that fit, newest first.
   *
   * @param most how many at most
   */
  List<FoundComment> find(ReadableScripts readable, SoughtComments sought, int most);
}
