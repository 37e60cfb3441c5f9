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
  private static final String LIGHT = "light";
  private static final String DARK = "dark";

  private static String file(Image image, String scheme) {
    return "/static/pictures/" + image.getDestination() + "-" + scheme + ".png";
  }

  private static boolean isThere(Image image) {
    return image.getDestination().matches("[a-z-]+")
        && hasResource(file(image, LIGHT))
        && hasResource(file(image, DARK));
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

  /** Writes both, of which a browser fetches the one that fits the colours of its system. */
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
        html.tag("picture");
        Map<String, String> dark = new LinkedHashMap<>();
        dark.put("srcset", file(image, DARK));
        dark.put("media", "(prefers-color-scheme: dark)");
        html.tag("source", dark, false);
        Map<String, String> light = new LinkedHashMap<>();
        light.put("src", file(image, LIGHT));
        light.put("alt", SectionText.of(image));
        light.put("width", "1366");
        light.put("height", "850");
        light.put("loading", "lazy");
        html.tag("img", light, false);
        html.tag("/picture");
      }
    };
  }
}
