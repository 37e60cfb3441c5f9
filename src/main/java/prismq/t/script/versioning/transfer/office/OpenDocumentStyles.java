package prismq.t.script.versioning.transfer.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The styles of an OpenDocument text, as far as they make titles and lists. */
final class OpenDocumentStyles {
  private static final int LONGEST_CHAIN = 20;
  private static final int DEEPEST = 10;

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Map<Integer, Integer>> numbered = new HashMap<>();
  private String list = "";

  /** Takes what an element that starts says of a style; others are passed over. */
  void take(DocumentXml xml) {
    switch (xml.name()) {
      case "style" ->
          parents.put(xml.attribute("name", ""), xml.attribute("parent-style-name", ""));
      case "list-style" -> {
        list = xml.attribute("name", "");
        numbered.put(list, new HashMap<>());
      }
      case "list-level-style-number" -> {
        if (!xml.attribute("num-format", "").isEmpty()) {
          level(xml.number("level", DEEPEST, 1), xml.number("start-value", Integer.MAX_VALUE, 1));
        }
      }
      default -> {}
    }
  }

  private void level(int level, int first) {
    numbered.computeIfAbsent(list, key -> new HashMap<>()).put(level, first);
  }

  /** Whether a paragraph of this style is the title of the whole text. */
  boolean isTitle(String style) {
    String name = style;
    for (int i = 0; i < LONGEST_CHAIN && !name.isEmpty(); i++) {
      if (name.equals("Title")) {
        return true;
      }
      name = parents.getOrDefault(name, "");
    }
    return false;
  }

  /** The first number of a level of a list, from 1; empty where it has bullets. */
  Optional<Integer> firstNumber(String style, int level) {
    @Nullable Map<Integer, Integer> levels = numbered.get(style);
    return levels == null ? Optional.empty() : Optional.ofNullable(levels.get(level));
  }
}
