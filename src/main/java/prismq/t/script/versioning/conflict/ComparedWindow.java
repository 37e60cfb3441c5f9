package prismq.t.script.versioning.conflict;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.ExactText;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Numbers;

/**
 * The parts of two texts that are compared for display: all of short ones; of long ones what can be
 * shown, from where they start to differ. Comparing the rest would take seconds and show nothing
 * more.
 *
 * @param leftOutBefore number of characters of the later text before its part
 * @param leftOutAfter number of characters of the later text after its part
 * @param isCut whether there are differences after the parts
 */
record ComparedWindow(
    ScriptText before, ScriptText after, int leftOutBefore, int leftOutAfter, boolean isCut) {
  private static final int MAX_LENGTH = 200_000;

  /** How much equal text is compared around what differs. */
  private static final int AROUND = 1_000;

  /** A text that is not compared, whole. */
  static ComparedWindow whole(ScriptText text) {
    return new ComparedWindow(text, text, 0, 0, false);
  }

  static ComparedWindow of(ScriptText before, ScriptText after) {
    String left = before.exactLines().text();
    String right = after.exactLines().text();
    if (Math.max(left.length(), right.length()) <= MAX_LENGTH) {
      return new ComparedWindow(before, after, 0, 0, false);
    }
    int shorter = Math.min(left.length(), right.length());
    int same = 0;
    while (same < shorter && left.charAt(same) == right.charAt(same)) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < shorter - same
        && left.charAt(left.length() - sameAtEnd - 1)
            == right.charAt(right.length() - sameAtEnd - 1)) {
      sameAtEnd++;
    }
    int start = whole(right, Math.max(0, same - AROUND));
    int kept = Math.max(0, sameAtEnd - AROUND);
    int leftEnd = whole(left, Math.min(start + MAX_LENGTH, left.length() - kept));
    int rightEnd = whole(right, Math.min(start + MAX_LENGTH, right.length() - kept));
    return new ComparedWindow(
        ScriptText.ofExact(left.substring(start, leftEnd)),
        ScriptText.ofExact(right.substring(start, rightEnd)),
        characters(right, new ByteRange(0, start)),
        characters(right, new ByteRange(rightEnd, right.length())),
        leftEnd < left.length() - kept || rightEnd < right.length() - kept);
  }

  /** The position or one shortly before it, so that no character is cut in two. */
  private static int whole(String exact, int position) {
    int at = position;
    while (at > 0 && at < exact.length() && ExactText.isContinuation(exact.charAt(at))) {
      at--;
    }
    return at;
  }

  private static int characters(String exact, ByteRange range) {
    int characters = 0;
    for (int i = range.start(); i < range.end(); i++) {
      characters += ExactText.isContinuation(exact.charAt(i)) ? 0 : 1;
    }
    return characters;
  }

  /** What is shown of the parts, with what is left out of the whole texts. */
  List<Stretch> shown(List<Stretch> stretches) {
    int end = isCut ? settledEnd(stretches) : stretches.size();
    int unsettled = 0;
    for (Stretch stretch : stretches.subList(end, stretches.size())) {
      unsettled += stretch.kind() == Stretch.Difference.DELETED ? 0 : length(stretch.text());
    }
    return new Shortening()
        .shown(leftOutBefore, stretches.subList(0, end), unsettled + leftOutAfter);
  }

  /** After the last cut nothing is known of what its end would be aligned with. */
  private static int settledEnd(List<Stretch> stretches) {
    int end = stretches.size();
    while (end > 0 && stretches.get(end - 1).kind() != Stretch.Difference.SAME) {
      end--;
    }
    return end == 0 ? stretches.size() : end;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Leaves out what is far from any difference, and all beyond what is read. */
  private static final class Shortening {
    private static final int MAX_CHARACTERS = 20_000;
    private static final int MAX_SAME = 400;
    private static final int MAX_MARKED = 5_000;
    private static final int COST_OF_MARK = 60;

    private final Numbers numbers = new Numbers();
    private final List<Stretch> shown = new ArrayList<>();
    private int room = MAX_CHARACTERS;
    private int leftOut;

    private List<Stretch> shown(int before, List<Stretch> stretches, int after) {
      long all = (long) before + after;
      for (Stretch stretch : stretches) {
        all += stretch.text().length();
      }
      if (all <= MAX_CHARACTERS) {
        return stretches;
      }
      leftOut = before;
      boolean isPlain = stretches.size() == 1;
      for (Stretch stretch : stretches) {
        add(stretch, !isPlain && stretch.kind() == Stretch.Difference.SAME ? MAX_SAME : MAX_MARKED);
      }
      leftOut += after;
      tell();
      return shown;
    }

    private void add(Stretch stretch, int most) {
      String text = stretch.text();
      if (room <= 0) {
        // A removal is not a part of the text that is left out.
        leftOut += stretch.kind() == Stretch.Difference.DELETED ? 0 : length(text);
      } else if (text.length() <= most) {
        show(stretch, text);
      } else {
        int head = whole(text, most / 2);
        int tail = whole(text, text.length() - most / 2);
        show(stretch, text.substring(0, head));
        leftOut += length(text.substring(head, tail));
        show(stretch, text.substring(tail));
      }
    }

    private static int whole(String text, int position) {
      return Character.isLowSurrogate(text.charAt(position)) ? position - 1 : position;
    }

    private void show(Stretch stretch, String text) {
      tell();
      shown.add(new Stretch(text, stretch.kind()));
      room -= text.length() + COST_OF_MARK;
    }

    private void tell() {
      if (leftOut > 0) {
        String what = Messages.count("compare.left_out", leftOut, numbers.whole(leftOut));
        shown.add(new Stretch(what, Stretch.Difference.LEFT_OUT));
        leftOut = 0;
      }
    }
  }
}
