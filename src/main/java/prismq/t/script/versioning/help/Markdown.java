package prismq.t.script.versioning.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes a page of the help out of Markdown, with tables; HTML in it is shown as text. */
final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  private static final Pictures PICTURES = new Pictures();

  private Markdown() {}

  /**
   * A page of the help.
   *
   * @throws IllegalArgumentException if it does not begin with a heading, its title
   */
  static HelpTopic topic(String name, String markdown) {
    Node document = PARSER.parse(markdown);
    PICTURES.leaveOutMissing(document);
    if (!(document.getFirstChild() instanceof Heading title) || title.getLevel() != 1) {
      throw new IllegalArgumentException("The help page " + name + " begins with no title");
    }
    Map<Node, String> ids = new HashMap<>();
    List<HelpTopic.Section> sections = sections(document, ids);
    String html = renderer(ids).render(document);
    return new HelpTopic(name, SectionText.of(title), scrollable(html), sections);
  }

  private static List<HelpTopic.Section> sections(Node document, Map<Node, String> ids) {
    List<HelpTopic.Section> sections = new ArrayList<>();
    Heading heading = (Heading) document.getFirstChild();
    StringBuilder text = new StringBuilder();
    for (Node node = heading.getNext(); node != null; node = node.getNext()) {
      if (node instanceof Heading next) {
        sections.add(section(heading, text, ids));
        heading = next;
        ids.put(next, unused(slug(SectionText.of(next)), ids));
        text.setLength(0);
      } else {
        text.append(SectionText.of(node)).append(' ');
      }
    }
    sections.add(section(heading, text, ids));
    return sections;
  }

  private static HelpTopic.Section section(
      Heading heading, StringBuilder text, Map<Node, String> ids) {
    return new HelpTopic.Section(
        heading.getLevel(),
        ids.getOrDefault(heading, ""),
        SectionText.of(heading),
        text.toString().replaceAll("\\s+", " ").strip());
  }

  private static String slug(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static String unused(String id, Map<Node, String> ids) {
    String candidate = id;
    for (int count = 2; ids.containsValue(candidate); count++) {
      candidate = id + "-" + count;
    }
    return candidate;
  }

  private static HtmlRenderer renderer(Map<Node, String> ids) {
    return HtmlRenderer.builder()
        .extensions(EXTENSIONS)
        .escapeHtml(true)
        .sanitizeUrls(true)
        .nodeRendererFactory(PICTURES::renderer)
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (ids.containsKey(node)) {
                    attributes.put("id", ids.get(node));
                  } else if (node instanceof FencedCodeBlock && tag.equals("pre")) {
                    // It may be wider than the page, and is then scrolled by keyboard too.
                    attributes.putAll(
                        Map.of("tabindex", "0", "role", "region", "aria-label", "Example"));
                  }
                })
        .build();
  }

  /** HTML in the text is escaped, so each of these tags comes from a table. */
  private static String scrollable(String html) {
    return html.replace(
            "<table>",
            "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>")
        .replace("</table>", "</table></div>")
        .replace("<th></th>", "<td></td>");
  }
}
