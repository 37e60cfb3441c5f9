package prismq.t.script.versioning.compare;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/** Notices for the reader of a comparison. */
final class DiffNotices {
  private static final Numbers NUMBERS = new Numbers();

  private DiffNotices() {}

  /**
   * The notices, each a sentence or two.
   *
   * @param hidden number of changes that are not shown, because they are of ignored categories
   */
  static List<String> of(Comparison comparison, int hidden) {
    ScriptText from = comparison.from();
    ScriptText to = comparison.to();
    Diff diff = comparison.diff();
    List<String> notices = new ArrayList<>();
    if (from.equals(to)) {
      notices.add(Messages.text("compare.notice.same"));
    } else if (diff.isEmpty()) {
      notices.add(Messages.text("compare.notice.no_word"));
    }
    if (!from.encoding().equals(to.encoding())) {
      notices.add(
          Messages.text("compare.notice.encoding", from.encoding().label(), to.encoding().label()));
    }
    if (hidden > 0) {
      notices.add(Messages.count("compare.notice.hidden", hidden, NUMBERS.whole(hidden)));
    }
    if (diff.coarse()) {
      notices.add(Messages.text("compare.notice.coarse"));
    }
    if (!from.exactlyDecoded() || !to.exactlyDecoded()) {
      notices.add(
          Messages.text(
              "compare.notice.not_decoded",
              (from.exactlyDecoded() ? to : from).encoding().label(),
              "\ufffd"));
    }
    String endedBefore = lineEnding(from);
    String ended = lineEnding(to);
    if (!endedBefore.equals(ended)) {
      notices.add(Messages.text("compare.notice.line_endings", endedBefore, ended));
    } else if (!diff.isEmpty() && diff.changes().isEmpty()) {
      notices.add(Messages.text("compare.notice.some_line_endings"));
    }
    if (from.hasByteOrderMark() != to.hasByteOrderMark()) {
      notices.add(
          Messages.text(
              from.hasByteOrderMark()
                  ? "compare.notice.mark_removed"
                  : "compare.notice.mark_added"));
    }
    return notices;
  }

  private static String lineEnding(ScriptText text) {
    if (text.endsLinesWithCarriageReturnsAlone()) {
      return Messages.text("compare.line_ending.cr");
    }
    return Messages.text(
        text.endsLinesWithCarriageReturns()
            ? "compare.line_ending.crlf"
            : "compare.line_ending.lf");
  }
}
