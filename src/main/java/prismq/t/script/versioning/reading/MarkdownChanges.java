package prismq.t.script.versioning.reading;

import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.reading.PageMarks.AddedText;
import prismq.t.script.versioning.reading.PageMarks.KeptText;
import prismq.t.script.versioning.reading.PageMarks.RemovedText;

/**
 * Which characters that are read of two Markdown texts were removed and added, and which stand
 * opposite each other where paragraphs changed. Signs of markup are none of them.
 */
final class MarkdownChanges {
  static final int NONE = -1;

  private final MarkdownWords from;
  private final MarkdownWords to;
  private final PageMarks marks;

  /**
   * For each character on the left the place of what removed it, or moved it away, in the marks.
   */
  private final int[] removed;

  /** For each character on the right the place of what added it in the marks. */
  private final int[] added;

  /** For each character on the right the one on the left, where a paragraph changed. */
  private final int[] before;

  /** For each character on the right that has one on the left the number of the change. */
  private final int[] changes;

  private MarkdownChanges(MarkdownWords from, MarkdownWords to, PageMarks marks) {
    this.from = from;
    this.to = to;
    this.marks = marks;
    this.removed = filled(from.length());
    this.added = filled(to.length());
    this.before = filled(to.length());
    this.changes = new int[to.length()];
  }

  static MarkdownChanges of(MarkdownWords from, MarkdownWords to, PageMarks marks) {
    MarkdownChanges changes = new MarkdownChanges(from, to, marks);
    changes.mark();
    return changes;
  }

  private static int[] filled(int length) {
    int[] none = new int[length];
    Arrays.fill(none, NONE);
    return none;
  }

  private void mark() {
    List<RemovedText> allRemoved = marks.removed();
    List<AddedText> allAdded = marks.added();
    for (int i = 0; i < allRemoved.size(); i++) {
      RemovedText one = allRemoved.get(i);
      fill(removed, from, from.indexAt(one.start()), from.indexAt(one.end()), i);
    }
    for (int i = 0; i < allAdded.size(); i++) {
      AddedText one = allAdded.get(i);
      fill(added, to, to.indexAt(one.start()), to.indexAt(one.end()), i);
    }
    marks.kept().forEach(this::keep);
    int next = 0;
    for (RemovedText one : allRemoved) {
      while (next < allAdded.size() && allAdded.get(next).start() < one.at()) {
        next++;
      }
      if (next < allAdded.size() && !one.isAway() && allAdded.get(next).start() == one.at()) {
        keepSame(one, allAdded.get(next));
      }
    }
  }

  /** Space alone is nothing that a reader sees. */
  private static void fill(int[] marked, MarkdownWords text, int start, int end, int mark) {
    if (start < end && !text.isBlank(start, end)) {
      Arrays.fill(marked, start, end, mark);
    }
  }

  private void keep(KeptText kept) {
    int end = to.indexAt(kept.end());
    for (int i = to.indexAt(kept.start()); i < end; i++) {
      int place = to.place(i) - kept.start() + kept.from();
      int old = from.indexAt(place);
      if (from.isAt(old, place)) {
        before[i] = old;
        changes[i] = kept.change();
      }
    }
  }

  /** The same words with other signs around them are set otherwise, and not removed and added. */
  private void keepSame(RemovedText old, AddedText now) {
    int oldStart = from.indexAt(old.start());
    int oldEnd = from.indexAt(old.end());
    int start = to.indexAt(now.start());
    int end = to.indexAt(now.end());
    boolean isSame =
        old.change() == now.change()
            && old.move() == 0
            && start < end
            && from.text(oldStart, oldEnd).equals(to.text(start, end));
    if (isSame) {
      Arrays.fill(removed, oldStart, oldEnd, NONE);
      Arrays.fill(added, start, end, NONE);
      for (int i = start; i < end; i++) {
        before[i] = oldStart + i - start;
        changes[i] = now.change();
      }
    }
  }

  /** The place of what removed a character on the left in the marks; −1 where nothing did. */
  int removed(int left) {
    return removed[left];
  }

  /** The place of what added a character on the right in the marks; −1 where nothing did. */
  int added(int right) {
    return right < added.length ? added[right] : NONE;
  }

  /** The character on the left that is the same as one on the right in a paragraph that changed. */
  int before(int right) {
    return before[right];
  }

  /** The number of the change around a character that stayed; 0 where there is none. */
  int change(int right) {
    return changes[right];
  }
}
