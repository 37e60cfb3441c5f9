package prismq.t.script.versioning.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is read of Markdown, without its signs, comments and front matter: each character with its
 * place in the source and how it is set, and the paragraphs, headings, cells and blocks of code
 * that they stand in.
 */
final class MarkdownWords {
  static final int BOLD = 1;
  static final int ITALIC = 2;
  static final int CODE = 4;
  static final int LINK = 8;

  /** How much longer a character may be in the source than as it is read. */
  private static final int LONGEST_ENTITY = 40;

  private final String source;
  private final int start;
  private final StringBuilder text = new StringBuilder();
  private final List<MarkdownLeaf> leaves = new ArrayList<>();
  private final IdentityHashMap<Node, Integer> startOf = new IdentityHashMap<>();
  private int[] places = new int[256];
  private int[] styles = new int[256];
  private int lastPlace;

  /**
   * A paragraph, a heading, a cell of a table or a block of code.
   *
   * @param start in the characters that are read
   * @param from in the source
   * @param kind what it is, in the words of messages
   * @param level of a heading; 0 for all else
   */
  record MarkdownLeaf(Node node, int start, int end, int from, int to, String kind, int level) {}

  private MarkdownWords(String source, int start) {
    this.source = source;
    this.start = start;
    this.lastPlace = start;
  }

  /** Reads a document that was parsed of a source from a place on. */
  static MarkdownWords of(String source, int start, Node document) {
    MarkdownWords read = new MarkdownWords(source, start);
    document.accept(read.new PlainReading());
    return read;
  }

  private final class PlainReading extends AbstractVisitor {
    private int style;

    @Override
    public void visit(Paragraph paragraph) {
      addLeaf(paragraph, () -> visitChildren(paragraph));
    }

    @Override
    public void visit(Heading heading) {
      addLeaf(heading, () -> visitChildren(heading));
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableCell) {
        addLeaf(node, () -> visitChildren(node));
      } else {
        visitChildren(node);
      }
    }

    @Override
    public void visit(FencedCodeBlock block) {
      List<SourceSpan> spans = block.getSourceSpans();
      addLines(block, block.getLiteral(), spans.subList(Math.min(1, spans.size()), spans.size()));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      addLines(block, block.getLiteral(), block.getSourceSpans());
    }

    @Override
    public void visit(HtmlBlock block) {
      if (!isComment(block)) {
        addLines(block, block.getLiteral(), block.getSourceSpans());
      }
    }

    @Override
    public void visit(Emphasis emphasis) {
      visitStyled(emphasis, ITALIC);
    }

    @Override
    public void visit(StrongEmphasis strong) {
      visitStyled(strong, BOLD);
    }

    @Override
    public void visit(Link link) {
      visitStyled(link, LINK);
    }

    private void visitStyled(Node node, int bit) {
      int before = style;
      style |= bit;
      visitChildren(node);
      style = before;
    }

    @Override
    public void visit(Text words) {
      add(words, words.getLiteral(), 0);
    }

    @Override
    public void visit(Code code) {
      int before = style;
      style |= CODE;
      add(code, code.getLiteral(), 1);
      style = before;
    }

    @Override
    public void visit(HtmlInline html) {
      if (!isComment(html)) {
        add(html, html.getLiteral(), 0);
      }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      startOf.put(lineBreak, text.length());
      append('\n', lastPlace, style);
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      startOf.put(lineBreak, text.length());
      append('\n', lastPlace, style);
    }

    private void addLeaf(Node node, Runnable content) {
      int begin = text.length();
      content.run();
      int level = node instanceof Heading heading ? heading.getLevel() : 0;
      leaves.add(
          new MarkdownLeaf(node, begin, text.length(), from(node), to(node), kind(node), level));
    }

    private void addLines(Node node, String literal, List<SourceSpan> spans) {
      addLeaf(
          node,
          () -> {
            startOf.put(node, text.length());
            int line = 0;
            int at = 0;
            while (at < literal.length()) {
              int next = literal.indexOf('\n', at) + 1;
              int end = next == 0 ? literal.length() : next;
              int place = line < spans.size() ? placeOf(spans.get(line)) : lastPlace;
              append(literal.substring(at, end), place, source.length(), 0);
              at = end;
              line++;
            }
          });
    }

    private void add(Node node, String literal, int signs) {
      startOf.put(node, text.length());
      List<SourceSpan> spans = node.getSourceSpans();
      int place = spans.isEmpty() ? lastPlace : placeOf(spans.get(0)) + signs;
      append(literal, place, spans.isEmpty() ? source.length() : to(node), style);
    }
  }

  private static String kind(Node node) {
    if (node instanceof Heading) {
      return "heading";
    }
    if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
      return "code_block";
    }
    if (node instanceof TableCell) {
      return "cell";
    }
    Node parent = node.getParent();
    if (parent instanceof ListItem) {
      return parent.getParent() instanceof BulletList ? "bullet" : "numbered";
    }
    return parent instanceof BlockQuote ? "quotation" : "paragraph";
  }

  /** Whether HTML is a comment, which is read by nobody. */
  static boolean isComment(Node node) {
    String html =
        node instanceof HtmlBlock block
            ? block.getLiteral()
            : node instanceof HtmlInline inline ? inline.getLiteral() : "";
    return html.stripLeading().startsWith("<!--") && html.stripTrailing().endsWith("-->");
  }

  private int placeOf(SourceSpan span) {
    return start + span.getInputIndex();
  }

  /** Where a node begins in the source; what has no place stands where the last one was. */
  int from(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? lastPlace : placeOf(spans.get(0));
  }

  /** Where a node ends in the source. */
  int to(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return lastPlace;
    }
    SourceSpan last = spans.get(spans.size() - 1);
    return placeOf(last) + last.getLength();
  }

  /** Finds each character in the source, between escapes and what is written as a name. */
  private void append(String literal, int from, int to, int style) {
    int at = Math.max(from, lastPlace);
    for (int i = 0; i < literal.length(); i++) {
      int found = at;
      int limit = Math.min(to, at + LONGEST_ENTITY);
      while (found < limit && !isSame(literal.charAt(i), source.charAt(found))) {
        found++;
      }
      boolean isFound = found < limit;
      append(literal.charAt(i), isFound ? found : Math.min(at, source.length()), style);
      at = isFound ? found + 1 : at;
    }
  }

  private static boolean isSame(char read, char written) {
    return read == written || (Character.isWhitespace(read) && Character.isWhitespace(written));
  }

  private void append(char read, int place, int style) {
    int length = text.length();
    if (length == places.length) {
      places = Arrays.copyOf(places, length * 2);
      styles = Arrays.copyOf(styles, length * 2);
    }
    places[length] = Math.max(place, lastPlace);
    styles[length] = style;
    lastPlace = places[length];
    text.append(read);
  }

  /** Number of characters that are read. */
  int length() {
    return text.length();
  }

  String text(int from, int to) {
    return text.substring(from, to);
  }

  boolean isBlank(int index) {
    return Character.isWhitespace(text.charAt(index));
  }

  /** Whether nothing but space is between two characters. */
  boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isBlank(i)) {
        return false;
      }
    }
    return true;
  }

  int style(int index) {
    return styles[index];
  }

  /** The first character that stands at a place of the source, or behind it. */
  int indexAt(int place) {
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the character stands exactly at a place of the source. */
  boolean isAt(int index, int place) {
    return index < text.length() && places[index] == place;
  }

  int place(int index) {
    return places[index];
  }

  /** Where the characters of a node begin; null where it has none. */
  @Nullable Integer startOf(Node node) {
    return startOf.get(node);
  }

  List<MarkdownLeaf> leaves() {
    return leaves;
  }

  /** The last leaf that begins at a place of the source or before it; −1 for none. */
  int leafAt(int place) {
    int low = 0;
    int high = leaves.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (leaves.get(middle).from <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
