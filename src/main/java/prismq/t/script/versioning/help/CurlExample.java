package prismq.t.script.versioning.help;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A call as a shell command, with the example values of the API's description. */
final class CurlExample {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CurlExample() {}

  static String of(OpenApi.Operation operation) {
    List<String> words = new ArrayList<>(List.of("curl"));
    JsonNode body = OpenApi.requestExample(operation);
    if (!operation.method().equals(body.isMissingNode() ? "GET" : "POST")) {
      words.add("-X " + operation.method());
    }
    String url = "{{server}}" + address(operation);
    words.add(url.contains("?") ? "'" + url + "'" : url);
    for (JsonNode parameter : operation.parameters()) {
      if (parameter.path("in").asText().equals("header") && parameter.has("example")) {
        words.add(
            "\\\n  -H '"
                + parameter.path("name").asText()
                + ": "
                + parameter.path("example").asText()
                + "'");
      }
    }
    if (!body.isMissingNode()) {
      words.add("\\\n  -H 'Content-Type: application/json'");
      words.add("\\\n  -d '" + json(body).replace("'", "'\\''") + "'");
    }
    return String.join(" ", words);
  }

  private static String address(OpenApi.Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      String name = parameter.path("name").asText();
      String example = parameter.path("example").asText();
      if (parameter.path("in").asText().equals("path")) {
        path = path.replace("{" + name + "}", example);
      } else if (parameter.path("in").asText().equals("query") && !example.isEmpty()) {
        query.add(
            name + "=" + URLEncoder.encode(example, StandardCharsets.UTF_8).replace("+", "%20"));
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String json(JsonNode body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
