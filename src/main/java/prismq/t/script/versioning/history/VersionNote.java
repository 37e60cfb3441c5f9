package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said about a version, as far as it is searched for. */
public final class VersionNote {
  private VersionNote() {}

  /**
   * The change description, the author's name, and the texts in the metadata but for the source.
   */
  public static List<String> of(Version version) {
    List<String> lines = new ArrayList<>();
    lines.add(version.changeDescription());
    lines.add(version.author().name());
    version
        .metadata()
        .values()
        .forEach(
            (key, value) -> {
              if (!key.equals("source")) {
                addTexts(lines, value);
              }
            });
    return lines;
  }

  private static void addTexts(List<String> lines, Object value) {
    if (value instanceof String text) {
      lines.add(text);
    } else if (value instanceof List<?> list) {
      list.forEach(element -> addTexts(lines, element));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> addTexts(lines, element));
    }
  }
}
