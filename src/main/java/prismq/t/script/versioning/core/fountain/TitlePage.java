package prismq.t.script.versioning.core.fountain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What the title page of a screenplay says.
 *
 * @param entries in the order in which they stand there
 */
public record TitlePage(List<TitleEntry> entries) {
  /** What most title pages have; any of them tells a title page from other lines with colons. */
  private static final Set<String> USUAL_KEYS =
      Set.of(
          "title",
          "credit",
          "author",
          "authors",
          "source",
          "notes",
          "draft date",
          "date",
          "contact",
          "contact info",
          "copyright",
          "revision",
          "format",
          "episode",
          "series",
          "language",
          "lang",
          "watermark",
          "font");

  /**
   * A key with the lines of its value, which have the signs of emphasis.
   *
   * @param key in lower case
   */
  public record TitleEntry(String key, List<String> lines) {}

  /** The title page of a screenplay; without entries where it has none. */
  static TitlePage of(String source, List<FountainElement> elements) {
    List<TitleEntry> entries = new ArrayList<>();
    for (FountainElement element : elements) {
      if (element.type() == FountainType.TITLE_PAGE) {
        addLine(entries, element.text(source), isIndented(source, element.start()));
      } else if (element.type() != FountainType.BLANK) {
        break;
      }
    }
    return new TitlePage(List.copyOf(entries));
  }

  private static void addLine(List<TitleEntry> entries, String text, boolean isIndented) {
    @Nullable Matcher key = FountainRules.key(text);
    boolean isKey = key != null && (!isIndented || entries.isEmpty() || isUsual(key));
    if (key != null && isKey) {
      String value = key.group(2).strip();
      List<String> lines = new ArrayList<>();
      if (!value.isEmpty()) {
        lines.add(value);
      }
      entries.add(new TitleEntry(key.group(1).toLowerCase(Locale.ROOT), lines));
    } else if (!entries.isEmpty()) {
      entries.get(entries.size() - 1).lines().add(text);
    }
  }

  /**
   * Where the title page ends that begins at a line: at the first empty one.
   *
   * @return 0 where none begins there
   */
  static int end(List<FountainLine> lines, int first) {
    int keys = 0;
    boolean isSure = false;
    int end = first;
    while (end < lines.size() && !lines.get(end).isBlank()) {
      String visible = lines.get(end).visible();
      @Nullable Matcher key = FountainRules.key(visible);
      boolean isIndented = isIndented(visible, 0);
      if (key == null && (keys == 0 || !isIndented)) {
        return 0;
      }
      keys += key != null && (!isIndented || isUsual(key)) ? 1 : 0;
      isSure |= key != null && isUsual(key);
      isSure |= keys == 1 && end > first && isIndented;
      end++;
    }
    return isSure || keys > 1 ? end : 0;
  }

  private static boolean isUsual(Matcher key) {
    return USUAL_KEYS.contains(key.group(1).toLowerCase(Locale.ROOT));
  }

  private static boolean isIndented(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
  }

  /** The lines of one of its keys, given in lower case; empty where it is not there. */
  public List<String> lines(String key) {
    Optional<TitleEntry> entry = entries.stream().filter(any -> any.key.equals(key)).findFirst();
    return entry.map(TitleEntry::lines).orElse(List.of());
  }
}
