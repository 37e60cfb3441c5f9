package prismq.t.script.versioning.transfer.office;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paragraph styles of a Word document, as far as they make headings and lists. */
final class WordStyles {
  private static final int LONGEST_CHAIN = 20;
  private static final int BODY_TEXT = 9;

  /**
   * A style.
   *
   * @param basedOn the style it takes the rest from; empty for none
   * @param heading level from 1; 0 where it is said to be none, null where that is not said
   * @param list its number; null where that is not said
   */
  private record Style(
      String basedOn, @Nullable Integer heading, @Nullable String list, int level) {}

  /** A list that a paragraph belongs to by its style. */
  record StyleList(String list, int level) {}

  private final Map<String, Style> styles = new HashMap<>();

  static WordStyles none() {
    return new WordStyles();
  }

  static WordStyles of(DocumentXml xml) {
    WordStyles styles = new WordStyles();
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("style")) {
        String id = xml.attribute("styleId", "");
        styles.styles.put(id, style(xml));
      }
    }
    return styles;
  }

  private static Style style(DocumentXml xml) {
    int inside = xml.depth();
    String name = "";
    String basedOn = "";
    @Nullable Integer heading = null;
    @Nullable String list = null;
    int level = 0;
    while (xml.next() && !(xml.isEnd() && xml.depth() == inside)) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "name" -> name = xml.attribute("val", "");
        case "basedOn" -> basedOn = xml.attribute("val", "");
        case "outlineLvl" -> heading = heading(xml);
        case "numId" -> list = xml.attribute("val", "");
        case "ilvl" -> level = xml.number("val", BODY_TEXT, 0);
        default -> {}
      }
    }
    return new Style(basedOn, heading == null ? named(name) : heading, list, level);
  }

  /** The level of the outline that is named, as a heading; 0 for none. */
  static int heading(DocumentXml xml) {
    int level = xml.number("val", BODY_TEXT, BODY_TEXT);
    return level == BODY_TEXT ? 0 : level + 1;
  }

  /** The names of headings are English in every language of Word. */
  private static @Nullable Integer named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace(" ", "");
    if (plain.matches("heading[1-9]")) {
      return plain.charAt(plain.length() - 1) - '0';
    }
    return plain.equals("title") ? 1 : null;
  }

  /** The level of a heading, from 1; 0 for other paragraphs. */
  int headingOf(String styleId) {
    String id = styleId;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      @Nullable Style style = styles.get(id);
      if (style == null) {
        @Nullable Integer level = named(id);
        return level == null ? 0 : level;
      }
      if (style.heading != null) {
        return style.heading;
      }
      id = style.basedOn;
    }
    return 0;
  }

  /** The list that paragraphs of a style belong to; null for none. */
  @Nullable StyleList listOf(String styleId) {
    String id = styleId;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      @Nullable Style style = styles.get(id);
      if (style == null) {
        return null;
      }
      if (style.list != null) {
        return new StyleList(style.list, style.level);
      }
      id = style.basedOn;
    }
    return null;
  }
}
