package prismq.t.script.versioning.help;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The calls of the API as Markdown, made of its description, so that the two cannot differ. */
final class ApiReference {
  private final OpenApi api;
  private final StringBuilder markdown = new StringBuilder();

  private ApiReference(OpenApi api) {
    this.api = api;
  }

  static ApiReference read() {
    return new ApiReference(OpenApi.read());
  }

  /** A heading for each group of calls, one below it for each call, and all objects at the end. */
  String markdown() {
    for (String tag : api.tags()) {
      line("## Calls: " + tag);
      api.operations(tag).forEach(this::operation);
    }
    line("## Objects");
    line("Members that are not always there are marked *optional*.");
    for (Map.Entry<String, JsonNode> schema :
        api.root().path("components").path("schemas").properties()) {
      if (!properties(schema.getValue()).isEmpty()) {
        object(schema.getKey(), schema.getValue());
      }
    }
    return markdown.toString();
  }

  private void operation(OpenApi.Operation operation) {
    line("### " + operation.of().path("summary").asText());
    line("`" + operation.method() + " " + operation.path() + "`");
    line(oneLine(operation.of().path("description").asText()));
    if (!operation.parameters().isEmpty()) {
      row("Parameter", "In", "Meaning");
      row("---", "---", "---");
      for (JsonNode parameter : operation.parameters()) {
        String name = "`" + parameter.path("name").asText() + "`";
        row(
            name,
            parameter.path("in").asText(),
            meaning(parameter, parameter.path("required").asBoolean()));
      }
      line("");
    }
    JsonNode body = api.requestSchema(operation);
    if (!body.isMissingNode()) {
      fields("Field", body);
    }
    line("```sh\n" + CurlExample.of(operation) + "\n```");
    row("Status", "When");
    row("---", "---");
    for (Map.Entry<String, JsonNode> answer : operation.of().path("responses").properties()) {
      JsonNode response = api.resolved(answer.getValue());
      row(
          "`" + answer.getKey() + "`",
          oneLine(response.path("description").asText()) + shown(response));
    }
    line("");
  }

  /** Which object an answer holds. */
  private String shown(JsonNode response) {
    Set<String> names = new TreeSet<>();
    for (JsonNode content : response.path("content")) {
      String name = OpenApi.schemaName(content.path("schema"));
      if (!name.isEmpty() && !name.equals("Problem")) {
        names.add("[" + name + "](#" + anchor(name) + ")");
      }
    }
    return names.isEmpty() ? "" : " " + String.join(", ", names);
  }

  private void object(String name, JsonNode schema) {
    line("### Object " + name);
    line(oneLine(schema.path("description").asText()));
    fields("Member", schema);
  }

  private void fields(String title, JsonNode schema) {
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    row(title, "Meaning");
    row("---", "---");
    properties(schema)
        .forEach(
            field ->
                row(
                    "`" + field.getKey() + "`",
                    meaning(field.getValue(), required.contains(field.getKey()))));
    line("");
  }

  /** The members of an object, those of the schemas that it extends too. */
  private List<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
    List<Map.Entry<String, JsonNode>> all = new ArrayList<>();
    schema.path("allOf").forEach(part -> all.addAll(properties(api.resolved(part))));
    all.addAll(schema.path("properties").properties());
    return all;
  }

  private String meaning(JsonNode described, boolean isRequired) {
    JsonNode schema = described.has("schema") ? described.path("schema") : described;
    List<String> parts = new ArrayList<>();
    String text = oneLine(described.path("description").asText());
    JsonNode target = api.resolved(schema);
    if (text.isEmpty() && OpenApi.schemaName(schema).isEmpty()) {
      text = oneLine(schema.path("description").asText());
    }
    if (!text.isEmpty()) {
      parts.add(text);
    }
    parts.add(new SchemaWords(api).of(schema) + (isRequired ? "" : ", *optional*") + ".");
    if (target.has("default")) {
      parts.add("Default: `" + target.path("default").asText() + "`.");
    }
    return String.join(" ", parts);
  }

  static String anchor(String name) {
    return "object-" + name.toLowerCase(Locale.ROOT);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private void row(String... cells) {
    markdown
        .append("| ")
        .append(String.join(" | ", List.of(cells).stream().map(ApiReference::cell).toList()));
    markdown.append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private void line(String text) {
    markdown.append('\n').append(text).append("\n\n".substring(text.isEmpty() ? 1 : 0));
  }
}
