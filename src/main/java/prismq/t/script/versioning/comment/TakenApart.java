package prismq.t.script.versioning.comment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.DiffGenerator;
import prismq.t.script.versioning.core.diff.Edit;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.EditedText;
import prismq.t.script.versioning.core.text.ScriptText;

/**
 * Takes the changes from one text to another apart, each as a stretch of the first one with what is
 * to stand in its place. Done together they give the second text.
 */
final class TakenApart {
  /** Further than this a word is not looked for. */
  private static final int MAX_WIDENING = 300;

  private final String before;
  private final String after;
  private final List<Edit> edits = new ArrayList<>();

  private TakenApart(String before, String after) {
    this.before = before;
    this.after = after;
  }

  /** The changes, in the order of the text; what only ends lines otherwise is none. */
  static List<SuggestedEdit> edits(ScriptText from, ScriptText to) {
    ScriptText base = from.inUtf8();
    boolean isExact = base.exactlyDecoded() && to.exactlyDecoded();
    ScriptText wanted = isExact ? EditedText.restore(base, EditedText.shown(to)) : to.inUtf8();
    Diff diff = new DiffGenerator().diff(base, wanted);
    TakenApart parts = new TakenApart(base.exactLines().text(), wanted.exactLines().text());
    diff.exactEdits().forEach(parts::add);
    List<SuggestedEdit> taken = new ArrayList<>();
    for (Edit edit : parts.edits) {
      ByteRange bytes = new ByteRange(edit.fromStart(), edit.fromEnd());
      taken.add(new SuggestedEdit(0, bytes, parts.after.substring(edit.toStart(), edit.toEnd())));
    }
    return taken;
  }

  /** Adds an edit that stands on words, to the one before where no word is between both. */
  private void add(Edit exact) {
    Edit edit = widened(exact);
    while (!edits.isEmpty() && isOneWith(edits.get(edits.size() - 1), edit)) {
      edit = joined(edits.remove(edits.size() - 1), edit);
    }
    edits.add(edit);
  }

  /** What was added beside one of them may be changed by the other, and counts once. */
  private static Edit joined(Edit last, Edit next) {
    int ahead = Math.max(0, last.fromStart() - next.fromStart());
    int behind = Math.max(0, last.fromEnd() - next.fromEnd());
    return new Edit(
        last.fromStart() - ahead,
        next.fromEnd() + behind,
        last.toStart() - ahead,
        next.toEnd() + behind);
  }

  private boolean isOneWith(Edit last, Edit next) {
    return next.fromStart() <= last.fromEnd()
        || before
            .substring(last.fromEnd(), next.fromStart())
            .chars()
            .noneMatch(exact -> SuggestedEdit.isOfWord((char) exact) || exact == '\n');
  }

  /** With a word beside it, where it stands on none by which it would be found again. */
  private Edit widened(Edit edit) {
    if (hasWord(edit.fromStart(), edit.fromEnd())) {
      return edit;
    }
    int left = left(edit.fromStart());
    if (left < edit.fromStart()) {
      int by = edit.fromStart() - left;
      return new Edit(left, edit.fromEnd(), edit.toStart() - by, edit.toEnd());
    }
    int by = right(edit.fromEnd()) - edit.fromEnd();
    return new Edit(edit.fromStart(), edit.fromEnd() + by, edit.toStart(), edit.toEnd() + by);
  }

  private boolean hasWord(int start, int end) {
    return before.substring(start, end).chars().anyMatch(c -> SuggestedEdit.isOfWord((char) c));
  }

  /** The start of the word before; the same place where there is none near. */
  private int left(int from) {
    int at = from;
    int nearest = Math.max(0, from - MAX_WIDENING);
    while (at > nearest && !SuggestedEdit.isOfWord(before.charAt(at - 1))) {
      at--;
    }
    int wordEnd = at;
    while (at > nearest && SuggestedEdit.isOfWord(before.charAt(at - 1))) {
      at--;
    }
    return at < wordEnd ? at : from;
  }

  /** The end of the word after; the end of the text where there is none near. */
  private int right(int from) {
    int at = from;
    while (at < before.length() && !SuggestedEdit.isOfWord(before.charAt(at))) {
      at++;
    }
    while (at < before.length() && SuggestedEdit.isOfWord(before.charAt(at))) {
      at++;
    }
    return at;
  }

  /** An exact text as people read it, with a line feed at each end of a line. */
  static String shown(String exact) {
    return Suggestion.lines(
        new String(exact.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }
}
