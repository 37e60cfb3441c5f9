package prismq.t.script.versioning.search;

import java.util.List;
import prismq.t.script.versioning.language.Messages;

/**
 * Versions of one branch, one after the other, that hold a passage.
 *
 * @param from the first of them
 * @param to the last of them
 * @param before the first one's parent; 0 if it has none
 * @param removedIn the next version of the branch, which does not hold it; 0 if there is none
 * @param omittedBy the first versions of other branches that start from here without it
 */
public record Span(
    int branchNumber,
    int from,
    int to,
    Start start,
    int before,
    int removedIn,
    List<Integer> omittedBy) {

  /** How the passage got into the first version. */
  public enum Start {
    /** It was written. */
    ADDED,
    /** It was written again after it had been removed. */
    ADDED_AGAIN,
    /** It was merged from the other branch. */
    MERGED,
    /** The branch starts with it. */
    KEPT
  }

  /** Whether the branch starts with it, so that nobody added it. */
  public boolean isKept() {
    return start == Start.KEPT;
  }

  /** The versions in words: “v3–v17”. */
  public String range() {
    return from == to ? "v" + from : "v" + from + "–v" + to;
  }

  /** How it got there, in words: “added again in v21”. */
  public String startInWords() {
    return switch (start) {
      case ADDED -> Messages.text("search.added", from);
      case ADDED_AGAIN -> Messages.text("search.added_again", from);
      case MERGED -> Messages.text("search.merged", from);
      case KEPT -> Messages.text("search.kept", before);
    };
  }
}
