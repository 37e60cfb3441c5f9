package prismq.t.script.versioning.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import prismq.t.script.versioning.core.fountain.FountainElement;
import prismq.t.script.versioning.core.fountain.FountainPiece;
import prismq.t.script.versioning.core.fountain.FountainPiece.PieceKind;
import prismq.t.script.versioning.core.fountain.FountainType;
import prismq.t.script.versioning.core.fountain.PageItem;
import prismq.t.script.versioning.core.fountain.PageItem.DualSpeech;
import prismq.t.script.versioning.core.fountain.PageItem.PageEnd;
import prismq.t.script.versioning.core.fountain.PageItem.PageParagraph;
import prismq.t.script.versioning.core.fountain.PageItem.Speech;
import prismq.t.script.versioning.core.fountain.PagePart;
import prismq.t.script.versioning.core.fountain.PageSheet;
import prismq.t.script.versioning.core.fountain.Screenplay;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.web.Html;

/** Lays a screenplay out as HTML, on one sheet or broken into pages. */
final class ScreenplayHtml {
  private static final Pattern CONTINUED = Pattern.compile("(?i)\\(\\s*cont['’]?d?\\.?\\s*\\)");
  private static final int ALL = Integer.MAX_VALUE;

  private final Screenplay screenplay;
  private final Html html = new Html();
  private final Map<Integer, Integer> scenes = new HashMap<>();
  private final SourceLetters letters;

  private ScreenplayHtml(Screenplay screenplay, List<Scene> scenes, SourceLetters letters) {
    this.screenplay = screenplay;
    this.letters = letters;
    for (int i = 0; i < scenes.size(); i++) {
      this.scenes.put(scenes.get(i).start(), i + 1);
    }
  }

  /**
   * The title page and the screenplay.
   *
   * @param isBroken whether it is broken into the pages that it has on paper
   * @param letters of its source
   */
  static String of(
      Screenplay screenplay, List<Scene> scenes, boolean isBroken, SourceLetters letters) {
    ScreenplayHtml page = new ScreenplayHtml(screenplay, scenes, letters);
    TitlePageHtml.add(page.html, screenplay.titlePage());
    if (isBroken) {
      screenplay.pages().forEach(page::addSheet);
    } else {
      page.html.raw("<section class=\"page\">");
      page.screenplay.items().forEach(page::addWhole);
      page.html.raw("</section>");
    }
    return page.html.toString();
  }

  private void addSheet(PageSheet sheet) {
    html.raw("<section class=\"page\">");
    if (!sheet.number().isEmpty()) {
      html.raw("<p class=\"folio\">").text(sheet.number()).raw("</p>");
    }
    sheet.parts().forEach(this::add);
    html.raw("</section>");
  }

  private void addWhole(PageItem item) {
    if (item instanceof PageEnd end) {
      html.raw("<hr class=\"page-end\">");
      String number = end.element().number(screenplay.source());
      if (!number.isEmpty()) {
        html.raw("<p class=\"folio\">").text(number).raw(".</p>");
      }
    } else {
      add(new PagePart(item, 0, ALL, false, false));
    }
  }

  private void add(PagePart part) {
    if (scenes.containsKey(part.item().start()) && !part.isContinued() && !isHeading(part.item())) {
      html.raw("<span class=\"scene-start\" id=\"scene-");
      html.raw((long) scenes.get(part.item().start())).raw("\"></span>");
    }
    if (part.item() instanceof PageParagraph paragraph) {
      addParagraph(paragraph, part);
    } else if (part.item() instanceof Speech speech) {
      addSpeech(speech, part);
    } else if (part.item() instanceof DualSpeech dual) {
      html.raw("<div class=\"dual\">");
      addSpeech(dual.left(), part);
      addSpeech(dual.right(), part);
      html.raw("</div>");
    }
  }

  private static boolean isHeading(PageItem item) {
    return item instanceof PageParagraph paragraph && paragraph.type() == FountainType.HEADING;
  }

  private void addParagraph(PageParagraph paragraph, PagePart part) {
    FountainElement first = paragraph.lines().get(0);
    switch (paragraph.type()) {
      case HEADING -> addHeading(first);
      case SHOT -> addLines("shot", paragraph.lines(), part);
      case TRANSITION -> addLines("transition", paragraph.lines(), part);
      case CENTERED -> addLines("centered", paragraph.lines(), part);
      case LYRIC -> addLines("lyric", paragraph.lines(), part);
      default -> addLines("action", paragraph.lines(), part);
    }
  }

  private void addHeading(FountainElement heading) {
    html.raw("<h2 class=\"heading\" dir=\"auto\" id=\"scene-");
    html.raw((long) scenes.getOrDefault(heading.start(), 0)).raw("\">");
    String number = heading.number(screenplay.source());
    if (!number.isEmpty()) {
      html.raw("<span class=\"number\">").text(number).raw("</span> ");
    }
    addText(heading, 0, ALL);
    if (!number.isEmpty()) {
      html.raw("<span class=\"number right\" aria-hidden=\"true\">").text(number).raw("</span>");
    }
    html.raw("</h2>");
  }

  private void addSpeech(Speech speech, PagePart part) {
    html.raw("<div class=\"speech\"><p class=\"cue\" dir=\"auto\">");
    addText(speech.cue(), 0, ALL);
    if (part.isContinued() && !CONTINUED.matcher(screenplay.text(speech.cue())).find()) {
      html.raw(" (CONT&#39;D)");
    }
    html.raw("</p>");
    List<FountainElement> lines = speech.lines();
    int start = 0;
    int line = 0;
    while (start < lines.size()) {
      FountainType type = lines.get(start).type();
      int end = start + 1;
      while (end < lines.size() && lines.get(end).type() == type) {
        end++;
      }
      List<FountainElement> same = lines.subList(start, end);
      String name =
          type == FountainType.PARENTHETICAL
              ? "aside"
              : type == FountainType.LYRIC ? "lyric" : "talk";
      line = addLines(name, same, line, part);
      start = end;
    }
    if (part.hasMore()) {
      html.raw("<p class=\"more\">(MORE)</p>");
    }
    html.raw("</div>");
  }

  private void addLines(String name, List<FountainElement> lines, PagePart part) {
    addLines(name, lines, 0, part);
  }

  /** Adds those lines that are on the page; returns the number of the one behind them. */
  private int addLines(String name, List<FountainElement> lines, int firstLine, PagePart part) {
    boolean isWhole = part.from() == 0 && part.to() == ALL;
    boolean isOpen = false;
    int line = firstLine;
    for (FountainElement element : lines) {
      int[] starts = isWhole ? new int[] {0} : screenplay.lineStarts(element);
      int from = Math.max(0, part.from() - line);
      int to = Math.min(starts.length, part.to() - line);
      if (from < to) {
        html.raw(isOpen ? "\n" : "<p class=\"" + name + "\" dir=\"auto\">");
        isOpen = true;
        addText(element, starts[from], to == starts.length ? ALL : starts[to]);
      }
      line += starts.length;
    }
    if (isOpen) {
      html.raw("</p>");
    }
    return line;
  }

  /** Adds a part of an element, given by its characters without the signs of emphasis. */
  private void addText(FountainElement element, int from, int to) {
    String text = screenplay.text(element);
    StyledHtml.add(html, text, from, to, (start, end) -> addPlain(element, text, start, end));
  }

  /** Between the pieces of a text stand notes and what else is not printed. */
  private void addPlain(FountainElement element, String text, int start, int end) {
    int before = 0;
    for (FountainPiece piece : element.pieces()) {
      if (piece.kind() == PieceKind.TEXT) {
        int from = Math.max(start, before);
        int to = Math.min(end, before + piece.end() - piece.start());
        if (from < to) {
          letters.add(html, text.substring(from, to), piece.start() + from - before);
        }
        before += piece.end() - piece.start();
      }
    }
  }
}
