package prismq.t.script.versioning.compare;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import prismq.t.script.versioning.core.diff.Block;
import prismq.t.script.versioning.core.diff.Change;
import prismq.t.script.versioning.core.diff.Diff;
import prismq.t.script.versioning.core.diff.Nature;
import prismq.t.script.versioning.core.diff.Segment;
import prismq.t.script.versioning.core.text.Paragraphs;
import prismq.t.script.versioning.history.Version;
import prismq.t.script.versioning.web.Numbers;
import prismq.t.script.versioning.web.Times;

/**
 * A comparison as a plain text for a mail or a terminal: paragraphs in lines of any length, what
 * went as {@code [-gone-]} and what came as {@code {+come+}}, unchanged stretches folded. It is for
 * reading only: the same signs in the texts stay as they are, and control characters are replaced.
 */
final class DiffText {
  private static final Times TIMES = new Times(Clock.systemUTC());
  private static final Numbers NUMBERS = new Numbers();

  private final Diff diff;
  private final int context;
  private final Set<Nature> ignored;
  private final PlainOutput out = new PlainOutput();

  private DiffText(Comparison comparison, int context, Set<Nature> ignored) {
    this.diff = comparison.diff();
    this.context = context;
    this.ignored = ignored;
  }

  /**
   * The text in UTF-8, ended by a line break.
   *
   * @param context number of unchanged paragraphs around each change
   * @param ignored natures of changes that are not shown
   */
  static byte[] of(
      ComparedVersions versions, Comparison comparison, int context, Set<Nature> ignored) {
    DiffText text = new DiffText(comparison, context, ignored);
    text.heading(versions);
    text.summary(comparison);
    text.blocks();
    text.out.startLine();
    return text.out.bytes();
  }

  private void heading(ComparedVersions versions) {
    line(versions.script().title());
    line(
        "From version " + versions.from().versionNumber() + " to " + versions.to().versionNumber());
    version(versions.from());
    version(versions.to());
  }

  private void version(Version version) {
    out.append("\n");
    line(
        "Version "
            + version.versionNumber()
            + " on "
            + version.branch()
            + " by "
            + version.author().name()
            + ", "
            + TIMES.exact(version.createdAt()));
    version.changeDescription().lines().forEach(line -> line("    " + line));
  }

  private void summary(Comparison comparison) {
    out.append("\n");
    if (!diff.changes().isEmpty()) {
      line(changes() + ": " + words() + ".");
      line("What went stands in [-…-], what came in {+…+}.");
    }
    int hidden = (int) diff.changes().stream().filter(this::isIgnored).count();
    DiffNotices.of(comparison, hidden).forEach(this::line);
    out.append("\n");
  }

  private String changes() {
    return NUMBERS.count(diff.changes().size(), "change");
  }

  private String words() {
    Diff.Statistics statistics = diff.statistics();
    List<String> parts = new ArrayList<>();
    addWords(parts, statistics.wordsInserted(), "inserted");
    addWords(parts, statistics.wordsDeleted(), "deleted");
    addWords(parts, statistics.wordsMoved(), "moved");
    return parts.isEmpty() ? "no words, only signs or white space" : String.join(", ", parts);
  }

  private static void addWords(List<String> parts, int words, String what) {
    if (words > 0) {
      parts.add(NUMBERS.count(words, "word") + " " + what);
    }
  }

  private boolean isIgnored(Change change) {
    return change.blocks().stream().noneMatch(this::isShown);
  }

  private boolean isShown(Block block) {
    return block.isChange() && !diff.isIgnored(block, ignored);
  }

  private void blocks() {
    List<Block> blocks = diff.blocks();
    int at = 0;
    while (at < blocks.size()) {
      int first = at;
      while (at < blocks.size() && !isShown(blocks.get(at))) {
        at++;
      }
      if (at > first) {
        int start = blocks.get(first).toStart();
        int end = blocks.get(at - 1).toEnd();
        stretch(start, end, first == 0 ? 0 : context, at == blocks.size() ? 0 : context);
      }
      if (at < blocks.size()) {
        change(blocks.get(at++));
      }
    }
  }

  /** Unchanged lines, folded but for so many paragraphs at both ends. */
  private void stretch(int start, int end, int before, int after) {
    int[] ends = diff.toParagraphs(start, end);
    int folded = ends.length - before - after;
    out.startLine();
    // A fold takes as much room as a paragraph.
    if (folded < 2) {
      unchanged(start, end);
      return;
    }
    int foldStart = before == 0 ? start : ends[before - 1];
    int foldEnd = ends[before + folded - 1];
    unchanged(start, foldStart);
    out.startParagraph();
    line("[… " + NUMBERS.whole(folded) + " paragraphs unchanged …]");
    out.append("\n");
    unchanged(foldEnd, end);
  }

  private void unchanged(int start, int end) {
    out.append(readable(diff.readingTo(start, end)));
  }

  private void change(Block block) {
    String label = label(block);
    if (!label.isEmpty()) {
      out.startParagraph();
      line("[" + label + "]");
    }
    out.startLine();
    segments(diff.readingSegments(block));
  }

  private String label(Block block) {
    Change change = diff.changes().get(block.change() - 1);
    return switch (block.kind()) {
      case UNCHANGED, DELETED, INSERTED -> "";
      case MOVED_AWAY ->
          moved(diff.fromParagraphs(block.fromStart(), block.fromEnd()))
              + " to line "
              + (change.toStart() + 1);
      case MOVED_HERE ->
          moved(diff.toParagraphs(block.toStart(), block.toEnd()))
              + " from line "
              + (change.fromStart() + 1);
      case CHANGED ->
          switch (block.nature()) {
            case WHITESPACE -> "only white space changed";
            case CASE -> "only capitals changed";
            case NONE, LINE_ENDINGS, WORDS -> "";
          };
    };
  }

  private static String moved(int[] ends) {
    return ends.length == 1 ? "moved" : NUMBERS.count(ends.length, "paragraph") + " moved";
  }

  private void segments(List<Segment> segments) {
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      String text = readable(segment.text());
      if (segment.kind() == Segment.Kind.UNCHANGED) {
        out.append(text);
      } else if (isIgnored(segment)) {
        out.append(segment.kind() == Segment.Kind.INSERTED ? text : "");
      } else if (i + 1 < segments.size() && readsTheSame(segment, segments.get(i + 1))) {
        out.append(text);
        i++;
      } else if (segment.kind() == Segment.Kind.DELETED) {
        marked("[-", text, "-]", "");
      } else {
        marked("{+", text, "+}", text);
      }
    }
  }

  private boolean isIgnored(Segment segment) {
    return segment.nature() == Nature.LINE_ENDINGS || ignored.contains(segment.nature());
  }

  /** Whether a line is only broken at another place. */
  private static boolean readsTheSame(Segment one, Segment next) {
    return one.kind() == Segment.Kind.DELETED
        && next.kind() == Segment.Kind.INSERTED
        && readable(one.text()).equals(readable(next.text()));
  }

  /** Marks each line by itself; white space by signs that can be seen, with itself behind them. */
  private void marked(String opening, String text, String closing, String whiteSpace) {
    if (text.isBlank()) {
      if (!text.isEmpty()) {
        String signs = text.replace(' ', '·').replace('\t', '→').replace('\n', '¶');
        out.append(opening).append(signs).append(closing).append(lineBreaks(whiteSpace));
      }
      return;
    }
    int start = 0;
    while (start < text.length()) {
      int lineFeed = text.indexOf('\n', start);
      int end = lineFeed < 0 ? text.length() : lineFeed;
      String line = text.substring(start, end);
      boolean isBlank = line.isBlank();
      out.append(isBlank ? "" : opening).append(line).append(isBlank ? "" : closing);
      out.append(lineFeed < 0 ? "" : "\n");
      start = end + 1;
    }
  }

  private static String lineBreaks(String whiteSpace) {
    int first = whiteSpace.indexOf('\n');
    return first < 0 ? "" : whiteSpace.substring(first);
  }

  /** A text with nothing in it that a terminal would obey. */
  private static String readable(String text) {
    StringBuilder readable = new StringBuilder();
    boolean wasBreak = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isBreak = c == Paragraphs.SOFT_BREAK;
      if (isBreak) {
        readable.append(wasBreak ? "" : " ");
      } else if (c == '\n' || c == '\t' || (c != '\uFEFF' && !Character.isISOControl(c))) {
        readable.append(c);
      } else if (c != '\uFEFF' && !text.startsWith("\r\n", i)) {
        readable.append('\ufffd');
      }
      wasBreak = isBreak;
    }
    return readable.toString();
  }

  private void line(String text) {
    out.append(readable(text)).append("\n");
  }
}
