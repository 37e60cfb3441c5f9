package prismq.t.script.versioning.transfer.office;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of a Word document, and the marks of their items. */
final class WordLists {
  private static final int DEEPEST = 9;

  /** How the items of one level of a list are marked. */
  private record Level(boolean isNumbered, int first) {}

  private static final Level BULLET = new Level(false, 1);

  private final Map<String, Map<Integer, Level>> definitions = new HashMap<>();
  private final Map<String, String> definitionOf = new HashMap<>();
  private final ListNumbers numbers = new ListNumbers();

  static WordLists none() {
    return new WordLists();
  }

  static WordLists of(DocumentXml xml) {
    WordLists lists = new WordLists();
    while (xml.next()) {
      if (xml.isStart() && xml.name().equals("abstractNum")) {
        String id = xml.attribute("abstractNumId", "");
        lists.definitions.put(id, levels(xml));
      } else if (xml.isStart() && xml.name().equals("num")) {
        String id = xml.attribute("numId", "");
        lists.definitionOf.put(id, definition(xml));
      }
    }
    return lists;
  }

  private static Map<Integer, Level> levels(DocumentXml xml) {
    Map<Integer, Level> levels = new HashMap<>();
    int inside = xml.depth();
    int at = 0;
    int first = 1;
    while (xml.next() && !(xml.isEnd() && xml.depth() == inside)) {
      if (xml.isStart()) {
        switch (xml.name()) {
          case "lvl" -> {
            at = xml.number("ilvl", DEEPEST, 0);
            first = 1;
          }
          case "start" -> first = xml.number("val", Integer.MAX_VALUE, 1);
          case "numFmt" -> {
            String format = xml.attribute("val", "bullet");
            levels.put(at, new Level(!format.matches("bullet|none"), first));
          }
          default -> {}
        }
      }
    }
    return levels;
  }

  private static String definition(DocumentXml xml) {
    int inside = xml.depth();
    String definition = "";
    while (xml.next() && !(xml.isEnd() && xml.depth() == inside)) {
      if (xml.isStart() && xml.name().equals("abstractNumId")) {
        definition = xml.attribute("val", "");
      }
    }
    return definition;
  }

  /** The mark of the next item of a list; “-” where it has a bullet. */
  String mark(String list, int level) {
    String definition = definitionOf.getOrDefault(list, "");
    @Nullable Map<Integer, Level> levels = definitions.get(definition);
    Level found = levels == null ? BULLET : levels.getOrDefault(level, BULLET);
    if (found.isNumbered) {
      return numbers.next(list, level, found.first);
    }
    numbers.endBelow(list, level);
    return "-";
  }
}
