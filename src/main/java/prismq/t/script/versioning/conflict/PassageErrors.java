package prismq.t.script.versioning.conflict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The errors of a form with passages to settle, all at once, in the order of the page. */
public final class PassageErrors {
  private PassageErrors() {}

  /** The errors by the names of fields; a passage is named by its number on the page. */
  public static Map<String, String> with(
      Map<String, String> errors,
      List<Passage> passages,
      Function<Passage, @Nullable String> errorOf) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < passages.size(); i++) {
      String error = errorOf.apply(passages.get(i));
      if (error != null) {
        String which = passages.size() == 1 ? "" : "Passage " + (i + 1) + ": ";
        all.put("passage-" + (i + 1), which + error);
      }
    }
    all.putAll(errors);
    return all;
  }
}
