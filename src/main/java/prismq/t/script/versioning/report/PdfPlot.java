package prismq.t.script.versioning.report;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Draws a report's plot into a PDF: of SVG it knows the lines, which is all that a plot has. */
final class PdfPlot implements SVGDrawer {
  private static final double MARGIN = 3;

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
    return new Image(svg, width, height, dotsPerPixel);
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
    // There are no letters in it.
  }

  @Override
  public void addFontFile(File file, String family, @Nullable Integer weight, FontStyle style) {
    // There are no letters in it.
  }

  @Override
  public void addFontStream(
      FSSupplier<InputStream> font, String family, @Nullable Integer weight, FontStyle style) {
    // There are no letters in it.
  }

  @Override
  public void close() {
    // A plot is made in memory, so there is no file or stream to close.
  }

  /** A plot at its size, in dots of the renderer. */
  private record Image(Element svg, double width, double height, double dotsPerPixel)
      implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return (int) (width < 0 ? VersionPlot.WIDTH * dotsPerPixel : width);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) (height < 0 ? VersionPlot.HEIGHT * dotsPerPixel : height);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      NodeList lines = svg.getElementsByTagName("polyline");
      Stroke before = device.getStroke();
      for (int i = 0; i < lines.getLength(); i++) {
        Element line = (Element) lines.item(i);
        String name = line.getAttribute("class");
        device.setColor(color(name));
        device.setStroke(stroke(name));
        device.draw(path(line.getAttribute("points"), x, y));
      }
      device.setStroke(before);
    }

    private static FSRGBColor color(String name) {
      return switch (name) {
        case "grid" -> new FSRGBColor(0xd9, 0xd2, 0xc2);
        case "scores" -> new FSRGBColor(0x7a, 0x52, 0x00);
        case "lengths" -> new FSRGBColor(0x5b, 0x3a, 0x86);
        default -> new FSRGBColor(0x0b, 0x5a, 0x6e);
      };
    }

    private Stroke stroke(String name) {
      float dot = (float) dotsPerPixel;
      return switch (name) {
        case "grid" -> new BasicStroke(0.6f * dot);
        case "scores" -> dashed(1.3f * dot, 6 * dot, 4 * dot);
        case "lengths" -> dashed(1.3f * dot, 1.5f * dot, 2.5f * dot);
        default -> new BasicStroke(1.5f * dot, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
      };
    }

    private static Stroke dashed(float width, float... lengths) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }

    private Path2D path(String points, double left, double top) {
      double across = getIntrinsicWidth() / (double) VersionPlot.WIDTH;
      double down = getIntrinsicHeight() / (VersionPlot.HEIGHT + 2 * MARGIN);
      Path2D path = new Path2D.Double();
      for (String point : points.split(" ", -1)) {
        int comma = point.indexOf(',');
        double x = left + across * Double.parseDouble(point.substring(0, comma));
        double y = top + down * (MARGIN + Double.parseDouble(point.substring(comma + 1)));
        if (path.getCurrentPoint() == null) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
      return path;
    }
  }
}
