package prismq.t.script.versioning.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * The pictures of the help, such as {@code ![The history](history)}. Each is there in light and in
 * dark where the build made them; a build that made none leaves them out.
 */
final class Pictures {
  private static final List<String> SCHEMES = List.of("light", "dark");

  private static String file(Image image, String scheme) {
    return "/static/pictures/" + image.getDestination() + "-" + scheme + ".png";
  }

  private static boolean isThere(Image image) {
    return image.getDestination().matches("[a-z-]+")
        && SCHEMES.stream().allMatch(scheme -> hasResource(file(image, scheme)));
  }

  private static boolean hasResource(String path) {
    return Pictures.class.getResource(path) != null;
  }

  /** Takes pictures that are not in the application out of a page, with their paragraphs. */
  void leaveOutMissing(Node document) {
    List<Image> missing = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Image image) {
            if (!isThere(image)) {
              missing.add(image);
            }
          }
        });
    for (Image image : missing) {
      Node paragraph = image.getParent();
      image.unlink();
      if (paragraph.getFirstChild() == null) {
        paragraph.unlink();
      }
    }
  }

  /** Writes both, of which a page shows the one that fits its colours. */
  NodeRenderer renderer(HtmlNodeRendererContext context) {
    HtmlWriter html = context.getWriter();
    return new NodeRenderer() {
      @Override
      public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Image.class);
      }

      @Override
      public void render(Node node) {
        Image image = (Image) node;
        for (String scheme : SCHEMES) {
          Map<String, String> attributes = new LinkedHashMap<>();
          attributes.put("class", "picture " + scheme);
          attributes.put("src", file(image, scheme));
          attributes.put("alt", SectionText.of(image));
          attributes.put("width", "1366");
          attributes.put("height", "850");
          attributes.put("loading", "lazy");
          html.tag("img", attributes, true);
        }
      }
    };
  }
}
