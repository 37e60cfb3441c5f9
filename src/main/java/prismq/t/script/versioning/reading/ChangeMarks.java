package prismq.t.script.versioning.reading;

import java.util.HashSet;
import java.util.Set;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;

/** Writes the marks of changes, and remembers which changes can be seen. */
final class ChangeMarks {
  private final Set<Integer> seen = new HashSet<>();

  /** Begins what was added. */
  void startAdded(Html html, int move, int change) {
    start(html, "ins", move, change, "compare.mark.added");
  }

  /** Begins what was removed. */
  void startRemoved(Html html, int move, int change) {
    start(html, "del", move, change, "compare.mark.removed");
  }

  private void start(Html html, String tag, int move, int change, String words) {
    html.raw("<").raw(tag).raw(move > 0 ? " class=\"moved\"" : "").raw(idOf(change));
    html.raw("><span class=\"hidden\">").text(Messages.text(words)).raw(" </span>");
  }

  /** Tells what moved away, and leads to where it is now. */
  void addMovedAway(Html html, int move, String words) {
    html.raw("<a href=\"#page-move-").raw((long) move).raw("\">");
    html.text(Messages.text("compare.kind.moved_away"));
    html.raw("</a> <q>").text(firstWords(words)).raw("</q>");
  }

  private static String firstWords(String text) {
    String stripped = text.strip();
    int line = stripped.indexOf('\n');
    String first = line < 0 ? stripped : stripped.substring(0, line).strip();
    return first.length() <= 60 ? first : first.substring(0, first.offsetByCodePoints(0, 30)) + "…";
  }

  /** Tells that what follows stood elsewhere. */
  void addMovedHere(Html html, int move, int change) {
    html.raw("<span class=\"moved-here\" id=\"page-move-").raw((long) move).raw("\"><span");
    html.raw(idOf(change)).raw(">").text(Messages.text("compare.kind.moved_here"));
    html.raw("</span> </span>");
  }

  /** Where the steps from change to change lead to: the first mark of each. */
  String idOf(int change) {
    return change > 0 && seen.add(change)
        ? " id=\"change-" + change + "\" data-change=\"" + change + "\" tabindex=\"-1\""
        : "";
  }

  /** Number of changes that have a mark here and none there. */
  int countBeyond(ChangeMarks other) {
    return (int) seen.stream().filter(change -> !other.seen.contains(change)).count();
  }

  /** Number of changes that have a mark. */
  int count() {
    return seen.size();
  }
}
