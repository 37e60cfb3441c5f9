package prismq.t.script.versioning.comment;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import prismq.t.script.versioning.web.Html;

/**
 * Comments as HTML: paragraphs, emphasis, links, lists, quotations and code in Markdown. What is
 * HTML in them is shown as it is typed, and pictures are named instead of loaded.
 */
final class CommentMarkdown {
  /** Quotations and lists inside of each other, more than which nobody writes. */
  private static final int MAX_DEPTH = 32;

  private static final Parser PARSER =
      Parser.builder()
          .enabledBlockTypes(Set.of(BlockQuote.class, FencedCodeBlock.class, ListBlock.class))
          .maxOpenBlockParsers(MAX_DEPTH)
          .build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).softbreak("<br>\n").build();

  /** What means nothing else in Markdown than what it is: most comments, which may be many. */
  private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{Nd} ,.;:?!'’“”()–—]*");

  private CommentMarkdown() {}

  static String html(String markdown) {
    return html(markdown, List.of(), name -> "");
  }

  /**
   * The same with links to the people that it names.
   *
   * @param urlOf leads to somebody by their name
   */
  static String html(String markdown, List<Mention> mentions, Function<String, String> urlOf) {
    if (mentions.isEmpty() && PLAIN.matcher(markdown).matches()) {
      return new Html().raw("<p>").text(markdown).raw("</p>\n").toString();
    }
    Node document = PARSER.parse(markdown);
    if (!mentions.isEmpty()) {
      document.accept(new MentionLinks(mentions, urlOf));
    }
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            image.insertBefore(new Text(image.getDestination()));
            image.unlink();
          }
        });
    return RENDERER.render(document);
  }
}
