package prismq.t.script.versioning.core.fountain;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.fountain.PageItem.DualSpeech;
import prismq.t.script.versioning.core.fountain.PageItem.OmittedItem;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;
import prismq.t.script.versioning.core.fountain.PageItem.Speech;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedCell;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedRun;

/** Sets the lines of a page as a typewriter would, in columns of a tenth of an inch. */
public final class PrintedPage {
  /** Letters between the margins. */
  public static final int COLUMNS = 60;

  private static final int SPEECH = 10;
  private static final int ASIDE = 16;
  private static final int CUE = 22;
  private static final int DUAL = 32;
  private static final int DUAL_ASIDE = 3;
  private static final int DUAL_CUE = 8;
  private static final Pattern CONTINUED = Pattern.compile("(?i)\\(\\s*cont['’]?d?\\.?\\s*\\)");

  private final Screenplay screenplay;
  private final ElementTexts texts;
  private final PageStretch stretch;
  private final PageMeasure measure;
  private final IntFunction<String> sceneNumber;
  private List<PrintedLine> lines = new ArrayList<>();

  /** The lines of the last item, which may go over several pages. */
  private final IdentityHashMap<PageItem, List<PrintedCell>> lastCells = new IdentityHashMap<>();

  private PrintedPage(
      Screenplay screenplay,
      ElementTexts texts,
      PageStretch stretch,
      IntFunction<String> sceneNumber) {
    this.screenplay = screenplay;
    this.texts = texts;
    this.stretch = stretch;
    this.measure = new PageMeasure(texts, stretch);
    this.sceneNumber = sceneNumber;
  }

  /** A page and its lines. */
  public record PrintedSheet(PageSheet sheet, List<PrintedLine> lines) {}

  /**
   * The pages of some items of a screenplay.
   *
   * @param texts of its elements
   * @param stretch where the items stand, the first and last of which may be cut
   * @param sceneNumber gives the number that is printed for a heading, by where it starts in the
   *     source; empty for none
   */
  public static List<PrintedSheet> of(
      Screenplay screenplay,
      ElementTexts texts,
      List<PageItem> items,
      PageStretch stretch,
      IntFunction<String> sceneNumber) {
    PrintedPage page = new PrintedPage(screenplay, texts, stretch, sceneNumber);
    List<PrintedSheet> printed = new ArrayList<>();
    for (PageSheet sheet : Pagination.of(screenplay.source(), items, page.measure)) {
      page.lines = new ArrayList<>();
      sheet.parts().forEach(page::add);
      printed.add(new PrintedSheet(sheet, List.copyOf(page.lines)));
    }
    return printed;
  }

  private void add(PagePart part) {
    PageItem item = part.item();
    for (int i = lines.isEmpty() ? 0 : PageMeasure.linesBefore(item); i > 0; i--) {
      lines.add(PrintedLine.EMPTY);
    }
    if (item instanceof PageParagraph paragraph) {
      addParagraph(paragraph, part);
    } else if (item instanceof Speech speech) {
      speech(speech, part).forEach(cell -> lines.add(new PrintedLine(List.of(cell), "")));
    } else if (item instanceof DualSpeech dual) {
      addDual(dual);
    } else if (item instanceof OmittedItem omitted) {
      PrintedCell cell = written(FountainType.HEADING, 0, "OMITTED", omitted.start());
      lines.add(new PrintedLine(List.of(cell), omitted.number()));
    }
  }

  private void addParagraph(PageParagraph paragraph, PagePart part) {
    List<PrintedCell> cells = cells(paragraph, paragraph.lines());
    boolean isHeading = paragraph.type() == FountainType.HEADING;
    for (int i = part.from(); i < Math.min(part.to(), cells.size()); i++) {
      String number = isHeading && i == 0 ? sceneNumber.apply(paragraph.start()) : "";
      lines.add(new PrintedLine(List.of(cells.get(i)), number));
    }
  }

  private List<PrintedCell> speech(Speech speech, PagePart part) {
    List<PrintedCell> cells = new ArrayList<>(cells(List.of(speech.cue()), 0, false));
    String cue = screenplay.text(speech.cue());
    int last = cells.size() - 1;
    if (part.isContinued() && last >= 0 && !CONTINUED.matcher(cue).find()) {
      PrintedCell whole = cells.get(last);
      List<PrintedRun> runs = new ArrayList<>(whole.runs());
      runs.add(new PrintedRun(" (CONT’D)", false, false, false));
      cells.set(
          last, new PrintedCell(whole.type(), whole.column(), runs, whole.start(), whole.end()));
    }
    List<PrintedCell> spoken = cells(speech, speech.lines());
    int end = Math.min(part.to(), spoken.size());
    if (part.from() < end) {
      cells.addAll(spoken.subList(part.from(), end));
    }
    if (part.hasMore()) {
      cells.add(written(FountainType.CHARACTER, CUE, "(MORE)", 0));
    }
    return cells;
  }

  private void addDual(DualSpeech dual) {
    List<PrintedCell> left = new ArrayList<>(cells(List.of(dual.left().cue()), 0, true));
    left.addAll(cells(dual.left().lines(), 0, true));
    List<PrintedCell> right = new ArrayList<>(cells(List.of(dual.right().cue()), DUAL, true));
    right.addAll(cells(dual.right().lines(), DUAL, true));
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      List<PrintedCell> both = new ArrayList<>();
      if (i < left.size()) {
        both.add(left.get(i));
      }
      if (i < right.size()) {
        both.add(right.get(i));
      }
      lines.add(new PrintedLine(both, ""));
    }
  }

  private static PrintedCell written(FountainType type, int column, String text, int at) {
    return new PrintedCell(
        type, column, List.of(new PrintedRun(text, false, false, false)), at, at);
  }

  private List<PrintedCell> cells(PageItem item, List<FountainElement> elements) {
    @Nullable List<PrintedCell> known = lastCells.get(item);
    if (known == null) {
      known = cells(elements, 0, false);
      lastCells.clear();
      lastCells.put(item, known);
    }
    return known;
  }

  private List<PrintedCell> cells(List<FountainElement> elements, int first, boolean isDual) {
    List<PrintedCell> cells = new ArrayList<>();
    for (FountainElement element : elements) {
      ElementText text = texts.of(element);
      ElementText shown = stretch.contains(element) ? text : text.within(stretch);
      // A cue stands above each part of its speech.
      ElementText used = element.type().isCue() ? text : shown;
      int[] starts =
          used == shown
              ? measure.starts(element, isDual)
              : WrappedLines.starts(used.plain(), PageMeasure.width(element.type(), isDual));
      for (int i = 0; i < starts.length; i++) {
        int end = i + 1 < starts.length ? starts[i + 1] : used.plain().length();
        cells.add(cell(element, used.part(starts[i], end), first, isDual));
      }
    }
    return cells;
  }

  private static PrintedCell cell(
      FountainElement element, ElementText text, int first, boolean isDual) {
    FountainType type = element.type();
    String plain = text.plain();
    int end = plain.length();
    while (end > 0 && Character.isWhitespace(plain.charAt(end - 1))) {
      end--;
    }
    boolean isCapitals =
        type == FountainType.HEADING
            || type == FountainType.SHOT
            || type == FountainType.TRANSITION
            || type.isCue();
    List<PrintedRun> runs = new ArrayList<>();
    for (int from = 0; from < end; ) {
      int to = from + 1;
      while (to < end && text.style(to) == text.style(from)) {
        to++;
      }
      String letters = plain.substring(from, to).replace("\t", "    ");
      int style = text.style(from);
      runs.add(
          new PrintedRun(
              isCapitals ? letters.toUpperCase(Locale.ROOT) : letters,
              ElementText.isBold(style),
              ElementText.isItalic(style) || type == FountainType.LYRIC,
              ElementText.isUnderlined(style)));
      from = to;
    }
    int length = WrappedLines.width(plain.substring(0, end));
    int column = first + column(type, length, isDual);
    return end == 0
        ? new PrintedCell(type, column, List.of(), element.start(), element.start())
        : new PrintedCell(type, column, runs, text.place(0), text.place(end - 1) + 1);
  }

  private static int column(FountainType type, int length, boolean isDual) {
    return switch (type) {
      case CHARACTER, DUAL_CHARACTER -> isDual ? DUAL_CUE : CUE;
      case PARENTHETICAL -> isDual ? DUAL_ASIDE : ASIDE;
      case DIALOGUE, LYRIC -> isDual ? 0 : SPEECH;
      case TRANSITION -> Math.max(0, COLUMNS - length);
      case CENTERED -> Math.max(0, (COLUMNS - length) / 2);
      default -> 0;
    };
  }
}
