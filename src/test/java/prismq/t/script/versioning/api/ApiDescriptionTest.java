package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiDescriptionTest {
  private static final Pattern CALL = Pattern.compile("<h2 id=\"[a-z-]+\"><code>([A-Z]+ [^<]+)<");

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
      assertThat(apiRoutes(server)).hasSize(24);
      assertThat(Description.read().operations())
          .containsExactlyInAnyOrderElementsOf(apiRoutes(server));
    }
  }

  @Test
  void thePageHasEveryRouteAndNoOther() {
    try (ApiServer server = new ApiServer(folder)) {
      ApiServer.Answer page = server.get("/api");
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(CALL.matcher(page.text()).results().map(MatchResult::group).toList())
          .hasSize(24)
          .map(heading -> heading.replaceFirst("<h2 id=\"[a-z-]+\"><code>", "").replace("<", ""))
          .containsExactlyInAnyOrderElementsOf(apiRoutes(server));
    }
  }

  @Test
  void thePageNamesEveryFieldOfARequestAndOfAVersion() {
    try (ApiServer server = new ApiServer(folder)) {
      String page = server.get("/api").text();
      for (String schema :
          List.of(
              "NewScript",
              "NewVersion",
              "NewRollback",
              "NewBranch",
              "BranchChange",
              "Branch",
              "NewLabel",
              "Label",
              "Version")) {
        Description.read()
            .root()
            .path("components")
            .path("schemas")
            .path(schema)
            .path("properties")
            .fieldNames()
            .forEachRemaining(field -> assertThat(page).contains("<code>" + field + "</code>"));
      }
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
