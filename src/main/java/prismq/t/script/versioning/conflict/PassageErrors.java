package prismq.t.script.versioning.conflict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.language.Messages;

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
        int number = i + 1;
        all.put(
            "passage-" + number,
            passages.size() == 1 ? error : Messages.text("conflict.error", number, error));
      }
    }
    all.putAll(errors);
    return all;
  }
}
