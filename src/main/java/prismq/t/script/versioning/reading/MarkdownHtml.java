package prismq.t.script.versioning.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import prismq.t.script.versioning.core.scene.Scene;
import prismq.t.script.versioning.core.text.FrontMatter;
import prismq.t.script.versioning.web.Html;

/**
 * Lays Markdown out as HTML, with tables. HTML in it is shown as text, and of pictures what stands
 * for them: nothing is fetched from elsewhere.
 */
final class MarkdownHtml {
  static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  /** Deeper quotes and lists are shown as text. */
  private static final int DEEPEST = 64;

  private static final int LOWEST_HEADING = 6;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .maxOpenBlockParsers(DEEPEST)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  private MarkdownHtml() {}

  /** The text as HTML; its headings are one level lower, below that of the page. */
  static String of(String text, List<Scene> scenes, SourceLetters letters) {
    int start = FrontMatter.end(text);
    Node document = parse(text, start);
    Map<Node, String> ids = ids(document, start, scenes);
    Html html = new Html();
    String settings = text.substring(0, start).replace("\uFEFF", "").strip();
    if (!settings.isEmpty()) {
      html.raw("<pre class=\"front-matter\">");
      letters.add(html, settings, text.indexOf(settings));
      html.raw("</pre>");
    }
    return html.raw(
            scrollable(renderer(ids, new MarkdownSource(text, start, letters)).render(document)))
        .toString();
  }

  /** The document that a text is from a place on. */
  static Node parse(String text, int start) {
    return PARSER.parse(text.substring(start));
  }

  /**
   * The scene that each heading begins, found by where it stands. Headings become one level lower.
   */
  static Map<Node, String> ids(Node document, int start, List<Scene> scenes) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < scenes.size(); i++) {
      places.put(scenes.get(i).start() - start, i + 1);
    }
    Map<Node, String> ids = new HashMap<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            int at = heading.getSourceSpans().get(0).getInputIndex();
            if (places.containsKey(at)) {
              ids.put(heading, "scene-" + places.get(at));
            }
            heading.setLevel(Math.min(LOWEST_HEADING, heading.getLevel() + 1));
          }
        });
    return ids;
  }

  private static HtmlRenderer renderer(Map<Node, String> ids, MarkdownSource source) {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .nodeRendererFactory(PictureText::new)
        .nodeRendererFactory(context -> new PlacedText(context, source))
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (ids.containsKey(node)) {
                    attributes.put("id", ids.get(node));
                  } else if (tag.equals("pre")
                      && (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock)) {
                    // It may be wider than the page, and is then scrolled by keyboard too.
                    attributes.put("tabindex", "0");
                  }
                })
        .build();
  }

  /** Words that stand for a picture. */
  record PictureText(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      var writer = context.getWriter();
      writer.tag("span", Map.of("class", "picture"));
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
      writer.tag("/span");
    }
  }

  /** A text, and where in it the Markdown starts. */
  private record MarkdownSource(String text, int start, SourceLetters letters) {}

  /** Words say where they stand in the source, where they stand there as they are read. */
  private record PlacedText(HtmlNodeRendererContext context, MarkdownSource source)
      implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Text.class);
    }

    @Override
    public void render(Node node) {
      String words = ((Text) node).getLiteral();
      List<SourceSpan> spans = node.getSourceSpans();
      int at = spans.isEmpty() ? -1 : source.start + spans.get(0).getInputIndex();
      if (at >= 0 && source.text.startsWith(words, at)) {
        Html html = new Html();
        source.letters.add(html, words, at);
        context.getWriter().raw(html.toString());
      } else {
        context.getWriter().text(words);
      }
    }
  }

  /** HTML in the text is escaped, so each of these tags comes from a table. */
  static String scrollable(String html) {
    return html.replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>")
        .replace("<th></th>", "<td></td>");
  }
}
