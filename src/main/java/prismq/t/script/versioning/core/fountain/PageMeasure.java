package prismq.t.script.versioning.core.fountain;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.PageItem.DualSpeech;
import prismq.t.script.versioning.core.fountain.PageItem.OmittedItem;
import prismq.t.script.versioning.core.fountain.PageItem.PageEnd;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;
import prismq.t.script.versioning.core.fountain.PageItem.Speech;

/** How many lines what is printed takes on the page, and how many of them make one. */
public final class PageMeasure {
  /** Lines of twelve points on a page, headers left out. */
  public static final int LINES_A_PAGE = 55;

  /** The eighths of a page, in which scenes are counted. */
  public static final int EIGHTHS = 8;

  private final ElementTexts texts;
  private final PageStretch stretch;

  /** Of the last element that goes over several pages. */
  private final IdentityHashMap<FountainElement, int[]> longStarts = new IdentityHashMap<>();

  PageMeasure(String source) {
    this(new ElementTexts(source), PageStretch.WHOLE);
  }

  /** Of a stretch alone, so that elements on its edges are cut. */
  PageMeasure(ElementTexts texts, PageStretch stretch) {
    this.texts = texts;
    this.stretch = stretch;
  }

  PageStretch stretch() {
    return stretch;
  }

  /** The line that says that a speech goes on, where the stretch ends in one. */
  int linesOfMore(List<PageItem> items, int index) {
    boolean isCut = index == items.size() - 1 && stretch.isCutBehind();
    return isCut && items.get(index) instanceof Speech ? 1 : 0;
  }

  /** Empty lines above an item, unless it is the first of its page. */
  static int linesBefore(PageItem item) {
    if (item instanceof PageEnd) {
      return 0;
    }
    return item instanceof PageParagraph paragraph && paragraph.type() == FountainType.HEADING
        ? 2
        : 1;
  }

  /** The lines of an item itself. */
  int lines(PageItem item) {
    if (item instanceof PageParagraph paragraph) {
      return lines(paragraph.lines(), false);
    }
    if (item instanceof Speech speech) {
      return lines(speech, false);
    }
    if (item instanceof OmittedItem) {
      return 1;
    }
    return item instanceof DualSpeech dual
        ? Math.max(lines(dual.left(), true), lines(dual.right(), true))
        : 0;
  }

  private int lines(Speech speech, boolean isDual) {
    return lines(List.of(speech.cue()), isDual) + lines(speech.lines(), isDual);
  }

  private int lines(List<FountainElement> elements, boolean isDual) {
    int lines = 0;
    for (FountainElement element : elements) {
      lines += starts(element, isDual).length;
    }
    return lines;
  }

  /** Where the lines of an element begin, in its text without the signs of emphasis. */
  int[] starts(FountainElement element, boolean isDual) {
    int @Nullable [] known = isDual ? null : longStarts.get(element);
    if (known != null) {
      return known;
    }
    ElementText text = texts.of(element);
    String shown = (stretch.contains(element) ? text : text.within(stretch)).plain();
    int[] starts = WrappedLines.starts(shown, width(element.type(), isDual));
    if (starts.length > LINES_A_PAGE && !isDual) {
      longStarts.clear();
      longStarts.put(element, starts);
    }
    return starts;
  }

  /** The eighths of a page that lines take, at least one. */
  public static int eighths(int lines) {
    return Math.max(1, Math.round(lines * (float) EIGHTHS / LINES_A_PAGE));
  }

  /** How many letters of a tenth of an inch a line has. */
  static int width(FountainType type, boolean isDual) {
    return switch (type) {
      case CHARACTER, DUAL_CHARACTER -> isDual ? 28 : 38;
      case PARENTHETICAL -> isDual ? 22 : 25;
      case DIALOGUE -> isDual ? 28 : 35;
      case LYRIC -> isDual ? 28 : 45;
      default -> 60;
    };
  }
}
