package prismq.t.script.versioning.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.report.ReportChoices;

/** The choices of a report as a JSON object. */
final class ReportChoicesJson {
  private static final List<String> TEXTS = List.of("branch", "author", "from", "until");
  private static final List<String> NUMBERS = List.of("from_version", "to_version");
  private static final List<String> FLAGS = List.of("diff", "texts");

  private ReportChoicesJson() {}

  /**
   * Reads them; what is left out selects all.
   *
   * @throws InvalidInputException if there is something else in it
   */
  static ReportChoices of(Map<String, Object> object) {
    for (Map.Entry<String, Object> entry : object.entrySet()) {
      check(entry.getKey(), entry.getValue());
    }
    return new ReportChoices(
        (String) object.get("branch"),
        (String) object.get("author"),
        (String) object.get("from"),
        (String) object.get("until"),
        (Integer) object.get("from_version"),
        (Integer) object.get("to_version"),
        Boolean.TRUE.equals(object.get("diff")),
        Boolean.TRUE.equals(object.get("texts")),
        false);
  }

  private static void check(String name, @Nullable Object value) {
    boolean isGood =
        value == null
            ? TEXTS.contains(name) || NUMBERS.contains(name) || FLAGS.contains(name)
            : (value instanceof String && TEXTS.contains(name))
                || (value instanceof Integer number && number > 0 && NUMBERS.contains(name))
                || (value instanceof Boolean && FLAGS.contains(name));
    if (!isGood) {
      throw new InvalidInputException(
          "report",
          "It may have the texts branch, author, from and until, the numbers from_version and"
              + " to_version, and diff and texts, which are true or false.");
    }
  }
}
