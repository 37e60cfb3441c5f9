package prismq.t.script.versioning.transfer.office;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.transfer.office.Losses.Loss;
import prismq.t.script.versioning.transfer.office.WordStyles.StyleList;

/** The body of a Word document, read once from start to end. */
final class WordBody {
  private static final int DEEPEST_LIST = 9;

  /** A paragraph that is open; one in a text box lies inside another. */
  private static final class Paragraph {
    private final StringBuilder words = new StringBuilder();
    private String style = "";
    private int outline = -1;
    private @Nullable String list;
    private int level = -1;
    private boolean joinsNext;
  }

  private final DocumentXml xml;
  private final WordStyles styles;
  private final WordLists lists;
  private final Losses losses;
  private final int limit;
  private final MarkdownText text;
  private final Deque<Paragraph> open = new ArrayDeque<>();

  /** What a paragraph whose end was deleted leaves to the next one. */
  private String carried = "";

  private int removed;
  private String lastChange = "";
  private int inProperties;
  private boolean isFormatted;

  WordBody(DocumentXml xml, WordStyles styles, WordLists lists, Losses losses, int limit) {
    this.xml = xml;
    this.styles = styles;
    this.lists = lists;
    this.losses = losses;
    this.limit = limit;
    this.text = new MarkdownText(limit);
  }

  /** The text in Markdown. */
  String read() {
    while (xml.next()) {
      if (xml.isStart()) {
        start(xml.name());
      } else if (xml.isEnd()) {
        end(xml.name());
      }
    }
    text.paragraph(carried);
    if (isFormatted) {
      losses.add(Loss.FORMATTING);
    }
    return text.toString();
  }

  private void start(String name) {
    switch (name) {
      case "p" -> open.push(new Paragraph());
      case "pPr", "rPr" -> inProperties++;
      case "ins", "del", "moveFrom", "moveTo" -> change(name);
      case "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange" -> {
        tracked(name);
        xml.skip();
      }
      // The same once more, for programs that do not know the first form of it.
      case "Fallback", "numberingChange", "tblGridChange" -> xml.skip();
      case "tbl" -> losses.add(Loss.TABLE);
      case "blip", "imagedata" -> shown(Loss.PICTURE);
      case "object", "chart" -> shown(Loss.OBJECT);
      case "footnoteReference", "endnoteReference" -> shown(Loss.FOOTNOTE);
      case "commentReference" -> shown(Loss.COMMENT);
      default -> {
        if (inProperties > 0) {
          property(name);
        } else {
          content(name);
        }
      }
    }
  }

  private void shown(Loss loss) {
    if (removed == 0) {
      losses.add(loss);
    }
  }

  private void property(String name) {
    @Nullable Paragraph paragraph = open.peek();
    switch (name) {
      case "b", "i", "u", "strike", "dstrike", "caps", "smallCaps", "highlight", "vertAlign" ->
          isFormatted |= xml.isOn();
      default -> {}
    }
    if (paragraph == null) {
      return;
    }
    switch (name) {
      case "pStyle" -> paragraph.style = xml.attribute("val", "");
      case "outlineLvl" -> paragraph.outline = WordStyles.heading(xml);
      case "numId" -> paragraph.list = xml.attribute("val", "");
      case "ilvl" -> paragraph.level = xml.number("val", DEEPEST_LIST, 0);
      default -> {}
    }
  }

  private void content(String name) {
    switch (name) {
      case "t" -> add(textOfElement());
      case "tab", "ptab" -> add("\t");
      case "br", "cr" -> add("\n");
      case "noBreakHyphen" -> add("\u2011");
      case "softHyphen" -> add("\u00AD");
      case "sym" -> shown(Loss.SYMBOL);
      default -> {}
    }
  }

  private String textOfElement() {
    StringBuilder words = new StringBuilder();
    int inside = xml.depth();
    while (xml.next() && !(xml.isEnd() && xml.depth() == inside)) {
      words.append(xml.text());
      MarkdownText.check(words.length(), limit);
    }
    return words.toString();
  }

  private void add(String words) {
    @Nullable Paragraph paragraph = open.peek();
    if (removed > 0 || paragraph == null) {
      return;
    }
    paragraph.words.append(words);
    MarkdownText.check(paragraph.words.length(), limit);
    if (!isInChange()) {
      lastChange = "";
    }
  }

  private int inserted;

  private boolean isInChange() {
    return removed + inserted > 0;
  }

  /** A stretch that was inserted, deleted or moved; or, among properties, the paragraph's end. */
  private void change(String name) {
    tracked(name);
    boolean isGone = name.equals("del") || name.equals("moveFrom");
    if (inProperties == 0) {
      removed += isGone ? 1 : 0;
      inserted += isGone ? 0 : 1;
      return;
    }
    @Nullable Paragraph paragraph = open.peek();
    if (isGone && paragraph != null) {
      paragraph.joinsNext = true;
    }
  }

  /** One change may be written as several stretches, with nothing between them. */
  private void tracked(String name) {
    String change = name + "|" + xml.attribute("author", "") + "|" + xml.attribute("date", "");
    if (!change.equals(lastChange)) {
      losses.add(Loss.TRACKED_CHANGE);
      lastChange = change;
    }
  }

  private void end(String name) {
    switch (name) {
      case "p" -> endParagraph();
      case "pPr", "rPr" -> inProperties--;
      case "del", "moveFrom" -> removed -= inProperties == 0 ? 1 : 0;
      case "ins", "moveTo" -> inserted -= inProperties == 0 ? 1 : 0;
      default -> {}
    }
  }

  private void endParagraph() {
    @Nullable Paragraph paragraph = open.poll();
    if (paragraph == null) {
      return;
    }
    String words = carried + paragraph.words;
    carried = "";
    if (paragraph.joinsNext) {
      carried = words;
      return;
    }
    int heading = paragraph.outline >= 0 ? paragraph.outline : styles.headingOf(paragraph.style);
    @Nullable StyleList list = list(paragraph);
    if (heading > 0) {
      text.heading(heading, words);
    } else if (list != null && !words.isBlank()) {
      text.item(list.level(), lists.mark(list.list(), list.level()), words);
    } else {
      text.paragraph(words);
    }
  }

  private @Nullable StyleList list(Paragraph paragraph) {
    @Nullable StyleList ofStyle = styles.listOf(paragraph.style);
    @Nullable String list =
        paragraph.list != null ? paragraph.list : ofStyle == null ? null : ofStyle.list();
    if (list == null || list.equals("0") || list.isEmpty()) {
      return null;
    }
    int ofStyleLevel = ofStyle == null ? 0 : ofStyle.level();
    return new StyleList(list, paragraph.level >= 0 ? paragraph.level : ofStyleLevel);
  }
}
