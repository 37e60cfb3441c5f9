package prismq.t.script.versioning.transfer.reviews;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.history.Field;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.Script;
import prismq.t.script.versioning.history.TimeRange;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Something of the comments, suggestions and reviews of a script.
 *
 * @param values texts, whole numbers and truth values by the names of the fields; those that are
 *     missing, empty or false are not among them
 */
public record ReviewRecord(String scriptId, RecordKind kind, Map<String, Object> values) {
  private static final String SCRIPT = "script_id";
  private static final String KIND = "record";

  /**
   * A record as it was read from a source that is not trusted.
   *
   * @param read texts, whole numbers and truth values by the names of fields
   * @throws InvalidInputException if there is no such record, or a field is outside its rules
   */
  public static ReviewRecord read(Map<String, Object> read) {
    Map<String, Object> left = new LinkedHashMap<>(read);
    String scriptId = Script.checkedId(word(left, SCRIPT));
    String word = word(left, KIND);
    RecordKind kind =
        RecordKind.named(word)
            .orElseThrow(() -> invalid(KIND, FilledMessage.of("import.review.kind", KIND)));
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordField field : kind.fields()) {
      @Nullable Object value = left.remove(field.name());
      if (value != null) {
        values.put(field.name(), checked(field, value));
      } else if (field.isRequired()) {
        throw invalid(field.name(), FilledMessage.of("import.json.lacks", field.name()));
      }
    }
    if (!left.isEmpty()) {
      throw invalid(KIND, FilledMessage.of("import.review.other_fields", kind.word()));
    }
    return new ReviewRecord(scriptId, kind, Collections.unmodifiableMap(values));
  }

  private static String word(Map<String, Object> values, String name) {
    @Nullable Object value = values.remove(name);
    if (value instanceof String text) {
      return text;
    }
    throw invalid(name, FilledMessage.of("import.json.lacks", name));
  }

  private static Object checked(RecordField field, Object value) {
    String name = field.name();
    switch (field.content()) {
      case LINE, TEXT -> {
        if (value instanceof String text && !text.isEmpty()) {
          Field.text(name, text, field.longest());
          boolean isLine = text.codePoints().noneMatch(Character::isISOControl);
          if (isLine || field.content() == RecordField.FieldContent.TEXT) {
            return text;
          }
          throw invalid(name, FilledMessage.of("field.one_line"));
        }
      }
      case NUMBER -> {
        if (value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
          return number;
        }
      }
      case TIME -> {
        if (value instanceof Long millis && TimeRange.has(Instant.ofEpochMilli(millis))) {
          return millis;
        }
      }
      case TRUTH -> {
        if (value instanceof Boolean) {
          return value;
        }
      }
    }
    throw invalid(name, FilledMessage.of("import.review.value", name));
  }

  static InvalidInputException invalid(String field, FilledMessage why) {
    return new InvalidInputException(field, why);
  }

  /** Whether a field has a value. */
  boolean has(String field) {
    return values.containsKey(field);
  }

  /** A text; empty where it is missing. */
  String text(String field) {
    return Objects.toString(values.get(field), "");
  }

  /** A text; null where it is missing. */
  @Nullable String textOrNull(String field) {
    return (String) values.get(field);
  }

  /** A whole number that it has. */
  public int number(String field) {
    return Math.toIntExact(time(field));
  }

  /** Milliseconds since 1970 that it has. */
  long time(String field) {
    return (Long) Objects.requireNonNull(values.get(field));
  }

  /** A number or a time; null where it is missing. */
  @Nullable Long longOrNull(String field) {
    return (Long) values.get(field);
  }

  boolean isTrue(String field) {
    return Boolean.TRUE.equals(values.get(field));
  }

  /** Somebody whom two fields name. */
  ArchivedPerson person(String name, String email) {
    return new ArchivedPerson(text(name), text(email));
  }

  /** Whether it is about a stretch of a version's text. */
  public boolean hasPlace() {
    return kind == RecordKind.THREAD || kind == RecordKind.SUGGESTION;
  }
}
