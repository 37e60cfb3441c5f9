package prismq.t.script.versioning.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The searchable texts about a version. */
public final class VersionNote {
  private VersionNote() {}

  /**
   * The change description, the author's name, and the texts in the metadata but for the source.
   */
  public static List<String> of(Version version) {
    return of(version.changeDescription(), version.author().name(), version.metadata());
  }

  /** The same as one text, a line each. */
  public static String text(Version version) {
    return String.join("\n", of(version));
  }

  /** The same of a version whose parts these are. */
  public static List<String> of(String changeDescription, String author, Metadata metadata) {
    List<String> lines = new ArrayList<>();
    byName(changeDescription, author, metadata).values().forEach(lines::addAll);
    return lines;
  }

  /** The same by what each is called in JSON, such as {@code metadata.notes}. */
  public static Map<String, List<String>> byName(Version version) {
    return byName(version.changeDescription(), version.author().name(), version.metadata());
  }

  private static Map<String, List<String>> byName(
      String changeDescription, String author, Metadata metadata) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    byName.put("change_description", List.of(changeDescription));
    byName.put("author", List.of(author));
    metadata
        .values()
        .forEach(
            (key, value) -> {
              if (!key.equals("source")) {
                List<String> texts = new ArrayList<>();
                addTexts(texts, value);
                byName.put("metadata." + key, texts);
              }
            });
    return byName;
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
