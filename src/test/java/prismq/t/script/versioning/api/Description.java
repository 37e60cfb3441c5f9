package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import prismq.t.script.versioning.api.ApiServer.Answer;

/** The OpenAPI description, as far as answers can be held against it. */
final class Description {
  private final JsonNode root;

  private Description(JsonNode root) {
    this.root = root;
  }

  static Description read() {
    try (InputStream in = Description.class.getResourceAsStream("/api/openapi.yaml")) {
      return new Description(
          new ObjectMapper().valueToTree(new Yaml().load(Objects.requireNonNull(in))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode root() {
    return root;
  }

  /** Every operation, as its method and path. */
  List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        if (!member.getKey().equals("parameters")) {
          operations.add(member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    return operations;
  }

  /** Asserts that an answer of a described operation is one of those described. */
  void check(String method, String path, Answer answer) {
    String described = method.equals("HEAD") ? "GET" : method;
    for (Map.Entry<String, JsonNode> candidate : root.path("paths").properties()) {
      JsonNode operation = candidate.getValue().path(described.toLowerCase(Locale.ROOT));
      if (path.matches(pattern(candidate.getKey())) && !operation.isMissingNode()) {
        checkAnswer(described + " " + candidate.getKey(), operation, method, answer);
      }
    }
  }

  private static String pattern(String path) {
    // Only the names of branches have slashes.
    return path.replace("{branch}", ".+").replaceAll("\\{\\w+}", "[^/]+");
  }

  private void checkAnswer(String name, JsonNode operation, String method, Answer answer) {
    JsonNode response = resolved(operation.path("responses").path("" + answer.status()));
    assertThat(response.isMissingNode()).as(name + " documents " + answer.status()).isFalse();
    if (answer.status() == 304 || answer.status() == 204 || method.equals("HEAD")) {
      assertThat(answer.bytes()).isEmpty();
      return;
    }
    String type = answer.header("Content-Type").replaceFirst(";.*", "");
    JsonNode content = response.path("content").path(type);
    assertThat(content.isMissingNode()).as(name + " documents " + type).isFalse();
    if (type.endsWith("json")) {
      assertThat(faults(content.path("schema"), answer.json(), name)).isEmpty();
    }
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
  }

  /** What of a value is not as the schema says. */
  List<String> faults(JsonNode unresolved, JsonNode value, String at) {
    JsonNode schema = resolved(unresolved);
    assertThat(schema.isMissingNode()).as(at + " has a schema").isFalse();
    List<String> faults = new ArrayList<>();
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.has(choice)) {
        boolean fits = false;
        for (JsonNode option : schema.path(choice)) {
          fits |= faults(option, value, at).isEmpty();
        }
        return fits ? faults : List.of(at + " fits none of " + schema);
      }
    }
    if (!types(schema).contains(typeOf(value))) {
      return List.of(at + " is " + value + ", not " + types(schema));
    }
    if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      faults.add(at + " is " + value + ", not one of " + schema.path("enum"));
    }
    if (schema.has("const") && !schema.path("const").equals(value)) {
      faults.add(at + " is " + value);
    }
    if (schema.has("pattern") && !value.asText().matches(schema.path("pattern").asText())) {
      faults.add(at + " is " + value + ", against the pattern");
    }
    if (schema.has("items")) {
      for (JsonNode item : value) {
        faults.addAll(faults(schema.path("items"), item, at + "[]"));
      }
    }
    if (value.isObject()) {
      faults.addAll(memberFaults(schema, value, at));
    }
    return faults;
  }

  private List<String> memberFaults(JsonNode schema, JsonNode value, String at) {
    Map<String, JsonNode> properties = new TreeMap<>();
    Set<String> missing = new TreeSet<>();
    collect(schema, properties, missing);
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      missing.remove(member.getKey());
      JsonNode property = properties.get(member.getKey());
      if (property != null) {
        faults.addAll(faults(property, member.getValue(), at + "." + member.getKey()));
      } else if (!schema.path("additionalProperties").asBoolean()) {
        faults.add(at + " has " + member.getKey() + ", which is not described");
      }
    }
    missing.forEach(name -> faults.add(at + " has no " + name));
    return faults;
  }

  private void collect(JsonNode schema, Map<String, JsonNode> properties, Set<String> required) {
    for (JsonNode part : schema.path("allOf")) {
      collect(resolved(part), properties, required);
    }
    schema.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
    schema.path("required").forEach(name -> required.add(name.asText()));
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode item : list) {
      if (item.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> types(JsonNode schema) {
    List<String> types = new ArrayList<>();
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asText()));
    } else {
      types.add(type.asText());
    }
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static String typeOf(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
