package prismq.t.script.versioning.reading;

import org.commonmark.node.CustomNode;
import prismq.t.script.versioning.reading.PageMarks.RemovedText;

/** What stood in the left text, at its place in the right one: words, or what moved away. */
final class RemovedNode extends CustomNode {
  private final RemovedText removed;
  private final int start;
  private final int end;

  /**
   * Characters that were removed.
   *
   * @param start in what is read of the left text
   */
  RemovedNode(RemovedText removed, int start, int end) {
    this.removed = removed;
    this.start = start;
    this.end = end;
  }

  RemovedText removed() {
    return removed;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
