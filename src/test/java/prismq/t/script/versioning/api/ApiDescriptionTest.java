package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDescriptionTest {
  private static final Pattern CALL = Pattern.compile("<p><code>([A-Z]+ /api/v1/[^<]+)</code></p>");

  @TempDir Path folder;

  private static List<String> apiRoutes(ApiServer server) {
    return server.routes().stream()
        .filter(route -> route.contains(" /api/v1/") && !route.startsWith("HEAD "))
        .map(route -> route.replace("<branch>", "{branch}"))
        .toList();
  }

  @Test
  void theDescriptionHasEveryRouteAndNoOther() {
    try (ApiServer server = new ApiServer(folder)) {
      assertThat(apiRoutes(server)).hasSize(68);
      assertThat(Description.read().operations())
          .containsExactlyInAnyOrderElementsOf(apiRoutes(server));
    }
  }

  @Test
  void theHelpHasEveryRouteAndNoOther() {
    try (ApiServer server = new ApiServer(folder)) {
      ApiServer.Answer page = server.get("/help/api");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(CALL.matcher(page.text()).results().map(call -> call.group(1)))
          .containsExactlyInAnyOrderElementsOf(apiRoutes(server));
    }
  }

  @Test
  void theHelpHasAnExampleOfEveryCallForThisServer() {
    try (ApiServer server = new ApiServer(folder)) {
      String page = server.get("/help/api").text();
      for (String route : apiRoutes(server)) {
        String call = route.substring(route.indexOf(' ') + 1);
        String path =
            call.replace("{script_id}", "ocean-short")
                .replace("{version_number}", "3")
                .replace("{branch}", "dark-ending")
                .replace("{review_id}", "1")
                .replace("{share_link_id}", "q7Bv1yq2RrKc0w9TnWm3xA")
                .replace("{thread_id}", "7")
                .replace("{comment_draft_id}", "3")
                .replace("{comment_id}", "12");
        assertThat(page).as(route).contains(server.url(path));
      }
      assertThat(page).doesNotContain("{{");
    }
  }

  @Test
  void theHelpNamesEveryFieldOfEveryObject() {
    try (ApiServer server = new ApiServer(folder)) {
      String page = server.get("/help/api").text();
      Description.read().root().path("components").path("schemas").findValues("properties").stream()
          .flatMap(properties -> properties.properties().stream())
          .map(Map.Entry::getKey)
          .forEach(field -> assertThat(page).contains("<code>" + field + "</code>"));
    }
  }

  @Test
  void theDescriptionIsServedAsYaml() {
    try (ApiServer server = new ApiServer(folder)) {
      ApiServer.Answer answer = server.get("/api/v1/openapi.yaml");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("Content-Type")).startsWith("application/yaml");
      assertThat(answer.text()).startsWith("openapi: 3.1");
    }
  }

  @Test
  void noDescriptionIsCutWhereYamlEndsAValue() {
    List<String> said =
        Description.read().root().findValues("description").stream()
            .filter(JsonNode::isTextual)
            .map(node -> node.asText().strip())
            .filter(text -> !text.isEmpty())
            .toList();
    assertThat(said)
        .hasSizeGreaterThan(200)
        .allSatisfy(text -> assertThat(text).matches("(?s).*[.?]"));
  }

  @Test
  void theExamplesOfTheDescriptionAreAsItsSchemasSay() {
    Description description = Description.read();
    description.root().findParents("example").stream()
        .filter(parent -> parent.path("example").isObject())
        .forEach(
            parent ->
                assertThat(description.faults(parent.path("schema"), parent.path("example"), "it"))
                    .isEmpty());
  }
}
