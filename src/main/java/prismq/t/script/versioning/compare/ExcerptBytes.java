package prismq.t.script.versioning.compare;

import java.util.Arrays;
import java.util.List;
import prismq.t.script.versioning.core.diff.Segment.SegmentKind;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.Paragraphs;

/** The bytes of all runs, one after the other. */
record ExcerptBytes(String left, String right, List<DiffRun> runs, int[] starts) {
  /** Most bytes by which a window shrinks at either end to start with a word. */
  private static final int MAX_WORD = 24;

  ExcerptBytes(Comparison comparison, List<DiffRun> runs, int[] starts) {
    this(comparison.from().exactLines().text(), comparison.to().exactLines().text(), runs, starts);
  }

  private int runAt(int position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found : -found - 2;
  }

  private char at(int position) {
    int index = runAt(position);
    DiffRun run = runs.get(index);
    int offset = position - starts[index];
    return run.kind() == SegmentKind.DELETED
        ? left.charAt(run.from() + offset)
        : right.charAt(run.to() + offset);
  }

  /** A window that cuts no character and, if it can, no word, without line breaks at its ends. */
  ExcerptWindows.ExcerptWindow snapped(ByteRange wanted) {
    int first = wanted.start();
    if (first > 0 && starts[runAt(first)] != first) {
      first = snappedStart(wanted);
    }
    int last = wanted.end();
    if (last < starts[runs.size()] && starts[runAt(last)] != last) {
      last = snappedEnd(new ByteRange(first, last));
    }
    while (first < last && isLineBreak(at(first)) && !isBlankRun(first)) {
      first++;
    }
    while (last > first && isLineBreak(at(last - 1)) && !isBlankRun(last - 1)) {
      last--;
    }
    return new ExcerptWindows.ExcerptWindow(
        new ByteRange(first, last),
        !isBlank(new ByteRange(0, first)),
        !isBlank(new ByteRange(last, starts[runs.size()])));
  }

  private int snappedStart(ByteRange wanted) {
    int end = Math.min(wanted.end(), wanted.start() + MAX_WORD);
    for (int i = wanted.start(); i < end; i++) {
      if (Paragraphs.isSpace(at(i))) {
        return i + 1;
      }
    }
    int whole = wanted.start();
    while (whole < wanted.end() && ExactText.isContinuation(at(whole))) {
      whole++;
    }
    return whole;
  }

  private int snappedEnd(ByteRange wanted) {
    int start = Math.max(wanted.start(), wanted.end() - MAX_WORD);
    for (int i = wanted.end(); i > start; i--) {
      if (Paragraphs.isSpace(at(i))) {
        return i;
      }
    }
    int whole = wanted.end();
    while (whole > wanted.start() && ExactText.isContinuation(at(whole))) {
      whole--;
    }
    return whole;
  }

  /** Whether an added or removed run is only white space, which is shown by signs. */
  private boolean isBlankRun(int position) {
    int index = runAt(position);
    if (runs.get(index).kind() == SegmentKind.UNCHANGED) {
      return false;
    }
    return isBlank(new ByteRange(starts[index], starts[index + 1]));
  }

  private boolean isBlank(ByteRange bytes) {
    for (int i = bytes.start(); i < bytes.end(); i++) {
      if (!Paragraphs.isSpace(at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLineBreak(char exact) {
    return exact == '\n' || exact == '\r';
  }
}
