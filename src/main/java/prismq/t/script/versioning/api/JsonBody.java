package prismq.t.script.versioning.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.history.IdempotencyKey;
import prismq.t.script.versioning.history.InvalidInputException;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.problem.OneLine;
import prismq.t.script.versioning.problem.Problem;
import prismq.t.script.versioning.problem.ProblemKind;
import prismq.t.script.versioning.token.TokenText;
import prismq.t.script.versioning.web.BadRequestException;
import prismq.t.script.versioning.web.BearerToken;

/** The JSON object a request carries, read strictly: nothing in it is guessed or passed over. */
final class JsonBody {
  private static final int MAX_NUMBER = 999_999_999;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  static {
    // The size of the request was checked before, that of a content is checked after.
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build());
  }

  private final Map<String, Object> values;
  private final @Nullable IdempotencyKey idempotencyKey;

  private JsonBody(Map<String, Object> values, @Nullable IdempotencyKey idempotencyKey) {
    this.values = values;
    this.idempotencyKey = idempotencyKey;
  }

  /**
   * Reads the body.
   *
   * @param known the names of all fields it may have; another is refused, because a misspelt
   *     base_version would otherwise save over somebody's work
   * @throws BadRequestException if it is no JSON object in UTF-8
   * @throws InvalidInputException if it has an unknown field
   */
  static JsonBody read(Context context, List<String> known) {
    checkContentType(context);
    byte[] bytes = bytes(context);
    Map<String, Object> values = parse(decode(bytes));
    if (values.values().stream().anyMatch(JsonBody::isToken)) {
      throw BearerToken.misplaced();
    }
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new InvalidInputException(
            name, "There is no such field here; there are " + String.join(", ", known) + ".");
      }
    }
    return new JsonBody(values, idempotencyKey(context, bytes));
  }

  /** The same where a request may have no body at all, which says as much as {}. */
  static JsonBody readOptional(Context context, List<String> known) {
    return bytes(context).length == 0 ? new JsonBody(Map.of(), null) : read(context, known);
  }

  /** A text in which one is quoted is a text. */
  private static boolean isToken(@Nullable Object value) {
    return value instanceof String text && TokenText.is(text.strip());
  }

  private static void checkContentType(Context context) {
    @Nullable String header = context.contentType();
    String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.equals("application/json")) {
      throw new Problem(
          ProblemKind.NOT_JSON,
          "The body is not said to be JSON.",
          "Send it as JSON, with the header Content-Type: application/json.");
    }
  }

  private static byte[] bytes(Context context) {
    try {
      return context.bodyAsBytes();
    } catch (HttpResponseException e) {
      if (e.getStatus() != 413) {
        throw e;
      }
      throw new Problem(
          ProblemKind.TOO_LARGE,
          "The request is larger than any that carries a text within the size limit.",
          "Whoever runs the server can raise it with --size-limit.");
    }
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadRequestException("The body is not UTF-8.");
    }
  }

  private static Map<String, Object> parse(String json) {
    try (JsonParser parser = MAPPER.createParser(json)) {
      Map<String, Object> values =
          MAPPER.readValue(parser, new TypeReference<LinkedHashMap<String, Object>>() {});
      if (values == null) {
        throw notAnObject();
      }
      return values;
    } catch (MismatchedInputException e) {
      throw notAnObject();
    } catch (StreamConstraintsException e) {
      throw new BadRequestException(
          "The body is nested too deeply, or has a number or a name that is too long.");
    } catch (JsonProcessingException e) {
      throw new BadRequestException(
          "The body is not valid JSON" + place(e.getLocation()) + fault(e) + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  /** A field that is there twice is named; the parser's other words are for programmers. */
  private static String fault(JsonProcessingException e) {
    String said = String.valueOf(e.getOriginalMessage());
    return said.startsWith("Duplicate") ? ": " + OneLine.plain(said) : "";
  }

  private static BadRequestException notAnObject() {
    return new BadRequestException(
        "The body is one JSON object, such as {\"name\": \"value\"}, and nothing else.");
  }

  /** The hash covers the address of the request and its whole body. */
  private static @Nullable IdempotencyKey idempotencyKey(Context context, byte[] bytes) {
    @Nullable String key = context.header("Idempotency-Key");
    if (key == null) {
      return null;
    }
    byte[] path = (context.path() + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer request = ByteBuffer.allocate(path.length + bytes.length).put(path).put(bytes);
    return new IdempotencyKey(key, ContentHash.of(request.array()));
  }

  /** The key by which the client may repeat the request; null if it gave none. */
  @Nullable IdempotencyKey idempotencyKey() {
    return idempotencyKey;
  }

  /** A required text. */
  String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      throw missing(name);
    }
    return text;
  }

  /** Whether the body has this field, which may be null. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** Refuses a body without this field, which may be null. */
  void present(String name) {
    if (!has(name)) {
      throw missing(name);
    }
  }

  /** An optional text; null if it is missing. */
  @Nullable String optionalText(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new InvalidInputException(name, "It is a text in quotes.");
  }

  /** An optional truth value; null if it is missing. */
  @Nullable Boolean optionalBoolean(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    throw new InvalidInputException(name, "It is true or false, without quotes.");
  }

  /** A required number of a version. */
  int versionNumber(String name) {
    Integer number = optionalVersionNumber(name);
    if (number == null) {
      throw missing(name);
    }
    return number;
  }

  /** An optional number of a version; null if it is missing. */
  @Nullable Integer optionalVersionNumber(String name) {
    return optionalNumber(name, 1, "from 1, without quotes.");
  }

  /** An optional number of a version, 0 for none yet; null if it is missing. */
  @Nullable Integer optionalVersionNumberOrNone(String name) {
    return optionalNumber(
        name, NewVersion.NO_VERSION_YET, "from 1, without quotes; 0 where there was none yet.");
  }

  /** An optional number of things, at least one; null if it is missing. */
  @Nullable Integer optionalCount(String name, int most) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Integer number && number >= 1 && number <= most) {
      return number;
    }
    throw new InvalidInputException(
        name, "It is a whole number from 1 to " + most + ", without quotes, or null.");
  }

  private @Nullable Integer optionalNumber(String name, int least, String rule) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Integer number && number >= least && number <= MAX_NUMBER) {
      return number;
    }
    throw new InvalidInputException(name, "It is the number of a version: a whole number " + rule);
  }

  /** An optional time; null if it is missing. */
  @Nullable Instant optionalTime(String name) {
    String value = optionalText(name);
    if (value == null) {
      return null;
    }
    Instant time = ApiTime.parse(value);
    if (time == null) {
      throw new InvalidInputException(
          name, "It is a time in ISO 8601 with its offset, such as 2026-01-31T12:00:00Z.");
    }
    return time;
  }

  /** An optional place in a text; null if it is missing. */
  @Nullable Integer optionalPosition(String name) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof Integer position && position >= 0) {
      return position;
    }
    throw new InvalidInputException(
        name, "It is a place in the text: a whole number of characters from 0, without quotes.");
  }

  /** An optional number of a thread; empty if it is missing. */
  List<Long> optionalThread(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof Integer || value instanceof Long) {
      return List.of(((Number) value).longValue());
    }
    throw new InvalidInputException(name, "It is the number of a thread, without quotes.");
  }

  /** An optional list of numbers of threads; empty if it is missing. */
  List<Long> optionalThreads(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list
        && list.stream().allMatch(id -> id instanceof Integer || id instanceof Long)) {
      return list.stream().map(id -> ((Number) id).longValue()).toList();
    }
    throw new InvalidInputException(name, "It is a list of the numbers of threads.");
  }

  /** A required list of whole numbers from 1. */
  List<Long> numbers(String name) {
    present(name);
    if (values.get(name) instanceof List<?> list
        && list.stream().allMatch(id -> id instanceof Integer || id instanceof Long)) {
      return list.stream().map(id -> ((Number) id).longValue()).toList();
    }
    throw new InvalidInputException(name, "It is a list of whole numbers, without quotes.");
  }

  /** An optional list of texts; empty if it is missing. */
  List<String> optionalTexts(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new InvalidInputException(name, "It is a list of texts in quotes.");
  }

  /** An optional JSON object; empty if it is missing. */
  Map<String, Object> optionalObject(String name) {
    Object value = values.get(name);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> object) {
      return members(object);
    }
    throw new InvalidInputException(name, "It is a JSON object, such as {\"review_score\": 80}.");
  }

  /** An optional truth value; false if it is missing. */
  boolean optionalFlag(String name) {
    Object value = values.get(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw new InvalidInputException(name, "It is true or false, without quotes.");
  }

  /** An optional list of JSON objects; empty if it is missing. */
  List<Map<String, Object>> optionalObjects(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
      return list.stream().map(member -> members((Map<?, ?>) member)).toList();
    }
    throw new InvalidInputException(name, "It is a list of JSON objects.");
  }

  private static Map<String, Object> members(Map<?, ?> object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.forEach((key, member) -> members.put(String.valueOf(key), member));
    return members;
  }

  private static InvalidInputException missing(String name) {
    return new InvalidInputException(name, "It is missing.");
  }
}
