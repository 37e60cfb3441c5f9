package prismq.t.script.versioning.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.ScriptView;
import prismq.t.script.versioning.history.VersionGraph;
import prismq.t.script.versioning.history.VersionLabels;
import prismq.t.script.versioning.history.VersionSize;
import prismq.t.script.versioning.language.Language;
import prismq.t.script.versioning.language.Messages;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Lanes;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Times;

/**
 * All versions of a script from left to right, 72 pixels high: labels as flags, the words of the
 * main branch as a line, other branches as lanes below it, and days. Everything in it leads to a
 * version.
 */
final class HistoryStrip {
  private static final int FIRST_BRANCH = 1;

  /** More points than this cannot be told apart. */
  private static final int MAX_POINTS = 400;

  /** More links than this would be too narrow to be hit; a script finds the version nearest. */
  private static final int MAX_LINKS = 50;

  /** Lanes below the line that can be told apart; further ones are drawn over the last. */
  private static final int MAX_LANES = 3;

  /** Width in pixels that flags and days have at least, on a wide screen and on a phone. */
  private static final int WIDE = 860;

  private static final int NARROW = 320;

  /** Where the parts of the strip are, in pixels from its top. */
  private static final int FLAGS = 24;

  private static final int BASE = 48;
  private static final int BOTTOM = 68;

  private static final Numbers NUMBERS = new Numbers();
  private static final Lanes COLOURS = new Lanes();

  private final List<VersionSize> sizes;
  private final String lines;
  private final String flags;
  private final List<Day> days;
  private final Map<Language, SpokenStrip> spoken = new ConcurrentHashMap<>();

  /** Whether the versions are numbered without a gap, as they are unless rows were lost. */
  private final boolean isGapless;

  /** A time below the strip, said in the language of the reader. */
  private record Day(String kind, String place, Instant time, int words) {
    private static final String START = "start";
    private static final String END = "end";

    boolean isSameAs(Day other) {
      return Times.day(time).equals(Times.day(other.time));
    }

    String text() {
      String day = Times.day(time);
      return switch (kind) {
        case START -> Messages.text("history.strip.first", day, NUMBERS.count(words, "word"));
        case END -> Messages.text("history.strip.last", day, NUMBERS.count(words, "word"));
        default -> day;
      };
    }
  }

  /**
   * What of the strip is the same for all who read it in one language.
   *
   * @param links all but their addresses
   * @param days as HTML
   */
  private record SpokenStrip(List<StripLink> links, String days) {}

  /** Leads to a version; the rest is what stands behind its number in the link's address. */
  private record StripLink(int version, String rest) {}

  private HistoryStrip(
      List<VersionSize> sizes, GraphLanes lanes, VersionLabels labels, ScriptView view) {
    this.sizes = sizes;
    this.lines = lines(lanes, labels.versions().isEmpty() ? 4 : FLAGS);
    this.flags = flags(labels, view.scriptId());
    this.days = days(view);
    this.isGapless = sizes.get(sizes.size() - 1).versionNumber() == sizes.size();
  }

  /** The strip of a script; null if it has fewer than two versions. */
  static @Nullable HistoryStrip read(ScriptView view, VersionGraph graph, VersionLabels labels) {
    List<VersionSize> sizes = view.sizes();
    return sizes.size() < 2 ? null : new HistoryStrip(sizes, GraphLanes.of(graph), labels, view);
  }

  /** About how many characters are kept. */
  int length() {
    return lines.length() + flags.length() + 100 * days.size() + 200 * links(sizes.size());
  }

  /**
   * The strip as HTML.
   *
   * @param pick the versions that are marked in it
   * @param address leads to a version whose number is added to it
   */
  String html(HistoryPick pick, String address) {
    SpokenStrip texts =
        spoken.computeIfAbsent(
            Messages.language(), language -> new SpokenStrip(links(), dayText()));
    Html html = new Html();
    html.raw("<nav class=\"overview\" aria-label=\"");
    html.text(Messages.text("history.strip")).raw("\"");
    html.raw(isGapless ? " data-versions=\"" : " data-gaps=\"").raw(sizes.size()).raw("\">");
    html.raw("<svg width=\"100%\" height=\"72\">");
    if (pick.isPair()) {
      double left = x(pick.from());
      html.raw("<rect class=\"span\" y=\"0\" height=\"58\" x=\"").raw(percent(left));
      html.raw("\" width=\"").raw(percent(x(pick.to()) - left)).raw("\"/>");
    }
    html.raw(lines);
    links(html, texts.links, pick, new Html().text(address).toString());
    html.raw(flags);
    if (pick.isPair() || pick.isOpen()) {
      knob(html, pick.isPair() ? pick.from() : pick.mark(), "from");
    }
    if (!pick.isOpen() && pick.selected() > 0) {
      knob(html, pick.isPair() ? pick.to() : pick.selected(), "to");
    }
    return html.raw(texts.days).raw("</svg></nav>").toString();
  }

  private String dayText() {
    Html html = new Html();
    for (Day day : days) {
      html.raw("<text class=\"day ").raw(day.kind).raw("\" y=\"").raw(BOTTOM).raw("\" x=\"");
      html.raw(day.place).raw("\">").text(day.text()).raw("</text>");
    }
    return html.toString();
  }

  /** The links; that at the place of the selected version leads to it. */
  private void links(Html html, List<StripLink> links, HistoryPick pick, String address) {
    int selected = index(pick.selected());
    int current = Math.min(links.size() - 1, links.size() * selected / sizes.size());
    for (int i = 0; i < links.size(); i++) {
      StripLink link = i == current ? link(i, sizes.get(selected), true) : links.get(i);
      html.raw("<a href=\"").raw(address).raw(link.version).raw(link.rest);
    }
  }

  private List<StripLink> links() {
    List<StripLink> links = new ArrayList<>();
    int count = links(sizes.size());
    for (int i = 0; i < count; i++) {
      int first = i * sizes.size() / count;
      int next = (i + 1) * sizes.size() / count;
      links.add(link(i, sizes.get((first + next - 1) / 2), false));
    }
    return links;
  }

  private static int links(int versions) {
    return Math.min(MAX_LINKS, versions);
  }

  private StripLink link(int place, VersionSize shown, boolean isCurrent) {
    Html html = new Html();
    html.raw("\" data-version=\"").raw(shown.versionNumber());
    html.raw(isCurrent ? "\" aria-current=\"true\"" : "\" tabindex=\"-1\"");
    html.raw(" aria-label=\"");
    String words = NUMBERS.count(shown.words(), "word");
    html.text(Messages.text("history.strip.version", shown.versionNumber(), words));
    int count = links(sizes.size());
    html.raw("\"><rect y=\"").raw(FLAGS);
    html.raw("\" height=\"34\" x=\"").raw(percent(100.0 * place / count)).raw("\" width=\"");
    html.raw(percent(100.0 / count)).raw("\"/></a>");
    return new StripLink(shown.versionNumber(), html.toString());
  }

  private void knob(Html html, int version, String kind) {
    html.raw("<circle class=\"knob ").raw(kind).raw("\" r=\"5\" cy=\"48\" cx=\"");
    html.raw(percent(x(version))).raw("\"/>");
  }

  /** The place of a version in the list of all; of the last one before it where it is missing. */
  private int index(int version) {
    int low = 0;
    int high = sizes.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (sizes.get(middle).versionNumber() <= version) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Where a version stands, in percent of the width. */
  private double x(int version) {
    return at(index(version));
  }

  private double at(int index) {
    return 100 * (index + 0.5) / sizes.size();
  }

  /** The words, scores and branches, stretched to the width. */
  private String lines(GraphLanes lanes, int top) {
    List<VersionSize> main =
        sizes.stream().filter(size -> size.branchNumber() == FIRST_BRANCH).toList();
    List<VersionSize> drawn = main.size() < 2 ? sizes : main;
    int most = Math.max(1, SizePlot.mostWords(drawn));
    StripLine words = new StripLine();
    StripLine scores = new StripLine();
    int step = Math.max(1, drawn.size() / MAX_POINTS);
    int height = BASE - top - 2;
    for (int i = 0; i < drawn.size(); i++) {
      VersionSize size = drawn.get(i);
      double x = 10 * x(size.versionNumber());
      if (i % step == 0 || i == drawn.size() - 1) {
        words.add(x, BASE - (double) height * size.words() / most);
      }
      Number score = size.reviewScore();
      if (score != null) {
        scores.add(x, BASE - height * score.doubleValue() / 100);
      }
    }
    StringBuilder svg = new StringBuilder(8_000);
    svg.append("<svg class=\"lines\" width=\"100%\" height=\"72\" viewBox=\"0 0 1000 72\"");
    svg.append(" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    svg.append(words.area(BASE)).append(words.path("words"));
    if (scores.points() > 1) {
      svg.append(scores.path("scores"));
    }
    svg.append("<path class=\"base\" d=\"M0 48.5H1000\"/>");
    for (GraphLanes.Lane lane : lanes.all()) {
      if (lane.column() > 0) {
        lane(svg, lane);
      }
    }
    return svg.append("</svg>").toString();
  }

  /** A branch leaves the line where it starts, and comes back to it where it was merged. */
  private void lane(StringBuilder svg, GraphLanes.Lane lane) {
    double start = 10 * x(lane.start());
    double end = 10 * x(lane.end());
    double bend = Math.min(10, (end - start) / 2);
    String y = tenths(BASE + 3.0 * Math.min(lane.column(), MAX_LANES));
    svg.append("<path class=\"lane ").append(COLOURS.cssClass(lane.branchNumber()));
    svg.append("\" d=\"M").append(tenths(start)).append(" 48L").append(tenths(start + bend));
    svg.append(' ').append(y).append('H');
    boolean isMerged = sizes.get(index(lane.end())).branchNumber() != lane.branchNumber();
    svg.append(tenths(isMerged ? end - bend : end));
    svg.append(isMerged ? "L" + tenths(end) + " 48" : "").append("\"/>");
  }

  /** The labels that have room, the newest first; each of the others is a line without its name. */
  private String flags(VersionLabels labels, String scriptId) {
    Html html = new Html();
    Room wide = new Room(WIDE);
    Room narrow = new Room(NARROW);
    for (int version : labels.versions()) {
      String name = labels.of(version).get(0);
      double x = x(version);
      int width = 14 + 7 * Math.min(name.codePointCount(0, name.length()), 20);
      boolean isLeft = x > 50;
      String where = percent(x);
      html.raw("<line class=\"pole\" y1=\"2\" y2=\"48\" x1=\"").raw(where).raw("\" x2=\"");
      html.raw(where).raw("\"/>");
      if (wide.takes(x, width, isLeft)) {
        html.raw("<foreignObject y=\"2\" height=\"22\" width=\"160\" x=\"").raw(where).raw("\"");
        html.raw(isLeft ? " transform=\"translate(-160 0)\" class=\"left" : " class=\"");
        html.raw(narrow.takes(x, width, isLeft) ? "\"" : " only-wide\"").raw("><a class=\"flag\"");
        html.raw(" href=\"/scripts/").text(scriptId).raw("?selected=").raw(version);
        html.raw("\" data-version=\"").raw(version).raw("\"><bdi>").text(name);
        html.raw("</bdi></a></foreignObject>");
      }
    }
    return html.toString();
  }

  /**
   * Days below the strip: the first and the last, and in between, where there is room, those on
   * which something else than the day before them is to be read.
   */
  private List<Day> days(ScriptView view) {
    List<Day> shown = new ArrayList<>();
    int last = sizes.size() - 1;
    Day end = day(view, last, Day.END, "100%");
    shown.add(day(view, 0, Day.START, "0"));
    if (last > 8) {
      for (int index : new int[] {last / 4, last / 2, 3 * last / 4}) {
        Day between = day(view, index, "only-wide", percent(at(index)));
        if (!between.isSameAs(shown.get(shown.size() - 1)) && !between.isSameAs(end)) {
          shown.add(between);
        }
      }
    }
    shown.add(end);
    return shown;
  }

  private Day day(ScriptView view, int index, String kind, String place) {
    VersionSize size = sizes.get(index);
    return new Day(kind, place, view.version(size.versionNumber()).createdAt(), size.words());
  }

  /** Where flags stand already. */
  private static final class Room {
    private final int width;
    private final List<double[]> taken = new ArrayList<>();

    Room(int width) {
      this.width = width;
    }

    boolean takes(double percent, int flag, boolean isLeft) {
      double pole = percent * width / 100;
      double start = isLeft ? pole - flag : pole;
      double end = isLeft ? pole : pole + flag;
      for (double[] other : taken) {
        if (start < other[1] && other[0] < end) {
          return false;
        }
      }
      taken.add(new double[] {start, end});
      return true;
    }
  }

  private static String percent(double percent) {
    long hundredths = Math.round(percent * 100);
    long rest = hundredths % 100;
    return hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + "%";
  }

  /** With one digit after the point; String.format takes a tenth of the time of a page. */
  private static String tenths(double number) {
    long tenths = Math.round(number * 10);
    return tenths / 10 + "." + tenths % 10;
  }
}
