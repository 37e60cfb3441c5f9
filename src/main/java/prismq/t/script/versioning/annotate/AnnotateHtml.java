package prismq.t.script.versioning.annotate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.search.Annotation.Attribution;
import prismq.t.script.versioning.web.Html;
import prismq.t.script.versioning.web.Lanes;
import prismq.t.script.versioning.web.Times;
import prismq.t.script.versioning.web.Urls;

/**
 * A part of an annotated text as HTML: each run a link to what its version changed, and behind them
 * a card for each version with what is known of it. There are thousands of runs, which would take a
 * template most of the time of the page. White space inside of a line is shown with the run before
 * it.
 */
final class AnnotateHtml {
  private static final Times TIMES = new Times(Clock.systemUTC());
  private static final Lanes LANES = new Lanes();

  /** So many characters of a change description stand in a title, and so many on a card. */
  private static final int LONGEST_TITLE = 80;

  private static final int LONGEST_SUMMARY = 300;

  private final AnnotatedVersion annotated;
  private final Colors colors;
  private final ColorBy by;
  private final List<Attribution> runs;
  private final Map<Integer, String> attributes = new HashMap<>();
  private final TreeSet<Integer> shown = new TreeSet<>();
  private final Html html = new Html();
  private int first;
  private int lastShown;
  private boolean isOther;

  private AnnotateHtml(AnnotatedVersion annotated, ColorBy by, Colors colors) {
    this.annotated = annotated;
    this.by = by;
    this.colors = colors;
    this.runs = annotated.annotation().runs();
  }

  /** The part, all text escaped. */
  static String of(
      AnnotatedVersion annotated, AnnotatedParts parts, AnnotatedParts.AnnotatedPart part, ColorBy by, Colors colors) {
    AnnotateHtml html = new AnnotateHtml(annotated, by, colors);
    html.passages(part, parts.paragraphEnds(part));
    html.cards();
    return html.html.toString();
  }

  /** Paragraphs whose newest words are of one version stand together, with its name beside them. */
  private void passages(AnnotatedParts.AnnotatedPart part, int[] paragraphEnds) {
    NewestVersions newestVersions = new NewestVersions(annotated.annotation());
    int start = part.start();
    int newest = 0;
    int paragraphStart = start;
    for (int paragraphEnd : paragraphEnds) {
      if (paragraphEnd == paragraphStart) {
        continue;
      }
      int ofParagraph = newestVersions.of(paragraphStart, paragraphEnd);
      if (newest != 0 && ofParagraph != newest) {
        passage(start, paragraphStart, newest);
        start = paragraphStart;
      }
      newest = ofParagraph;
      paragraphStart = paragraphEnd;
    }
    if (part.end() > start) {
      passage(start, part.end(), newest);
    }
    if (part.goesOn()) {
      html.raw("<p class=\"hint goes-on\">This paragraph goes on.</p>\n");
    }
  }

  private void passage(int start, int end, int newest) {
    html.raw("<div class=\"written\"><p class=\"by\"><b>v").raw(newest).raw("</b> <bdi>");
    html.text(annotated.origin(newest).author().name());
    html.raw("</bdi></p><div class=\"passage\" dir=\"auto\">");
    while (runs.get(first).end() <= start) {
      first++;
    }
    int last = first;
    while (runs.get(last).end() < end) {
      last++;
    }
    byte[] bytes = Arrays.copyOfRange(annotated.bytes(), start, end);
    int[] ends =
        runs.subList(first, last + 1).stream()
            .mapToInt(run -> Math.min(run.end(), end) - start)
            .toArray();
    runs(new String(bytes, StandardCharsets.UTF_8), CharacterPositions.of(bytes, ends));
    html.raw("</div></div>\n");
  }

  /**
   * @param ends where the first of the runs end in the text, in characters
   */
  private void runs(String text, int[] ends) {
    int open = 0;
    int written = 0;
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      int origin = runs.get(first + i).versionNumber();
      int inkStart = afterBlanks(text, start, ends[i]);
      if (inkStart < ends[i]) {
        int inkEnd = beforeBlanks(text, inkStart, ends[i]);
        if (origin != open || hasBlankLine(text, written, inkStart)) {
          int endOfLine = open == 0 ? written : endOfLine(text, written, inkStart);
          int startOfLine = Math.max(endOfLine, text.lastIndexOf('\n', inkStart - 1) + 1);
          html.text(text, written, endOfLine).raw(open == 0 ? "" : "</a>");
          html.text(text, endOfLine, startOfLine);
          startOf(origin);
          open = origin;
          written = startOfLine;
        }
        html.text(text, written, inkEnd);
        written = inkEnd;
      }
      start = ends[i];
    }
    html.raw(open == 0 ? "" : "</a>").text(text, written, text.length());
  }

  private static int afterBlanks(String text, int start, int end) {
    int at = start;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int beforeBlanks(String text, int start, int end) {
    int at = end;
    while (at > start && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** The first line break in a stretch of white space; its end where there is none. */
  private static int endOfLine(String text, int start, int end) {
    int lineFeed = text.indexOf('\n', start);
    return lineFeed < 0 || lineFeed >= end ? end : lineFeed;
  }

  private static boolean hasBlankLine(String text, int start, int end) {
    int lineFeed = text.indexOf('\n', start);
    if (lineFeed < 0 || lineFeed >= end) {
      return false;
    }
    int next = text.indexOf('\n', lineFeed + 1);
    return next >= 0 && next < end;
  }

  /** Neighbours are told apart by every second one being marked. */
  private void startOf(int origin) {
    isOther = isOther != (origin != lastShown);
    lastShown = origin;
    shown.add(origin);
    html.raw("<a class=\"run ").raw(colors.cssClass(origin)).raw(isOther ? " other\"" : "\"");
    html.raw(attributes.computeIfAbsent(origin, number -> attributes(annotated.origin(number))));
  }

  private String attributes(Version origin) {
    return new Html()
        .raw(" data-origin=\"")
        .raw(origin.versionNumber())
        .raw("\" href=\"")
        .text(changesUrl(origin))
        .raw("\" title=\"")
        .text(title(origin))
        .raw("\">")
        .toString();
  }

  private static String title(Version origin) {
    Source source = Source.of(origin.metadata());
    String summary = clipped(origin.summary(), LONGEST_TITLE);
    return "v"
        + origin.versionNumber()
        + ", "
        + origin.author().name()
        + ", "
        + TIMES.exact(origin.createdAt())
        + (source == Source.NOT_SAID ? "" : ", " + source.title())
        + (summary.isEmpty() ? "" : ": " + summary);
  }

  private static String clipped(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }

  private static String changesUrl(Version origin) {
    Integer parent = origin.parentVersion();
    return parent == null
        ? Urls.version(origin.scriptId(), origin.versionNumber())
        : Urls.compare(origin.scriptId(), parent, origin.versionNumber());
  }

  private void cards() {
    html.raw("<div class=\"origins\" hidden>\n");
    shown.forEach(origin -> card(annotated.origin(origin)));
    html.raw("</div>\n");
  }

  private void card(Version origin) {
    int number = origin.versionNumber();
    html.raw("<div data-origin=\"").raw(number).raw("\"><p class=\"description\"><bdi>");
    String summary = clipped(origin.summary(), LONGEST_SUMMARY);
    html.text(summary.isEmpty() ? "No change description" : summary);
    html.raw("</bdi></p><p class=\"facts\"><b>v").raw(number).raw("</b> <bdi>");
    html.text(origin.author().name()).raw("</bdi>");
    Source source = Source.of(origin.metadata());
    if (source != Source.NOT_SAID) {
      html.raw(" <span class=\"label ").raw(source.cssClass()).raw("\">").raw(source.title());
      html.raw("</span>");
    }
    html.raw(" <time datetime=\"").text(origin.createdAt().toString()).raw("\">");
    html.text(TIMES.exact(origin.createdAt())).raw("</time> <span class=\"branch ");
    html.raw(LANES.cssClass(origin.branchNumber())).raw("\">").text(origin.branch());
    html.raw("</span></p><p class=\"links\">");
    Integer parent = origin.parentVersion();
    if (parent != null) {
      link(changesUrl(origin), "What it changed");
    }
    link(Urls.version(origin.scriptId(), number), "Read v" + number);
    if (parent == null) {
      html.raw("<span class=\"hint\">Nothing was before that</span>");
    } else {
      link(by.addTo(Urls.annotate(origin.scriptId(), parent)), "Before that: v" + parent);
    }
    html.raw("</p></div>\n");
  }

  private void link(String url, String text) {
    html.raw("<a href=\"").text(url).raw("\">").text(text).raw("</a> ");
  }
}
