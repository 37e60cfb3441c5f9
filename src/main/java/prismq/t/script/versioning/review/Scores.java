package prismq.t.script.versioning.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import prismq.t.script.versioning.history.Field;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Numbers that a verdict comes with.
 *
 * @param values by what each measures, in the order of being given
 */
public record Scores(Map<String, BigDecimal> values) {
  /** Of a verdict without any. */
  public static final Scores NONE = new Scores(Map.of());

  private static final String FIELD = "scores";
  private static final int MAX_COUNT = 20;
  private static final int MAX_NAME = 40;
  private static final int MAX_DECIMALS = 6;
  private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Scores as they were sent.
   *
   * @throws InvalidInputException if they are outside the rules
   */
  public static Scores checked(Map<String, ?> sent) {
    if (sent.size() > MAX_COUNT) {
      throw new InvalidInputException(FIELD, FilledMessage.of("reviews.scores_count", MAX_COUNT));
    }
    Map<String, BigDecimal> checked = new LinkedHashMap<>();
    sent.forEach(
        (name, value) -> checked.put(Field.line(FIELD, name, MAX_NAME), number(name, value)));
    return new Scores(Collections.unmodifiableMap(checked));
  }

  private static BigDecimal number(String name, Object value) {
    if (value instanceof Number number) {
      BigDecimal exact = new BigDecimal(number.toString());
      if (exact.abs().compareTo(MAX) <= 0 && exact.stripTrailingZeros().scale() <= MAX_DECIMALS) {
        return tidied(exact);
      }
    }
    throw new InvalidInputException(
        FIELD, FilledMessage.of("reviews.score_number", name, MAX_DECIMALS));
  }

  /** Without zeros that say nothing, and without an exponent. */
  private static BigDecimal tidied(BigDecimal exact) {
    BigDecimal stripped = exact.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * Scores as {@link #json} gave them, from a source that is not trusted.
   *
   * @throws InvalidInputException if they are outside the rules
   */
  public static Scores ofJson(String json) {
    try {
      return checked(MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {}));
    } catch (JsonProcessingException | NumberFormatException e) {
      throw new InvalidInputException(FIELD, FilledMessage.of("reviews.scores_form"));
    }
  }

  /** As a JSON object, as they are kept. */
  public String json() {
    try {
      return MAPPER.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers by names are always JSON", e);
    }
  }

  /** The scores that {@link #json} gave. */
  static Scores stored(String json) {
    try {
      return new Scores(
          MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, BigDecimal>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the scores of a verdict are damaged", e);
    }
  }
}
