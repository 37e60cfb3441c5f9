package prismq.t.script.versioning.annotate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import prismq.t.script.versioning.core.text.ByteRange;
import prismq.t.script.versioning.core.text.CharacterPositions;
import prismq.t.script.versioning.core.text.CharacterRange;
import prismq.t.script.versioning.core.text.LineEnds;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.language.Messages;
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

  /** Most characters of a change description in a title, and on a card. */
  private static final int MAX_TITLE = 80;

  private static final int MAX_SUMMARY = 300;

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
      AnnotatedVersion annotated,
      AnnotatedParts parts,
      AnnotatedParts.AnnotatedPart part,
      AnnotatedScenes scenes,
      ColorBy by,
      Colors colors) {
    AnnotateHtml html = new AnnotateHtml(annotated, by, colors);
    html.passages(part, parts.paragraphEnds(part), scenes);
    html.cards();
    return html.html.toString();
  }

  /**
   * Paragraphs of a scene whose newest words are of one version stand together, with its name
   * beside them.
   */
  private void passages(
      AnnotatedParts.AnnotatedPart part, int[] paragraphEnds, AnnotatedScenes scenes) {
    NewestVersions newestVersions = new NewestVersions(annotated.annotation());
    int start = part.bytes().start();
    int newest = 0;
    int paragraphStart = start;
    for (int paragraphEnd : paragraphEnds) {
      if (paragraphEnd == paragraphStart) {
        continue;
      }
      int ofParagraph = newestVersions.of(new ByteRange(paragraphStart, paragraphEnd));
      List<Integer> begun = scenes.in(paragraphStart);
      if (newest != 0 && (ofParagraph != newest || !begun.isEmpty())) {
        passage(new ByteRange(start, paragraphStart), newest);
        start = paragraphStart;
      }
      for (int place : begun) {
        html.raw("<span class=\"scene-start\" id=\"scene-").raw((long) place).raw("\"></span>");
      }
      newest = ofParagraph;
      paragraphStart = paragraphEnd;
    }
    if (part.bytes().end() > start) {
      passage(new ByteRange(start, part.bytes().end()), newest);
    }
    if (part.continues()) {
      html.raw("<p class=\"hint goes-on\">").text(Messages.text("annotate.goes_on"));
      html.raw("</p>\n");
    }
  }

  private void passage(ByteRange passage, int newest) {
    html.raw("<div class=\"written\"><p class=\"by\"><b>v").raw(newest).raw("</b> <bdi>");
    html.text(annotated.origin(newest).person().name());
    html.raw("</bdi></p><div class=\"passage\" dir=\"auto\">");
    while (runs.get(first).bytes().end() <= passage.start()) {
      first++;
    }
    int last = first;
    while (runs.get(last).bytes().end() < passage.end()) {
      last++;
    }
    byte[] bytes = Arrays.copyOfRange(annotated.bytes(), passage.start(), passage.end());
    List<ByteRange> own =
        runs.subList(first, last + 1).stream()
            .map(run -> run.bytes().within(passage).shifted(-passage.start()))
            .toList();
    String text = LineEnds.withLineFeeds(new String(bytes, StandardCharsets.UTF_8));
    runs(text, CharacterPositions.of(bytes, own));
    html.raw("</div></div>\n");
  }

  /**
   * @param ranges where runs stand in the text, from the first one on
   */
  private void runs(String text, List<CharacterRange> ranges) {
    int open = 0;
    int written = 0;
    for (int i = 0; i < ranges.size(); i++) {
      int origin = runs.get(first + i).versionNumber();
      CharacterRange ink = withoutBlanks(text, ranges.get(i));
      if (!ink.isEmpty()) {
        int inkStart = ink.start();
        int inkEnd = ink.end();
        CharacterRange between = new CharacterRange(written, inkStart);
        if (origin != open || hasBlankLine(text, between)) {
          int endOfLine = open == 0 ? written : endOfLine(text, between);
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
    }
    html.raw(open == 0 ? "" : "</a>").text(text, written, text.length());
  }

  private static CharacterRange withoutBlanks(String text, CharacterRange range) {
    int start = range.start();
    while (start < range.end() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = range.end();
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new CharacterRange(start, end);
  }

  /** The first line break in a stretch of white space; its end where there is none. */
  private static int endOfLine(String text, CharacterRange blanks) {
    int lineFeed = text.indexOf('\n', blanks.start());
    return blanks.contains(lineFeed) ? lineFeed : blanks.end();
  }

  private static boolean hasBlankLine(String text, CharacterRange blanks) {
    int lineFeed = text.indexOf('\n', blanks.start());
    return blanks.contains(lineFeed) && blanks.contains(text.indexOf('\n', lineFeed + 1));
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
    String summary = clipped(origin.summary(), MAX_TITLE);
    String made =
        Messages.text(
            source == Source.NOT_SAID ? "annotate.made" : "annotate.made_by_source",
            origin.versionNumber(),
            origin.person().name(),
            TIMES.exact(origin.createdAt()),
            source.title());
    return summary.isEmpty() ? made : Messages.text("annotate.made_why", made, summary);
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
    html.raw("<div class=\"origins\" hidden data-title=\"");
    html.text(Messages.text("annotate.card")).raw("\" data-close=\"");
    html.text(Messages.text("keys.close")).raw("\">\n");
    shown.forEach(origin -> card(annotated.origin(origin)));
    html.raw("</div>\n");
  }

  private void card(Version origin) {
    int number = origin.versionNumber();
    html.raw("<div data-origin=\"").raw(number).raw("\"><p class=\"description\"><bdi>");
    String summary = clipped(origin.summary(), MAX_SUMMARY);
    html.text(summary.isEmpty() ? Messages.text("common.no_description") : summary);
    html.raw("</bdi></p><p class=\"facts\"><b>v").raw(number).raw("</b> <bdi>");
    html.text(origin.person().name()).raw("</bdi>");
    Source source = Source.of(origin.metadata());
    if (source != Source.NOT_SAID) {
      html.raw(" <span class=\"label ").raw(source.cssClass()).raw("\">").text(source.title());
      html.raw("</span>");
    }
    html.raw(" <time datetime=\"").text(origin.createdAt().toString()).raw("\">");
    html.text(TIMES.exact(origin.createdAt())).raw("</time> <span class=\"branch ");
    html.raw(LANES.cssClass(origin.branchNumber())).raw("\">").text(origin.branch());
    html.raw("</span></p><p class=\"links\">");
    Integer parent = origin.parentVersion();
    if (parent != null) {
      link(changesUrl(origin), Messages.text("annotate.changes"));
    }
    link(Urls.version(origin.scriptId(), number), Messages.text("common.read_v", number));
    if (parent == null) {
      html.raw("<span class=\"hint\">").text(Messages.text("annotate.nothing_before"));
      html.raw("</span>");
    } else {
      link(
          by.addTo(Urls.annotate(origin.scriptId(), parent)),
          Messages.text("annotate.before", parent));
    }
    html.raw("</p></div>\n");
  }

  private void link(String url, String text) {
    html.raw("<a href=\"").text(url).raw("\">").text(text).raw("</a> ");
  }
}
