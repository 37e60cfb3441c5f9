package prismq.t.script.versioning.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.language.FilledMessage;

/**
 * Further facts about a version: a JSON object. Some keys have a meaning and rules; others are kept
 * as they are.
 */
public final class Metadata {
  /** No metadata. */
  public static final Metadata NONE = new Metadata(Map.of(), null);

  /** Longest form as JSON, in characters. */
  public static final int MAX_JSON = 65_536;

  /** How the bytes of the text stand for characters, where that is not UTF-8. */
  public static final String TEXT_ENCODING = "text_encoding";

  private static final Set<String> SOURCES = Set.of("human", "ai", "import");

  /** Made when it is first needed, because most versions have no metadata. */
  private static final class LazyMapper {
    static final ObjectMapper MAPPER =
        new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  private final @Nullable String json;

  /** Null until somebody asks, because most who read a version do not. */
  private volatile @Nullable Map<String, Object> values;

  private Metadata(@Nullable Map<String, Object> values, @Nullable String json) {
    this.values = values;
    this.json = json;
  }

  /**
   * Metadata of these JSON values.
   *
   * @throws InvalidInputException if a known key has a value outside its rules, or all is longer
   *     than {@value #MAX_JSON} characters
   */
  public static Metadata of(Map<String, ?> values) {
    if (values.isEmpty()) {
      return NONE;
    }
    number(values, "review_score", 100);
    number(values, "length_seconds", Integer.MAX_VALUE);
    number(values, MergeHandler.PICKED_FROM, Integer.MAX_VALUE);
    number(values, RebaseHandler.WRITTEN_ON, Integer.MAX_VALUE);
    text(values, "notes");
    text(values, "model");
    text(values, "source");
    Object source = values.get("source");
    if (source != null && !SOURCES.contains(source)) {
      throw new InvalidInputException("metadata.source", FilledMessage.of("field.source"));
    }
    try {
      String json = Field.text("metadata", LazyMapper.MAPPER.writeValueAsString(values), MAX_JSON);
      return new Metadata(Collections.unmodifiableMap(new LinkedHashMap<>(values)), json);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException("metadata", FilledMessage.of("field.not_json"));
    }
  }

  private static void number(Map<String, ?> values, String key, int most) {
    Object value = values.get(key);
    if (value != null
        && !(value instanceof Number number
            && number.doubleValue() >= 0
            && number.doubleValue() <= most)) {
      throw new InvalidInputException("metadata." + key, FilledMessage.of("field.number", most));
    }
  }

  private static void text(Map<String, ?> values, String key) {
    Object value = values.get(key);
    if (value != null && !(value instanceof String)) {
      throw new InvalidInputException("metadata." + key, FilledMessage.of("field.quoted"));
    }
  }

  /** The same with one more value. */
  Metadata with(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values());
    more.put(key, value);
    return of(more);
  }

  /** The metadata that {@link #json} gave; does not apply today's rules to what was kept before. */
  public static Metadata stored(@Nullable String json) {
    return json == null ? NONE : new Metadata(null, json);
  }

  /** Whether {@link #stored} finds a JSON object in it, which metadata that was saved always is. */
  static boolean isObject(String json) {
    try {
      return LazyMapper.MAPPER.readTree(json).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** All values by key, in their original order. */
  public Map<String, Object> values() {
    Map<String, Object> known = values;
    if (known == null) {
      known = parsed(Objects.requireNonNull(json));
      values = known;
    }
    return known;
  }

  private static Map<String, Object> parsed(String json) {
    try {
      return LazyMapper.MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      // Damage that verify reports by the version hash; the rest of the version stays readable.
      return Map.of("damaged", json);
    }
  }

  /** The JSON object as it is kept; null if there are no values. */
  public @Nullable String json() {
    return json;
  }

  /** How the bytes of the text stand for characters. */
  public TextEncoding textEncoding() {
    @Nullable String name = encodingName();
    return name == null ? TextEncoding.UTF_8 : TextEncoding.named(name).orElse(TextEncoding.UTF_8);
  }

  /** The name of the encoding of the text; null if none is told. */
  @Nullable String encodingName() {
    return value(TEXT_ENCODING) instanceof String name ? name : null;
  }

  /** The number of a version that is told under a key; null if there is none. */
  @Nullable Integer version(String key) {
    return value(key) instanceof Integer number ? number : null;
  }

  /** A value, without parsing where there is none. */
  private @Nullable Object value(String key) {
    return json == null || !json.contains('"' + key + '"') ? null : values().get(key);
  }

  /** Whether it tells nothing but how the text is read, and which versions it was made of. */
  boolean isStructural() {
    return values().keySet().stream()
        .allMatch(
            key ->
                switch (key) {
                  case TEXT_ENCODING -> encodingName() != null;
                  case MergeHandler.PICKED_FROM, RebaseHandler.WRITTEN_ON -> version(key) != null;
                  default -> false;
                });
  }

  /**
   * The same for a text of this encoding.
   *
   * @throws InvalidInputException if it tells another encoding
   */
  Metadata with(TextEncoding encoding) {
    Map<String, Object> told = values();
    if (!told.containsKey(TEXT_ENCODING) && encoding.isUtf8()) {
      return this;
    }
    Object name = told.getOrDefault(TEXT_ENCODING, encoding.registeredName());
    if (encoding.isUtf8() || !encoding.registeredName().equals(name)) {
      throw new InvalidInputException(
          "metadata." + TEXT_ENCODING, FilledMessage.of("field.encoding"));
    }
    Map<String, Object> all = new LinkedHashMap<>(told);
    all.put(TEXT_ENCODING, name);
    return of(all);
  }

  /** From 0 to 100. */
  public @Nullable Number reviewScore() {
    return values().get("review_score") instanceof Number number ? number : null;
  }

  /** How long it takes to narrate, in seconds. */
  public @Nullable Number lengthSeconds() {
    return values().get("length_seconds") instanceof Number number ? number : null;
  }

  /** The source of the text: human, ai or import. */
  public @Nullable String source() {
    return values().get("source") instanceof String text ? text : null;
  }

  /** The name of the model that wrote it. */
  public @Nullable String model() {
    return values().get("model") instanceof String text ? text : null;
  }

  /** What somebody noted about it. */
  public @Nullable String notes() {
    return values().get("notes") instanceof String text ? text : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Metadata metadata && Objects.equals(json, metadata.json);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(json);
  }
}
