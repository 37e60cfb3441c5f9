package prismq.t.script.versioning.help;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says in words what values a schema allows. */
final class SchemaWords {
  private final OpenApi api;

  SchemaWords(OpenApi api) {
    this.api = api;
  }

  /** Such as “a number from 1 to 500”, or a link to the object. */
  String of(JsonNode schema) {
    String name = OpenApi.schemaName(schema);
    JsonNode target = api.resolved(schema);
    if (!name.isEmpty() && target.has("properties")) {
      return "[" + name + "](#" + ApiReference.anchor(name) + ")";
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (target.has(choice)) {
        List<String> options = new ArrayList<>();
        target.path(choice).forEach(option -> options.add(of(option)));
        return String.join(" or ", options);
      }
    }
    if (target.has("enum")) {
      List<String> values = new ArrayList<>();
      target.path("enum").forEach(value -> values.add("`" + value.asText() + "`"));
      return "one of " + String.join(", ", values);
    }
    if (target.has("const")) {
      return "`" + target.path("const").asText() + "`";
    }
    if (target.path("type").isArray()) {
      List<String> types = new ArrayList<>();
      target.path("type").forEach(type -> types.add(type(type.asText(), target)));
      return String.join(" or ", types);
    }
    return type(target.path("type").asText(), target);
  }

  private String type(String type, JsonNode schema) {
    return switch (type) {
      case "array" -> "a list of " + of(schema.path("items"));
      case "boolean" -> "`true` or `false`";
      case "integer" -> "a whole number" + limits(schema, "minimum", "maximum", "");
      case "number" -> "a number" + limits(schema, "minimum", "maximum", "");
      case "null" -> "`null`";
      case "object" -> "an object";
      default -> text(schema);
    };
  }

  private static String text(JsonNode schema) {
    if (schema.has("pattern")) {
      return "text that matches `" + schema.path("pattern").asText() + "`";
    }
    return "text" + limits(schema, "minLength", "maxLength", " characters");
  }

  private static String limits(JsonNode schema, String least, String most, String unit) {
    String from = schema.path(least).asText();
    String to = schema.path(most).asText();
    if (!from.isEmpty() && !to.isEmpty()) {
      return (unit.isEmpty() ? " from " : " of ") + from + " to " + to + unit;
    }
    if (!to.isEmpty()) {
      return " of at most " + to + unit;
    }
    return from.isEmpty() ? "" : " of at least " + from + unit;
  }
}
