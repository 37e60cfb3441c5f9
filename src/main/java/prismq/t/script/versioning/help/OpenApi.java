package prismq.t.script.versioning.help;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API as data, with its references resolved where they are read. */
record OpenApi(JsonNode root) {
  private static final String SCHEMAS = "#/components/schemas/";

  /** One call of the API. */
  record Operation(String method, String path, JsonNode of, List<JsonNode> parameters) {}

  /** Reads it from the application's resources. */
  static OpenApi read() {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Object loaded = yaml.load(HelpTopics.resource("/api/openapi.yaml"));
    return new OpenApi(new ObjectMapper().valueToTree(loaded));
  }

  /** The node that a reference points to; any other node itself. */
  JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
  }

  /** The name of the schema that a node refers to; empty if it refers to none. */
  static String schemaName(JsonNode node) {
    String reference = node.path("$ref").asText();
    return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
  }

  /** The names of the groups of calls, in their order. */
  List<String> tags() {
    List<String> tags = new ArrayList<>();
    root.path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
    return tags;
  }

  /** The calls of a group, in their order. */
  List<Operation> operations(String tag) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        JsonNode operation = member.getValue();
        if (operation.path("tags").path(0).asText().equals(tag)) {
          List<JsonNode> parameters = new ArrayList<>();
          path.getValue().path("parameters").forEach(p -> parameters.add(resolved(p)));
          operation.path("parameters").forEach(p -> parameters.add(resolved(p)));
          String method = member.getKey().toUpperCase(Locale.ROOT);
          operations.add(new Operation(method, path.getKey(), operation, parameters));
        }
      }
    }
    return operations;
  }

  /** The schema of what is sent with a call; missing if nothing is. */
  JsonNode requestSchema(Operation operation) {
    return resolved(request(operation).path("schema"));
  }

  /** An example of what is sent with a call; missing if nothing is. */
  static JsonNode requestExample(Operation operation) {
    return request(operation).path("example");
  }

  private static JsonNode request(Operation operation) {
    return operation.of().path("requestBody").path("content").path("application/json");
  }
}
