package prismq.t.script.versioning.transfer.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import prismq.t.script.versioning.core.text.PlainText;
import prismq.t.script.versioning.history.Metadata;

/**
 * Metadata cut to the length that is kept: the longest texts are shortened, all to the same length,
 * so that the short ones stay whole.
 *
 * @param longestText characters that texts were cut to; {@link #WHOLE} if none was
 */
record FittedMetadata(Metadata metadata, int longestText) {
  /** Nothing was cut. */
  static final int WHOLE = Integer.MAX_VALUE;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CUT = "…";

  /**
   * The values, as much of them as is kept.
   *
   * @param values texts, numbers, truth values, nulls, and lists and maps of such
   */
  static FittedMetadata of(Map<String, ?> values) {
    if (length(values) <= Metadata.MAX_JSON) {
      return new FittedMetadata(Metadata.of(values), WHOLE);
    }
    int fits = 0;
    int tooLong = Metadata.MAX_JSON;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (length(cut(values, middle)) <= Metadata.MAX_JSON) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    Map<String, Object> kept = new LinkedHashMap<>(cutMap(values, fits));
    // Not the texts make it so long, but their number.
    while (length(kept) > Metadata.MAX_JSON) {
      kept.remove(longestKey(kept));
    }
    return new FittedMetadata(Metadata.of(kept), fits);
  }

  private static String longestKey(Map<String, Object> values) {
    String longest = "";
    int most = -1;
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      int length = entry.getKey().length() + length(entry.getValue());
      if (length > most) {
        most = length;
        longest = entry.getKey();
      }
    }
    return longest;
  }

  private static Object cut(Object value, int longest) {
    if (value instanceof String text) {
      return text.length() <= longest ? text : PlainText.cut(text, longest) + CUT;
    }
    if (value instanceof List<?> list) {
      List<Object> elements = new ArrayList<>();
      list.forEach(element -> elements.add(cut(element, longest)));
      return elements;
    }
    return value instanceof Map<?, ?> map ? cutMap(map, longest) : value;
  }

  private static Map<String, Object> cutMap(Map<?, ?> map, int longest) {
    Map<String, Object> elements = new LinkedHashMap<>();
    map.forEach((key, element) -> elements.put(String.valueOf(key), cut(element, longest)));
    return elements;
  }

  private static int length(Object value) {
    try {
      return JSON.writeValueAsString(value).length();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
