package prismq.t.script.versioning.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Urls;

/**
 * A number of versions as a line from left to right, with what is aimed at as a line across. Each
 * point leads to its version. The drawing is hidden from screen readers, for which there is a
 * table.
 */
final class FigurePlot {
  /** More points than this cannot be told apart. */
  private static final int MAX_POINTS = 400;

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 150;

  /** Above the line, for the greatest value. */
  private static final int TOP = 18;

  private static final int BASE = TOP + HEIGHT;
  private static final int WHOLE = BASE + 24;

  /** Fewer points are drawn as dots. */
  private static final int DOTS = 100;

  /**
   * The value of a version.
   *
   * @param least the lower end of its range; the value where there is none
   * @param told what is shown of it
   */
  record PlotPoint(int version, double value, double least, double most, String told) {
    static PlotPoint of(int version, double value, String told) {
      return new PlotPoint(version, value, value, value, told);
    }
  }

  /**
   * What is aimed at.
   *
   * @param tolerance how far from it is near enough
   * @param told what is shown of it
   */
  record PlotTarget(double value, double tolerance, String told) {}

  /**
   * What is drawn.
   *
   * @param floor the value at the bottom, at most
   * @param ceiling that at the top, at least
   * @param selected the version that stands out
   */
  record PlotContent(
      List<PlotPoint> points,
      @Nullable PlotTarget target,
      double floor,
      double ceiling,
      int selected) {}

  private final String scriptId;
  private final List<PlotPoint> points;
  private final @Nullable PlotTarget target;
  private final int selected;
  private final double bottom;
  private final double top;

  private FigurePlot(String scriptId, PlotContent content) {
    this.scriptId = scriptId;
    this.points = thinned(content);
    this.target = content.target;
    this.selected = content.selected;
    double least = content.floor;
    double most = content.ceiling;
    for (PlotPoint point : points) {
      least = Math.min(least, point.least);
      most = Math.max(most, point.most);
    }
    if (target != null) {
      least = Math.min(least, target.value - target.tolerance);
      most = Math.max(most, target.value + target.tolerance);
    }
    this.bottom = least;
    this.top = most > least ? most : least + 1;
  }

  /** The drawing as SVG; empty where there are fewer than two points. */
  static String svg(String scriptId, PlotContent content) {
    return content.points.size() < 2 ? "" : new FigurePlot(scriptId, content).svg();
  }

  /** At most so many points, the selected and the last among them. */
  private static List<PlotPoint> thinned(PlotContent content) {
    List<PlotPoint> all = content.points;
    int step = (all.size() + MAX_POINTS - 1) / MAX_POINTS;
    if (step <= 1) {
      return all;
    }
    List<PlotPoint> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean isWanted = i == all.size() - 1 || all.get(i).version == content.selected;
      if (i % step == 0 || isWanted) {
        some.add(all.get(i));
      }
    }
    return some;
  }

  private String svg() {
    Html html = new Html();
    html.raw("<svg class=\"figure-plot\" width=\"100%\" height=\"").raw(WHOLE);
    html.raw("\" aria-hidden=\"true\"><svg width=\"100%\" height=\"").raw(WHOLE);
    html.raw("\" viewBox=\"0 0 1000 ").raw(WHOLE).raw("\" preserveAspectRatio=\"none\">");
    drawTarget(html);
    drawRange(html);
    html.raw("<path class=\"base\" d=\"M0 ")
        .raw(BASE)
        .raw(".5H1000\"/><path class=\"course\" d=\"");
    for (int i = 0; i < points.size(); i++) {
      html.raw(i == 0 ? "M" : "L").raw(tenths(WIDTH * x(i))).raw(" ");
      html.raw(tenths(y(points.get(i).value)));
    }
    html.raw("\"/></svg>");
    drawPoints(html);
    drawTexts(html);
    return html.raw("</svg>").toString();
  }

  private void drawTarget(Html html) {
    @Nullable PlotTarget aim = target;
    if (aim == null) {
      return;
    }
    double upper = y(aim.value + aim.tolerance);
    if (aim.tolerance > 0) {
      html.raw("<rect class=\"tolerance\" x=\"0\" width=\"1000\" y=\"").raw(tenths(upper));
      html.raw("\" height=\"").raw(tenths(y(aim.value - aim.tolerance) - upper)).raw("\"/>");
    }
    html.raw("<path class=\"target\" d=\"M0 ").raw(tenths(y(aim.value))).raw("H1000\"/>");
  }

  private void drawRange(Html html) {
    if (points.stream().noneMatch(point -> point.most > point.least)) {
      return;
    }
    html.raw("<path class=\"range\" d=\"");
    for (int i = 0; i < points.size(); i++) {
      html.raw(i == 0 ? "M" : "L").raw(tenths(WIDTH * x(i))).raw(" ");
      html.raw(tenths(y(points.get(i).most)));
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      html.raw("L").raw(tenths(WIDTH * x(i))).raw(" ").raw(tenths(y(points.get(i).least)));
    }
    html.raw("Z\"/>");
  }

  /** Each is a stripe as high as the drawing, so that it can be hit. */
  private void drawPoints(Html html) {
    boolean hasDots = points.size() <= DOTS;
    double width = 100.0 / points.size();
    for (int i = 0; i < points.size(); i++) {
      PlotPoint point = points.get(i);
      boolean isSelected = point.version == selected;
      html.raw("<a tabindex=\"-1\" href=\"").text(Urls.version(scriptId, point.version));
      html.raw("\"><title>").text(point.told).raw("</title><rect class=\"hit\" y=\"0\" height=\"");
      html.raw(WHOLE).raw("\" x=\"").raw(percent(100 * x(i) - width / 2)).raw("\" width=\"");
      html.raw(percent(width)).raw("\"/><circle r=\"").raw(isSelected ? "5" : "3");
      html.raw(isSelected ? "\" class=\"selected" : hasDots ? "" : "\" class=\"small");
      html.raw("\" cx=\"").raw(percent(100 * x(i))).raw("\" cy=\"").raw(tenths(y(point.value)));
      html.raw("\"/></a>");
    }
  }

  private void drawTexts(Html html) {
    PlotPoint first = points.get(0);
    PlotPoint last = points.get(points.size() - 1);
    text(html, "axis", "0", WHOLE - 4, first.told);
    text(html, "axis end", "100%", WHOLE - 4, last.told);
    @Nullable PlotTarget aim = target;
    if (aim != null) {
      double line = y(aim.value + aim.tolerance);
      text(html, "aim end", "100%", (long) (line > 2 * TOP ? line - 4 : line + TOP), aim.told);
    }
  }

  private static void text(Html html, String cssClass, String x, long y, String text) {
    html.raw("<text class=\"").raw(cssClass).raw("\" x=\"").raw(x).raw("\" y=\"").raw(y);
    html.raw("\">").text(text).raw("</text>");
  }

  /** Where a point stands, from 0 to 1. */
  private double x(int index) {
    return (index + 0.5) / points.size();
  }

  private double y(double value) {
    return BASE - HEIGHT * (value - bottom) / (top - bottom);
  }

  private static String percent(double percent) {
    return tenths(percent) + "%";
  }

  /** With one digit after the point; String.format takes a tenth of the time of a page. */
  private static String tenths(double number) {
    long tenths = Math.round(Math.abs(number) * 10);
    return (number < 0 && tenths > 0 ? "-" : "") + tenths / 10 + "." + tenths % 10;
  }
}
