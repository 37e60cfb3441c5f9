package prismq.t.script.versioning.core.fountain;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is italic, bold and underlined in a line. A sign begins something only before what is
 * no space, and ends something only behind what is none; behind a backslash it is itself. Takes
 * time in proportion to the line.
 */
public final class Emphasis {
  private static final int BOLD = 1;
  private static final int ITALIC = 2;
  private static final int UNDERLINED = 4;

  private static final int UNDERSCORE = 0;

  /** Signs that may begin something. */
  private static final class Opener {
    /** The number of asterisks that have ended nothing yet, or {@link #UNDERSCORE}. */
    int left;

    /** Behind those. */
    int end;

    Opener(int left, int end) {
      this.left = left;
      this.end = end;
    }
  }

  private final String text;

  /** The styles that begin before each character, and that end there. */
  private final int[] begins;

  private final int[] ends;
  private final boolean[] isSign;
  private final List<Opener> open = new ArrayList<>();

  /** How many are open with each number of asterisks left. */
  private final int[] openWith = new int[4];

  private Emphasis(String text) {
    this.text = text;
    this.begins = new int[text.length() + 1];
    this.ends = new int[text.length() + 1];
    this.isSign = new boolean[text.length()];
  }

  /** The parts of a line that differ in style, in order, without the signs between them. */
  public static List<StyledRun> of(String text) {
    if (text.indexOf('*') < 0 && text.indexOf('_') < 0 && text.indexOf('\\') < 0) {
      return text.isEmpty()
          ? List.of()
          : List.of(new StyledRun(0, text.length(), false, false, false));
    }
    Emphasis emphasis = new Emphasis(text);
    emphasis.find();
    return emphasis.runs();
  }

  /** A line without the signs of emphasis. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    of(text).forEach(run -> plain.append(text, run.start(), run.end()));
    return plain.toString();
  }

  private void find() {
    int at = 0;
    while (at < text.length()) {
      char character = text.charAt(at);
      if (character == '\\' && at + 1 < text.length() && "*_\\".indexOf(text.charAt(at + 1)) >= 0) {
        isSign[at] = true;
        at += 2;
      } else if (character == '*' || character == '_') {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) == character) {
          end++;
        }
        sign(character, at, end);
        at = end;
      } else {
        at++;
      }
    }
  }

  private void sign(char character, int start, int end) {
    int length = end - start;
    if (length > (character == '*' ? 3 : 1)) {
      return;
    }
    boolean mayEnd = start > 0 && !Character.isWhitespace(text.charAt(start - 1));
    boolean mayBegin = end < text.length() && !Character.isWhitespace(text.charAt(end));
    if (character == '_' && mayEnd && mayBegin && isInWord(start, end)) {
      return;
    }
    int left = character == '*' ? length : UNDERSCORE;
    int used = mayEnd ? close(start, left) : 0;
    while (used > 0 && used < length) {
      int more = close(start + used, length - used);
      if (more == 0) {
        return;
      }
      used += more;
    }
    if (used == 0 && mayBegin) {
      open.add(new Opener(left, end));
      openWith[left]++;
    }
  }

  /** Names of files have underscores in them. */
  private boolean isInWord(int start, int end) {
    return Character.isLetterOrDigit(text.charAt(start - 1))
        && Character.isLetterOrDigit(text.charAt(end));
  }

  /**
   * Ends what these signs, or some of them, can end; what began within that began nothing.
   *
   * @return how many signs were used; 0 if they end nothing
   */
  private int close(int at, int signs) {
    boolean canEnd =
        switch (signs) {
          case UNDERSCORE -> openWith[UNDERSCORE] > 0;
          case 3 -> openWith[1] + openWith[2] + openWith[3] > 0;
          default -> openWith[signs] + openWith[3] > 0;
        };
    while (canEnd) {
      int last = open.size() - 1;
      Opener opener = open.remove(last);
      openWith[opener.left]--;
      boolean isUnderscore = opener.left == UNDERSCORE;
      if (signs == UNDERSCORE ? isUnderscore : !isUnderscore && fits(opener.left, signs)) {
        return end(opener, at, signs);
      }
    }
    return 0;
  }

  private static boolean fits(int left, int signs) {
    return left == signs || left == 3 || signs == 3;
  }

  private int end(Opener opener, int at, int signs) {
    if (signs == UNDERSCORE) {
      mark(UNDERLINED, opener.end, at);
      isSign[opener.end - 1] = true;
      isSign[at] = true;
      return 1;
    }
    int used = Math.min(opener.left, signs);
    mark(used == 1 ? ITALIC : used == 2 ? BOLD : BOLD | ITALIC, opener.end, at);
    for (int i = 0; i < used; i++) {
      isSign[opener.end - 1 - i] = true;
      isSign[at + i] = true;
    }
    opener.left -= used;
    opener.end -= used;
    if (opener.left > 0) {
      open.add(opener);
      openWith[opener.left]++;
    }
    return used;
  }

  private void mark(int style, int start, int end) {
    begins[start] |= style;
    ends[end] |= style;
  }

  private List<StyledRun> runs() {
    List<StyledRun> runs = new ArrayList<>();
    int style = 0;
    int start = -1;
    int shown = 0;
    for (int at = 0; at < text.length(); at++) {
      int next = (style & ~ends[at]) | begins[at];
      style = next;
      boolean isText = !isSign[at];
      if (start >= 0 && (!isText || style != shown)) {
        runs.add(run(start, at, shown));
        start = -1;
      }
      if (isText && start < 0) {
        start = at;
        shown = style;
      }
    }
    if (start >= 0) {
      runs.add(run(start, text.length(), shown));
    }
    return runs;
  }

  private static StyledRun run(int start, int end, int style) {
    return new StyledRun(
        start, end, (style & BOLD) != 0, (style & ITALIC) != 0, (style & UNDERLINED) != 0);
  }
}
