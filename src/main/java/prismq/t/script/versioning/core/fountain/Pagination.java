package prismq.t.script.versioning.core.fountain;

import java.util.ArrayList;
import java.util.List;
import prismq.t.script.versioning.core.fountain.PageItem.DualSpeech;
import prismq.t.script.versioning.core.fountain.PageItem.PageEnd;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;
import prismq.t.script.versioning.core.fountain.PageItem.Speech;

/**
 * Breaks a screenplay into pages as the trade does: a heading stands with what follows it, a cue
 * with two lines of its speech, and where a speech or action is broken, two lines of it stand on
 * either page.
 */
final class Pagination {
  private static final int LEAST = 2;

  private final String source;
  private final PageMeasure measure;
  private final List<PageSheet> pages = new ArrayList<>();
  private List<PagePart> parts = new ArrayList<>();
  private String number = "";
  private int counted = 1;
  private int used;

  private Pagination(String source, PageMeasure measure) {
    this.source = source;
    this.measure = measure;
  }

  static List<PageSheet> of(Screenplay screenplay) {
    String source = screenplay.source();
    return of(source, screenplay.items(), new PageMeasure(source));
  }

  /** The pages of some items, the first and last of which may be cut. */
  static List<PageSheet> of(String source, List<PageItem> items, PageMeasure measure) {
    Pagination pagination = new Pagination(source, measure);
    for (int i = 0; i < items.size(); i++) {
      pagination.add(items, i);
    }
    pagination.endPage();
    return List.copyOf(pagination.pages);
  }

  private void add(List<PageItem> items, int index) {
    PageItem item = items.get(index);
    if (item instanceof PageEnd end) {
      endPage();
      String given = end.element().number(source);
      number = given.isEmpty() ? number : given + ".";
      return;
    }
    int before = before(item);
    int lines = measure.lines(item) + measure.linesOfMore(items, index);
    if (left() < before + lines + followers(items, index) && !parts.isEmpty()) {
      if (!mayBreak(item) || left() - before < leastBeforeBreak(item)) {
        endPage();
        before = 0;
      }
    }
    place(items, index, before, lines);
  }

  private int before(PageItem item) {
    return parts.isEmpty() ? 0 : PageMeasure.linesBefore(item);
  }

  private int left() {
    return PageMeasure.LINES_A_PAGE - used;
  }

  /** Lines that a heading may not be parted from. */
  private int followers(List<PageItem> items, int index) {
    boolean isHeading =
        items.get(index) instanceof PageParagraph paragraph
            && paragraph.type() == FountainType.HEADING;
    if (!isHeading || index + 1 == items.size() || items.get(index + 1) instanceof PageEnd) {
      return 0;
    }
    PageItem next = items.get(index + 1);
    return PageMeasure.linesBefore(next) + Math.min(measure.lines(next), leastBeforeBreak(next));
  }

  private static boolean mayBreak(PageItem item) {
    return item instanceof Speech
        || (item instanceof PageParagraph paragraph && paragraph.type() == FountainType.ACTION);
  }

  /** With the cue of a speech, and what says that there is more. */
  private static int leastBeforeBreak(PageItem item) {
    return item instanceof Speech ? LEAST + 2 : LEAST;
  }

  private void place(List<PageItem> items, int index, int linesBefore, int allLines) {
    PageItem item = items.get(index);
    boolean isCutBefore = index == 0 && measure.stretch().isCutBefore();
    boolean isCutBehind = index == items.size() - 1 && measure.stretch().isCutBehind();
    int more = measure.linesOfMore(items, index);
    int lines = allLines - more;
    boolean isSpeech = item instanceof Speech;
    int total = isSpeech ? lines - 1 : lines;
    int from = 0;
    int before = linesBefore;
    while (true) {
      int room = left() - before - (isSpeech ? 1 : 0);
      int rest = total - from;
      if (rest + more <= room || item instanceof DualSpeech) {
        parts.add(new PagePart(item, from, total, from > 0 || isCutBefore, isCutBehind));
        used += before + rest + more + (isSpeech ? 1 : 0);
        return;
      }
      int fits = Math.min(room - (isSpeech ? 1 : 0), rest - LEAST);
      int end = from + withoutAside(item, from, fits);
      if (end > from) {
        parts.add(new PagePart(item, from, end, from > 0 || isCutBefore, true));
      }
      from = end;
      before = 0;
      endPage();
    }
  }

  /** Nothing that says how a speech goes on stands last on a page. */
  private int withoutAside(PageItem item, int from, int fits) {
    if (!(item instanceof Speech speech)) {
      return Math.max(fits, parts.isEmpty() ? 1 : 0);
    }
    int line = 0;
    for (FountainElement element : speech.lines()) {
      int next = line + measure.starts(element, false).length;
      boolean isLast = line < from + fits && next >= from + fits;
      if (isLast && element.type() == FountainType.PARENTHETICAL && line - from >= LEAST) {
        return line - from;
      }
      line = next;
    }
    return Math.max(fits, parts.isEmpty() ? 1 : 0);
  }

  private void endPage() {
    if (!parts.isEmpty()) {
      pages.add(new PageSheet(number, List.copyOf(parts)));
      counted++;
      number = counted + ".";
      parts = new ArrayList<>();
    }
    used = 0;
  }
}
