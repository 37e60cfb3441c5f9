package prismq.t.script.versioning.core.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.FrontMatter;
import prismq.t.script.versioning.core.text.NarrationTable;
import prismq.t.script.versioning.core.text.Words;

/**
 * Cuts Markdown into its sections, each from a heading to the next. The front matter counts
 * nowhere; of a narration table only what the voice says counts, where a text is told to be one.
 */
final class MarkdownSections {
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=+|-+)[ \\t]*");
  private final String text;
  private final boolean isNarration;
  private final List<Scene> scenes = new ArrayList<>();
  private final NarrationTable table = new NarrationTable();

  private String heading = "";
  private int start;
  private int words;
  private final StringBuilder body = new StringBuilder();

  private MarkdownSections(String text, boolean isNarration) {
    this.text = text;
    this.isNarration = isNarration;
  }

  static List<Scene> of(String text, boolean isNarration) {
    MarkdownSections cut = new MarkdownSections(text, isNarration);
    cut.run();
    return List.copyOf(cut.scenes);
  }

  private void run() {
    int at = FrontMatter.end(text);
    start = at;
    String fence = "";
    String previous = "";
    int previousStart = at;
    while (at < text.length()) {
      int end = FrontMatter.lineEnd(text, at);
      String line = text.substring(at, end).strip();
      String exact = text.substring(at, end).stripTrailing();
      Matcher fenced = FENCE.matcher(exact);
      @Nullable String title = title(exact);
      if (!fence.isEmpty()) {
        fence = line.startsWith(fence) ? "" : fence;
        add(exact);
      } else if (fenced.matches()) {
        fence = fenced.group(1);
        add(exact);
      } else if (title != null) {
        begin(title, at);
      } else if (mayBeHeading(previous) && UNDERLINE.matcher(exact).matches()) {
        remove(previous);
        begin(previous, previousStart);
      } else {
        add(exact);
      }
      previous = fence.isEmpty() && title == null ? line : "";
      previousStart = at;
      at = end;
    }
    end(text.length());
  }

  /** What a line says that is a heading by its number signs; null where it is none. */
  private static @Nullable String title(String line) {
    int start = 0;
    while (start < line.length() && start < 4 && line.charAt(start) == ' ') {
      start++;
    }
    int end = start;
    while (end < line.length() && line.charAt(end) == '#') {
      end++;
    }
    boolean isHeading =
        start < 4
            && end > start
            && end - start <= 6
            && (end == line.length() || " \t".indexOf(line.charAt(end)) >= 0);
    if (!isHeading) {
      return null;
    }
    int last = line.length();
    while (last > end && line.charAt(last - 1) == '#') {
      last--;
    }
    boolean isClosed = last == end || " \t".indexOf(line.charAt(last - 1)) >= 0;
    return line.substring(end, isClosed ? last : line.length()).strip();
  }

  private static boolean mayBeHeading(String line) {
    return !line.isEmpty() && "|>-*+".indexOf(line.charAt(0)) < 0;
  }

  private void begin(String title, int at) {
    end(at);
    heading = plain(title);
    words = isNarration ? 0 : Words.count(heading);
    start = at;
  }

  private void add(String line) {
    String counted = isNarration ? table.voice(line) : line;
    words += Words.count(counted);
    if (!line.isBlank()) {
      body.append(line.strip()).append('\n');
    }
  }

  /** Takes back a line that turns out to be a heading. */
  private void remove(String line) {
    words -= Words.count(isNarration ? "" : line);
    body.setLength(Math.max(0, body.length() - line.length() - 1));
  }

  private void end(int before) {
    if (!heading.isEmpty() || body.length() > 0) {
      scenes.add(
          new Scene(
              "",
              heading,
              start,
              before,
              words,
              null,
              List.of(),
              body.toString(),
              SceneMinutes.WORDS_A_MINUTE));
    }
    heading = "";
    words = 0;
    body.setLength(0);
  }

  private static String plain(String title) {
    return title.replaceAll("[*_`]+", "").strip();
  }
}
