package prismq.t.script.versioning.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.invalid;
import static prismq.t.script.versioning.api.ApiServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class ScriptsApiTest {
  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aScriptIsCreatedOnce() {
    String intro = "{\"script_id\":\"intro\",\"title\":\" The introduction \"}";
    Answer created = server.post("/api/v1/scripts", intro);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("Location")).isEqualTo("/api/v1/scripts/intro");
    assertThat(created.json().path("title").asText()).isEqualTo("The introduction");
    assertThat(created.json().path("latest_version").isNull()).isTrue();
    assertThat(server.get(created.header("Location")).json()).isEqualTo(created.json());
    assertThat(problem(server.post("/api/v1/scripts", intro), 409))
        .contains("already a script “intro”");
  }

  @Test
  void aScriptHasItsLatestVersionAndItsBranches() {
    server.createScript("intro");
    server.save("intro", "one");
    ObjectNode saved = (ObjectNode) server.save("intro", "two");
    server.post("/api/v1/scripts/intro/labels", "{\"name\":\"Recorded\",\"version_number\":2}");
    JsonNode script = server.get("/api/v1/scripts/intro").json();
    saved.putArray("labels").add("Recorded");
    assertThat(script.path("latest_version")).isEqualTo(saved);
    assertThat(script.path("branches").findValuesAsText("name")).containsExactly("main");
    assertThat(script.at("/branches/0/head_version").asInt()).isEqualTo(2);
  }

  private Answer change(String json) {
    return change("intro", json);
  }

  private Answer change(String scriptId, String json) {
    return server.send(
        "PATCH",
        "/api/v1/scripts/" + scriptId,
        json.getBytes(UTF_8),
        "Content-Type",
        "application/json");
  }

  @Test
  void whatATextIsWrittenAsIsSaidOfTheWholeScript() {
    server.createScript("intro");
    assertThat(server.get("/api/v1/scripts/intro").json().path("format").isNull()).isTrue();
    for (String word : List.of("screenplay", "markdown", "plain")) {
      assertThat(change("{\"format\":\"" + word + "\"}").json().path("format").asText())
          .isEqualTo(word);
    }
    assertThat(change("{\"format\":\"md\"}").json().path("format").asText()).isEqualTo("markdown");
    assertThat(server.get("/api/v1/scripts").json().at("/scripts/0/format").asText())
        .isEqualTo("markdown");
    assertThat(change("{\"format\":\"Fountain\"}").json().path("format").asText())
        .isEqualTo("screenplay");
    assertThat(change("{\"format\":null}").json().path("format").isNull()).isTrue();
    invalid(change("{\"format\":\"docx\"}"), "format");
    invalid(change("{}"), "format");
    problem(change("none", "{\"format\":null}"), 404);
  }

  @Test
  void aScriptThatAsksForAChangeDescriptionRefusesVersionsWithoutOne() {
    server.createScript("intro");
    assertThat(server.get("/api/v1/scripts/intro").json().path("description_required").asBoolean())
        .isFalse();
    change("{\"format\":\"plain\"}");
    Answer asked = change("{\"description_required\":true}");
    assertThat(asked.json().path("description_required").asBoolean()).isTrue();
    assertThat(asked.json().path("format").asText()).isEqualTo("plain");
    invalid(version(" "), "change_description");
    assertThat(version("First").status()).isEqualTo(201);
    change("{\"description_required\":false}");
    assertThat(version("").status()).isEqualTo(201);
    invalid(change("{\"description_required\":\"yes\"}"), "description_required");
  }

  private Answer version(String changeDescription) {
    return server.send(
        "POST",
        "/api/v1/scripts/intro/versions",
        ("{\"content\":\"One.\",\"author\":\"Ann\",\"change_description\":\""
                + changeDescription
                + "\"}")
            .getBytes(UTF_8),
        "Content-Type",
        "application/json");
  }

  @Test
  void theNextLinksLeadThroughAllScripts() {
    for (int n = 0; n < 7; n++) {
      server.createScript("script-" + n);
    }
    List<String> seen = new ArrayList<>();
    String next = "/api/v1/scripts?limit=3";
    int pages = 0;
    while (!next.equals("null")) {
      JsonNode page = server.get(next).json();
      assertThat(page.path("total").asInt()).isEqualTo(7);
      seen.addAll(page.path("scripts").findValuesAsText("script_id"));
      next = page.path("next").asText();
      pages++;
    }
    assertThat(seen).hasSize(7).doesNotHaveDuplicates().startsWith("script-6");
    assertThat(pages).isEqualTo(3);
    assertThat(server.get("/api/v1/scripts?offset=99").json().path("scripts")).isEmpty();
  }

  @Test
  void aScriptOutsideTheRulesIsRefusedByField() {
    invalid(server.post("/api/v1/scripts", "{\"title\":\"T\"}"), "script_id");
    invalid(server.post("/api/v1/scripts", "{\"script_id\":\"a b\",\"title\":\"T\"}"), "script_id");
    invalid(server.post("/api/v1/scripts", "{\"script_id\":7,\"title\":\"T\"}"), "script_id");
    invalid(server.post("/api/v1/scripts", "{\"script_id\":\"a\"}"), "title");
    invalid(server.post("/api/v1/scripts", "{\"script_id\":\"a\",\"title\":\" \"}"), "title");
    invalid(server.post("/api/v1/scripts", "{\"script_id\":\"a\",\"titel\":\"T\"}"), "titel");
    assertThat(server.get("/api/v1/scripts").json().path("total").asInt()).isZero();
  }

  @Test
  void whatIsNotThereIsAProblemThatSaysWhatIs() {
    assertThat(problem(server.get("/api/v1/scripts/none"), 404)).contains("“none”");
    for (String parameter : List.of("limit=0", "limit=501", "limit=x", "offset=-1")) {
      assertThat(problem(server.get("/api/v1/scripts?" + parameter), 400))
          .contains("parameter " + parameter.replaceFirst("=.*", ""));
    }
  }
}
