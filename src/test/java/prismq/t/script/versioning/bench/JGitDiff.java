package prismq.t.script.versioning.bench;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.diff.SequenceComparator;
import prismq.t.script.versioning.core.text.ScriptText;

/** The comparison of JGit, which is by line only. */
final class JGitDiff {
  private JGitDiff() {}

  /** The lines that differ, found in time or not at all. */
  static EditList edits(ScriptText from, ScriptText to) {
    return new HistogramDiff()
        .diff(new TimedComparator(), new RawText(from.bytes()), new RawText(to.bytes()));
  }

  /** Which of the right words each of the left ones is; −1 where it is none. */
  static int[] kept(List<String> left, List<String> right) {
    EditList edits =
        edits(ScriptText.of(String.join("\n", left)), ScriptText.of(String.join("\n", right)));
    int[] kept = new int[left.size()];
    int from = 0;
    int to = 0;
    for (Edit edit : edits) {
      while (from < edit.getBeginA()) {
        kept[from++] = to++;
      }
      Arrays.fill(kept, from, edit.getEndA(), -1);
      from = edit.getEndA();
      to = edit.getEndB();
    }
    while (from < kept.length) {
      kept[from++] = to++;
    }
    return kept;
  }

  private static final class TimedComparator extends SequenceComparator<RawText> {
    private final Deadline deadline = new Deadline();

    @Override
    public boolean equals(RawText from, int fromLine, RawText to, int toLine) {
      deadline.check();
      return RawTextComparator.DEFAULT.equals(from, fromLine, to, toLine);
    }

    @Override
    public int hash(RawText text, int line) {
      return RawTextComparator.DEFAULT.hash(text, line);
    }
  }
}
