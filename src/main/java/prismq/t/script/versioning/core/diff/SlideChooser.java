package prismq.t.script.versioning.core.diff;

import java.util.Locale;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.core.text.Pieces;

/**
 * Chooses where added or removed lines start that could stand at several places, because they
 * repeat what is around them: where a person would start them. That is the indent heuristic of git
 * (git-diff, --indent-heuristic; its weights were found with slides that people had rated, see
 * mhagger/diff-slider-tools), with headings weighed in.
 */
final class SlideChooser {
  private static final int MAX_SLIDE = 100;
  private static final int MAX_INDENT = 200;
  private static final int MAX_BLANKS = 20;
  private static final int TAB = 8;
  private static final int BLANK = -1;

  private static final int START_OF_TEXT = 1;
  private static final int END_OF_TEXT = 21;
  private static final int OF_EACH_BLANK = -30;
  private static final int OF_EACH_BLANK_AFTER = 6;
  private static final int INDENTED = -4;
  private static final int INDENTED_AFTER_BLANK = 10;
  private static final int OUTDENTED = 24;
  private static final int OUTDENTED_AFTER_BLANK = 17;
  private static final int DEDENTED = 23;
  private static final int DEDENTED_AFTER_BLANK = 17;
  private static final int INDENT_WEIGHT = 60;
  private static final int HEADING = -20;

  private final Pieces lines;

  SlideChooser(Pieces lines) {
    this.lines = lines;
  }

  /** How badly a text is cut at one or two places; less is better. */
  private record Score(int indent, int penalty) {
    Score plus(Score other) {
      return new Score(indent + other.indent, penalty + other.penalty);
    }

    boolean isNoWorseThan(Score other) {
      return INDENT_WEIGHT * Integer.compare(indent, other.indent) + penalty - other.penalty <= 0;
    }
  }

  /**
   * How far to move the lines of a range, down where it is positive.
   *
   * @param first the first line of what may be moved over
   * @param last the line after its last one
   */
  int best(int start, int end, int first, int last) {
    int up = 0;
    while (start - up > first && same(start - up - 1, end - up - 1)) {
      up++;
    }
    int down = 0;
    while (end + down < last && same(start + down, end + down)) {
      down++;
    }
    if (up + down == 0) {
      return 0;
    }
    int highest = Math.max(-up, down - Math.min(MAX_SLIDE, end - start + 1));
    int best = highest;
    Score least = score(start + highest).plus(score(end + highest));
    for (int by = highest + 1; by <= down; by++) {
      Score score = score(start + by).plus(score(end + by));
      if (score.isNoWorseThan(least)) {
        least = score;
        best = by;
      }
    }
    return best;
  }

  private boolean same(int line, int other) {
    return lines.same(line, lines, other);
  }

  /** How bad it is to cut before a line. */
  private Score score(int line) {
    int before = 0;
    int indentBefore = BLANK;
    for (int i = line - 1; i >= 0 && indentBefore == BLANK; i--) {
      indentBefore = indent(i);
      before += indentBefore == BLANK ? 1 : 0;
      indentBefore = before == MAX_BLANKS ? 0 : indentBefore;
    }
    boolean isEnd = line == lines.size();
    int indent = isEnd ? BLANK : indent(line);
    // The end of the text counts as a blank line.
    int after = indent == BLANK ? 1 : 0;
    int indentAfter = BLANK;
    int further = 0;
    for (int i = line + 1; i < lines.size() && indentAfter == BLANK; i++) {
      indentAfter = indent(i);
      further += indentAfter == BLANK ? 1 : 0;
      indentAfter = further == MAX_BLANKS ? 0 : indentAfter;
    }
    after += after > 0 ? further : 0;
    int penalty = indentBefore == BLANK && before == 0 ? START_OF_TEXT : 0;
    penalty += isEnd ? END_OF_TEXT : 0;
    penalty += OF_EACH_BLANK * (before + after) + OF_EACH_BLANK_AFTER * after;
    penalty += !isEnd && isHeading(line) ? HEADING : 0;
    int effective = indent == BLANK ? indentAfter : indent;
    if (effective != BLANK && indentBefore != BLANK) {
      penalty += ofIndent(effective, indentBefore, indentAfter, before + after > 0);
    }
    return new Score(effective, penalty);
  }

  private static int ofIndent(int indent, int before, int after, boolean hasBlanks) {
    if (indent > before) {
      return hasBlanks ? INDENTED_AFTER_BLANK : INDENTED;
    }
    if (indent == before) {
      return 0;
    }
    // What is indented again after it belongs to it, as “else” does.
    return after != BLANK && after > indent
        ? hasBlanks ? OUTDENTED_AFTER_BLANK : OUTDENTED
        : hasBlanks ? DEDENTED_AFTER_BLANK : DEDENTED;
  }

  /** Number of columns before the text of a line, −1 where it is blank. */
  private int indent(int line) {
    String text = lines.text();
    int columns = 0;
    for (int i = lines.start(line); i < lines.end(line); i++) {
      char c = text.charAt(i);
      if (!Paragraphs.isSpace(c)) {
        return columns;
      }
      columns += c == '\t' ? TAB - columns % TAB : c == ' ' ? 1 : 0;
      if (columns >= MAX_INDENT) {
        return MAX_INDENT;
      }
    }
    return BLANK;
  }

  /** Whether a line starts a section or a scene. */
  private boolean isHeading(int line) {
    int start = lines.start(line);
    String head =
        lines
            .text()
            .substring(start, Math.min(lines.end(line), start + 4))
            .toUpperCase(Locale.ROOT);
    return head.startsWith("# ")
        || head.startsWith("##")
        || head.equals("INT.")
        || head.equals("EXT.")
        || head.equals("EST.");
  }
}
