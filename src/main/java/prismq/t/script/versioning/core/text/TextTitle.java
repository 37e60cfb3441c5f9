package prismq.t.script.versioning.core.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The title that a text gives itself: on the title page of a screenplay, or as its heading. */
public final class TextTitle {
  /** A title stands near the start; characters looked at. */
  private static final int LOOKED_AT = 20_000;

  private static final Pattern KEY = Pattern.compile("[\\p{L}][\\p{L} ]{0,30}:.*");
  private static final Pattern TITLE = Pattern.compile("(?i)title:(.*)");
  private static final Pattern HEADING = Pattern.compile(" {0,3}#{1,6}[ \\t]+(.+?)[ \\t]*#*");
  private static final Pattern HTML_HEADING =
      Pattern.compile("(?i)\\s*<h[1-6][^>]*>(.+?)</h[1-6]>.*");
  private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=+|-+)\\s*");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]]*)\\](?:\\([^)]*\\)|\\[[^\\]]*\\])");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>|<!--.*?-->");
  private static final Pattern EMPHASIS = Pattern.compile("\\*+|`+|(?<!\\w)_+|_+(?!\\w)");

  private TextTitle() {}

  /** The title without marks of emphasis and links, in one line; empty where there is none. */
  public static Optional<String> of(String text) {
    String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
    List<String> lines = (start.startsWith("\uFEFF") ? start.substring(1) : start).lines().toList();
    Optional<String> onTitlePage = onTitlePage(lines);
    return onTitlePage.isPresent() ? onTitlePage : heading(lines);
  }

  /** Fountain's title page, or the front matter of Markdown: keys at the start of a text. */
  private static Optional<String> onTitlePage(List<String> lines) {
    int first = !lines.isEmpty() && lines.get(0).strip().equals("---") ? 1 : 0;
    for (int i = first; i < lines.size() && !lines.get(i).isBlank(); i++) {
      String line = lines.get(i);
      Matcher title = TITLE.matcher(line);
      if (title.matches()) {
        StringBuilder value = new StringBuilder(title.group(1));
        while (++i < lines.size() && isGoingOn(lines.get(i))) {
          value.append(' ').append(lines.get(i));
        }
        return plain(unquoted(value.toString().strip()));
      }
      if (!KEY.matcher(line).matches() && !isGoingOn(line)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isGoingOn(String line) {
    return !line.isBlank() && (line.startsWith("   ") || line.startsWith("\t"));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.endsWith(value.substring(0, 1));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private static Optional<String> heading(List<String> lines) {
    boolean isCode = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (FENCE.matcher(line).matches()) {
        isCode = !isCode;
      } else if (!isCode) {
        Optional<String> title = heading(line, i + 1 < lines.size() ? lines.get(i + 1) : "");
        if (title.isPresent()) {
          return title;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> heading(String line, String next) {
    Matcher heading = HEADING.matcher(line);
    if (heading.matches()) {
      return plain(heading.group(1));
    }
    Matcher html = HTML_HEADING.matcher(line);
    if (html.matches()) {
      return plain(html.group(1));
    }
    boolean isUnderlined =
        !line.isBlank()
            && next.strip().length() > 2
            && UNDERLINE.matcher(next).matches()
            && Character.isLetterOrDigit(line.strip().codePointAt(0));
    return isUnderlined ? plain(line) : Optional.empty();
  }

  private static Optional<String> plain(String marked) {
    String plain = IMAGE.matcher(marked).replaceAll("");
    plain = LINK.matcher(plain).replaceAll("$1");
    plain = TAG.matcher(plain).replaceAll("");
    plain = EMPHASIS.matcher(plain).replaceAll("");
    plain = plain.strip().replaceAll("\\s+", " ");
    boolean hasWords = plain.codePoints().anyMatch(Character::isLetterOrDigit);
    return hasWords ? Optional.of(plain) : Optional.empty();
  }
}
