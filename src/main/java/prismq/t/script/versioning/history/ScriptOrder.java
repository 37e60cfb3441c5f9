package prismq.t.script.versioning.history;

import java.util.Arrays;
import java.util.Locale;

/** What scripts are listed by. */
public enum ScriptOrder {
  RECENT,
  TITLE,
  VERSIONS;

  /** As it is written in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The order of this word; the most recent first where there is none. */
  public static ScriptOrder named(String word) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(word))
        .findFirst()
        .orElse(RECENT);
  }
}
