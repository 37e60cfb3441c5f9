package prismq.t.script.versioning.comment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import prismq.t.script.versioning.core.anchor.AnchorState;
import prismq.t.script.versioning.core.text.CodePointRange;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.web.Html;

/** A version's text with links on the words that threads are about. */
final class RemarkedText {
  private final String read;
  private final String target;
  private final Html html = new Html();

  private RemarkedText(ScriptText text, String target) {
    this.target = target;
    this.read = new String(text.read(), StandardCharsets.UTF_8);
  }

  /** Characters of the text that a thread is about. */
  private record RemarkedWords(int start, int end, PlacedThread placed) {}

  /**
   * The text as HTML.
   *
   * @param placed in the order of the text
   */
  static String html(ScriptText text, List<PlacedThread> placed) {
    return html(text, placed, "thread-");
  }

  /**
   * The same with links to elements of another id.
   *
   * @param target what comes before the number in it
   */
  static String html(ScriptText text, List<PlacedThread> placed, String target) {
    RemarkedText remarked = new RemarkedText(text, target);
    remarked.write(remarked.marks(placed), text.hasByteOrderMark() ? 1 : 0);
    return remarked.html.toString();
  }

  private List<RemarkedWords> marks(List<PlacedThread> placed) {
    List<RemarkedWords> marks = new ArrayList<>();
    int at = 0;
    int point = 0;
    for (PlacedThread thread : placed) {
      CodePointRange range = thread.range();
      if (range != null) {
        at = read.offsetByCodePoints(at, range.start() - point);
        point = range.start();
        marks.add(new RemarkedWords(at, read.offsetByCodePoints(at, range.length()), thread));
      }
    }
    return marks;
  }

  private void write(List<RemarkedWords> marks, int textStart) {
    TreeSet<Integer> borders = new TreeSet<>(List.of(textStart, read.length()));
    for (RemarkedWords mark : marks) {
      borders.add(Math.max(textStart, mark.start));
      borders.add(mark.end);
    }
    List<RemarkedWords> open = new ArrayList<>();
    int next = 0;
    int at = textStart;
    for (int border : borders) {
      write(at, border, open);
      at = border;
      int here = border;
      open.removeIf(mark -> mark.end <= here);
      while (next < marks.size() && marks.get(next).start <= border) {
        RemarkedWords mark = marks.get(next++);
        html.raw("<span id=\"at-").raw(mark.placed.thread().id()).raw("\"></span>");
        if (mark.end > border) {
          open.add(mark);
        }
      }
    }
  }

  private void write(int start, int end, List<RemarkedWords> open) {
    if (start >= end) {
      return;
    }
    if (open.isEmpty()) {
      text(start, end);
      return;
    }
    // Of several the one that started last, so that each can be clicked somewhere.
    PlacedThread placed = open.get(open.size() - 1).placed;
    boolean isReplaced = placed.placement().state() == AnchorState.REPLACED;
    html.raw("<a class=\"remark")
        .raw(isReplaced ? " replaced" : "")
        .raw(placed.thread().isResolved() ? " resolved" : "")
        .raw("\" href=\"#")
        .raw(target)
        .raw(placed.thread().id())
        .raw("\">");
    text(start, end);
    html.raw("</a>");
  }

  private void text(int start, int end) {
    for (int i = start; i < end; i++) {
      boolean isLone = read.charAt(i) == '\r' && LineEnds.endsAt(read, i);
      html.text(isLone ? '\n' : read.charAt(i));
    }
  }
}
