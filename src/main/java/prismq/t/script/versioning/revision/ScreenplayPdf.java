package prismq.t.script.versioning.revision;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import prismq.t.script.versioning.core.fountain.Emphasis;
import prismq.t.script.versioning.core.fountain.PrintedLine;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedCell;
import prismq.t.script.versioning.core.fountain.PrintedLine.PrintedRun;
import prismq.t.script.versioning.core.fountain.PrintedPage;
import prismq.t.script.versioning.core.fountain.TitlePage;
import prismq.t.script.versioning.core.fountain.WrappedLines;
import prismq.t.script.versioning.core.revision.RevisedLine;
import prismq.t.script.versioning.core.revision.RevisedSheet;
import prismq.t.script.versioning.language.Messages;

/** A screenplay as PDF, set as the trade does: 12 points, six lines and ten letters an inch. */
final class ScreenplayPdf {
  private static final float LINE = 12;
  private static final float HEADER = 45;
  private static final float FIRST_LINE = 82;
  private static final float ASTERISK = 63.5f;
  private static final int LONGEST_NUMBER = 9;
  private static final int LONGEST_TITLE = 26;
  private static final int MOST_TITLE_LINES = 40;
  private static final float SMALL = 7;
  private static final List<String> IN_THE_MIDDLE =
      List.of("title", "credit", "author", "authors", "source");

  private final PrintedScreenplay printed;
  private final PaperSize paper;
  private final PDDocument document;
  private final TypewriterFonts fonts;
  private final PDPageLabels labels;
  private int missing;

  private ScreenplayPdf(PrintedScreenplay printed, PaperSize paper, PDDocument document) {
    this.printed = printed;
    this.paper = paper;
    this.document = document;
    this.fonts = new TypewriterFonts(document);
    this.labels = new PDPageLabels(document);
  }

  static void write(PrintedScreenplay printed, PaperSize paper, OutputStream out)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      ScreenplayPdf pdf = new ScreenplayPdf(printed, paper, document);
      pdf.add();
      document.getDocumentInformation().setTitle(printed.title());
      document.getDocumentInformation().setProducer("PrismQ Script Versioning");
      document.getDocumentCatalog().setPageLabels(pdf.labels);
      document.save(out);
    }
  }

  private void add() throws IOException {
    if (printed.isRevisedOnly()) {
      addChangeSheet();
    } else if (!printed.draft().screenplay().titlePage().entries().isEmpty()) {
      addTitlePage();
    }
    List<RevisedSheet> sheets = printed.sheets();
    for (int i = 0; i < sheets.size(); i++) {
      addSheet(sheets.get(i), i + 1 == sheets.size());
    }
    if (document.getNumberOfPages() == 0) {
      try (TypedPage page = page("")) {
        page.type(0, FIRST_LINE, Messages.text("revision.nothing"));
      }
    }
  }

  private TypedPage page(String label) throws IOException {
    PDPageLabelRange range = new PDPageLabelRange();
    range.setPrefix(label);
    labels.setLabelItem(document.getNumberOfPages(), range);
    return new TypedPage(document, fonts, paper.size());
  }

  private void addSheet(RevisedSheet sheet, boolean isLast) throws IOException {
    try (TypedPage page = page(sheet.label())) {
      addHeader(page, sheet);
      float y = FIRST_LINE;
      for (RevisedLine line : sheet.lines()) {
        addLine(page, y, line.line());
        addMark(page, y, line.revision());
        y += LINE;
      }
      missing += page.missing();
      if (missing > 0 && isLast) {
        y = paper.size().getHeight() - 36;
        page.typeSmall(
            0, y, Messages.count("revision.boxes", missing, Integer.toString(missing)), SMALL);
      }
    }
  }

  private void addHeader(TypedPage page, RevisedSheet sheet) throws IOException {
    if (printed.hasColors()) {
      ScriptRevision issue = printed.revisions().get(sheet.issue());
      page.type(0, HEADER, clipped(printed.title(), LONGEST_TITLE));
      page.type(28, HEADER, clipped(issue.color().title(), 15) + " " + issue.day());
    }
    if (printed.isNumbered(sheet)) {
      String number = sheet.label() + ".";
      page.type(PrintedPage.COLUMNS - number.length(), HEADER, number);
    }
  }

  private static void addLine(TypedPage page, float y, PrintedLine line) throws IOException {
    for (PrintedCell cell : line.cells()) {
      int column = cell.column();
      for (PrintedRun run : cell.runs()) {
        page.type(column, y, run);
        column += WrappedLines.width(run.text());
      }
    }
    if (!line.number().isEmpty()) {
      String number = clipped(line.number(), LONGEST_NUMBER);
      page.type(-2 - number.length(), y, number);
      page.type(Math.min(PrintedPage.COLUMNS, ASTERISK - 1 - number.length()), y, number);
    }
  }

  private void addMark(TypedPage page, float y, int revision) throws IOException {
    if (printed.marks().includes(revision, printed.draft().revision())) {
      page.type(ASTERISK, y, "*");
      if (printed.marks() == MarkedRevisions.ALL) {
        String sign = printed.revisions().get(revision).color().sign();
        page.typeSmall(ASTERISK + 1, y, sign, SMALL);
      }
    }
  }

  private static String clipped(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  private void addTitlePage() throws IOException {
    TitlePage titles = printed.draft().screenplay().titlePage();
    try (TypedPage page = page("")) {
      float y = paper.size().getHeight() * 0.33f;
      for (String key : IN_THE_MIDDLE) {
        List<String> lines = titles.lines(key);
        for (String line : lines.subList(0, Math.min(MOST_TITLE_LINES, lines.size()))) {
          String text = key.equals("title") ? capitals(line) : line;
          y = addWrapped(page, y, text, true);
        }
        y += lines.isEmpty() ? 0 : LINE;
      }
      List<String> foot = new ArrayList<>();
      for (TitlePage.TitleEntry entry : titles.entries()) {
        if (!IN_THE_MIDDLE.contains(entry.key())) {
          foot.addAll(entry.lines());
        }
      }
      addFoot(page, foot.subList(0, Math.min(MOST_TITLE_LINES / 2, foot.size())));
      missing += page.missing();
    }
  }

  /** What else the title page says on the left, and the revisions on the right. */
  private void addFoot(TypedPage page, List<String> foot) throws IOException {
    List<ScriptRevision> revisions = printed.revisions();
    int from = Math.max(0, revisions.size() - MOST_TITLE_LINES / 2);
    int lines = Math.max(foot.size(), revisions.size() - from);
    float y = paper.size().getHeight() - 72 - lines * LINE;
    for (int i = 0; i < foot.size(); i++) {
      page.type(0, y + i * LINE, clipped(Emphasis.plain(foot.get(i)).strip(), 30));
    }
    for (int i = from; i < revisions.size(); i++) {
      ScriptRevision revision = revisions.get(i);
      String color = clipped(revision.color().title(), 17);
      String said = color + " ".repeat(Math.max(1, 18 - color.length())) + revision.day();
      page.type(32, y + (i - from) * LINE, said);
    }
  }

  private static String capitals(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static float addWrapped(TypedPage page, float start, String text, boolean isCentred)
      throws IOException {
    float y = start;
    String plain = Emphasis.plain(text).strip();
    int[] starts = WrappedLines.starts(plain, PrintedPage.COLUMNS);
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : plain.length();
      String line = plain.substring(starts[i], end).strip();
      int indent = isCentred ? (PrintedPage.COLUMNS - WrappedLines.width(line)) / 2 : 0;
      page.type(Math.max(0, indent), y, line);
      y += LINE;
    }
    return y;
  }

  /** The first sheet of the revised pages: what to do with the pages that people have. */
  private void addChangeSheet() throws IOException {
    ScriptRevision shown = printed.shown();
    try (TypedPage page = page("")) {
      float y = addWrapped(page, FIRST_LINE, capitals(printed.title()), false);
      String said = Messages.text("revision.sheet_of", shown.color().title(), shown.day());
      y = addWrapped(page, y, said, false) + LINE;
      for (PageInstruction instruction : PageInstruction.of(printed.draft())) {
        if (y < paper.size().getHeight() - 100) {
          y = addWrapped(page, y, instruction.title(), false);
          y = addWrapped(page, y, instruction.pages(), false) + LINE;
        }
      }
      if (printed.sheets().isEmpty()) {
        y = addWrapped(page, y, Messages.text("revision.no_pages"), false) + LINE;
      }
      addWrapped(page, y, Messages.text("revision.sheet_marks"), false);
      missing += page.missing();
    }
  }
}
