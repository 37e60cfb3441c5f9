package prismq.t.script.versioning.transfer.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.FilledMessage;
import prismq.t.script.versioning.transfer.office.Losses.Loss;

/** Reads an OpenDocument text (.odt, .fodt) as Markdown. */
final class OpenDocumentText {
  private static final int MOST_SPACES = 1_000;

  /** A paragraph or heading that is open; one in a text box lies inside another. */
  private static final class OpenBlock {
    private final StringBuilder words = new StringBuilder();
    private final int heading;

    OpenBlock(int heading) {
      this.heading = heading;
    }
  }

  /** A list that is open. */
  private static final class OpenList {
    private final String style;
    private boolean isItemMarked;

    OpenList(String style) {
      this.style = style;
    }
  }

  private final DocumentXml xml;
  private final OpenDocumentStyles styles;
  private final Losses losses = new Losses();
  private final ListNumbers numbers = new ListNumbers();
  private final int limit;
  private final MarkdownText text;
  private final Deque<OpenBlock> blocks = new ArrayDeque<>();
  private final Deque<OpenList> lists = new ArrayDeque<>();

  private OpenDocumentText(DocumentXml xml, OpenDocumentStyles styles, int limit) {
    this.xml = xml;
    this.styles = styles;
    this.limit = limit;
    this.text = new MarkdownText(limit);
  }

  /**
   * Reads one that is packed, with its tracked changes accepted.
   *
   * @param limit longest text, in characters
   * @throws UnreadableDocumentException if it is damaged, or made to do harm
   */
  static OfficeText of(DocumentParts parts, int limit) {
    if (parts.start("META-INF/manifest.xml", 1 << 20).contains("encryption-data")) {
      throw new UnreadableDocumentException(FilledMessage.of("office.password"), null);
    }
    OpenDocumentStyles styles = new OpenDocumentStyles();
    parts
        .xml("styles.xml")
        .filter(part -> !parts.start("styles.xml", 1 << 10).isBlank())
        .ifPresent(xml -> stylesOf(xml, styles));
    DocumentXml content =
        parts
            .xml("content.xml")
            .orElseThrow(
                () -> new UnreadableDocumentException(FilledMessage.of("office.word_empty"), null));
    return new OpenDocumentText(content, styles, limit).read();
  }

  /** Reads one in a single XML file. */
  static OfficeText of(DocumentXml flat, int limit) {
    return new OpenDocumentText(flat, new OpenDocumentStyles(), limit).read();
  }

  private static void stylesOf(DocumentXml xml, OpenDocumentStyles styles) {
    while (xml.next()) {
      if (xml.isStart()) {
        styles.take(xml);
      }
    }
  }

  private OfficeText read() {
    while (xml.next()) {
      if (xml.isStart()) {
        start(xml.name());
      } else if (xml.isEnd()) {
        end(xml.name());
      } else {
        spaced(xml.text());
      }
    }
    return new OfficeText(text.toString(), losses.said());
  }

  private void start(String name) {
    switch (name) {
      // What was deleted stands here, and no longer in the text.
      case "tracked-changes" -> countChanges();
      case "annotation" -> leaveOut(Loss.COMMENT);
      case "note" -> leaveOut(Loss.FOOTNOTE);
      case "image" -> leaveOut(Loss.PICTURE);
      case "object", "object-ole" -> leaveOut(Loss.OBJECT);
      case "master-styles", "table-of-content-source", "ruby-text", "forms" -> xml.skip();
      case "title", "desc" -> leaveOutOfPicture();
      case "table" -> losses.add(Loss.TABLE);
      case "h" -> blocks.push(new OpenBlock(xml.number("outline-level", 10, 1)));
      case "p" ->
          blocks.push(new OpenBlock(styles.isTitle(xml.attribute("style-name", "")) ? 1 : 0));
      case "list" -> startList();
      case "list-item" -> startItem();
      case "s" -> add(" ".repeat(xml.number("c", MOST_SPACES, 1)));
      case "tab" -> add("\t");
      case "line-break" -> add("\n");
      case "soft-page-break" -> {}
      default -> styles.take(xml);
    }
  }

  /** Titles and descriptions of pictures; a field of the same name shows words of the text. */
  private void leaveOutOfPicture() {
    if (xml.hasPrefix("svg")) {
      xml.skip();
    }
  }

  private void leaveOut(Loss loss) {
    losses.add(loss);
    xml.skip();
  }

  private void countChanges() {
    int inside = xml.depth();
    while (xml.next() && !(xml.isEnd() && xml.depth() == inside)) {
      if (xml.isStart() && xml.name().equals("changed-region")) {
        losses.add(Loss.TRACKED_CHANGE);
      }
    }
  }

  private void startList() {
    @Nullable OpenList outer = lists.peek();
    String style = xml.attribute("style-name", outer == null ? "" : outer.style);
    boolean continues =
        outer != null
            || xml.attribute("continue-numbering", "").equals("true")
            || xml.attribute("continue-list") != null;
    if (!continues) {
      numbers.restart(style);
    }
    lists.push(new OpenList(style));
  }

  private void startItem() {
    @Nullable OpenList list = lists.peek();
    if (list != null) {
      list.isItemMarked = false;
    }
  }

  private void end(String name) {
    switch (name) {
      case "p", "h" -> endBlock();
      case "list" -> lists.poll();
      default -> {}
    }
  }

  private void endBlock() {
    @Nullable OpenBlock block = blocks.poll();
    if (block == null) {
      return;
    }
    String words = block.words.toString();
    @Nullable OpenList list = lists.peek();
    if (block.heading > 0) {
      text.heading(block.heading, words);
    } else if (list == null || list.isItemMarked || words.isBlank()) {
      text.paragraph(words);
    } else {
      list.isItemMarked = true;
      text.item(lists.size() - 1, mark(list), words);
    }
  }

  private String mark(OpenList list) {
    int level = lists.size() - 1;
    Optional<Integer> first = styles.firstNumber(list.style, level + 1);
    if (first.isEmpty()) {
      numbers.endBelow(list.style, level);
      return "-";
    }
    return numbers.next(list.style, level, first.get());
  }

  /** Adds a text in which any number of spaces and line ends stand for one space. */
  private void spaced(String raw) {
    @Nullable OpenBlock block = blocks.peek();
    if (block == null) {
      return;
    }
    StringBuilder words = block.words;
    for (int i = 0; i < raw.length(); i++) {
      char character = raw.charAt(i);
      if (character != ' ' && character != '\t' && character != '\n' && character != '\r') {
        words.append(character);
      } else if (words.length() > 0 && " \t\n".indexOf(words.charAt(words.length() - 1)) < 0) {
        words.append(' ');
      }
    }
    MarkdownText.check(words.length(), limit);
  }

  private void add(String words) {
    @Nullable OpenBlock block = blocks.peek();
    if (block != null) {
      block.words.append(words);
      MarkdownText.check(block.words.length(), limit);
    }
  }
}
