package prismq.t.script.versioning.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import prismq.t.script.versioning.notification.Notification;

/** What an address is told, as JSON: a type, a time, and what it is about. */
final class WebhookMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WebhookMessage() {}

  /** A message that is about nothing. */
  static String trial(Instant at) {
    return json("trial", at, Map.of());
  }

  /**
   * A message about something that happened.
   *
   * @param baseUrl what addresses start with
   */
  static String of(Notification told, String baseUrl) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("script_id", told.scriptId());
    data.put("title", told.title());
    data.put("first_version", told.firstVersion());
    data.put("version_number", told.versionNumber());
    data.put("actor", told.actor());
    put(data, "thread_id", told.thread());
    put(data, "review_id", told.review());
    put(data, "verdict", told.verdict());
    put(data, "length", told.length());
    put(data, "quote", told.quote());
    put(data, "body", told.body());
    data.put("url", baseUrl + told.target());
    return json(told.type(), told.createdAt(), data);
  }

  private static void put(Map<String, Object> data, String key, @Nullable Object value) {
    if (value != null) {
      data.put(key, value);
    }
  }

  private static String json(String type, Instant at, Map<String, Object> data) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("type", type);
    message.put("timestamp", at.toString());
    message.put("data", data);
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of words and numbers is JSON", e);
    }
  }
}
