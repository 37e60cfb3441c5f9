package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.invalid;
import static prismq.t.script.versioning.api.ApiServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class RollbacksApiTest {
  private static final String ROLLBACKS = "/api/v1/scripts/intro/rollbacks";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("intro");
    server.save("intro", "one");
    server.save("intro", "two");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRollbackIsANewVersionWithTheOldContent() {
    Answer answer = server.post(ROLLBACKS, "{\"to_version\":1,\"author\":\"Ann\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/scripts/intro/versions/3");
    JsonNode version = answer.json();
    assertThat(version.path("version_number").asInt()).isEqualTo(3);
    assertThat(version.path("restored_from").asInt()).isEqualTo(1);
    assertThat(version.path("parent_version").asInt()).isEqualTo(2);
    assertThat(version.path("change_description").asText()).isEqualTo("Restored version 1");
    assertThat(server.get(answer.header("Location")).json().path("content").asText())
        .isEqualTo("one");
  }

  @Test
  void aRollbackRepeatedWithItsKeySavesOnce() {
    String body =
        "{\"to_version\":1,\"author\":\"Ann\",\"change_description\":\"Back\",\"branch\":\"main\","
            + "\"base_version\":2}";
    Answer first = server.post(ROLLBACKS, body, "Idempotency-Key", "k");
    Answer second = server.post(ROLLBACKS, body, "Idempotency-Key", "k");
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(first.json().path("change_description").asText()).isEqualTo("Back");
  }

  @Test
  void aRollbackOutsideTheRulesIsRefused() {
    invalid(server.post(ROLLBACKS, "{\"author\":\"Ann\"}"), "to_version");
    invalid(server.post(ROLLBACKS, "{\"to_version\":1}"), "author");
    invalid(server.post(ROLLBACKS, "{\"to_version\":1,\"author\":\"Ann\",\"to\":1}"), "to");
    assertThat(problem(server.post(ROLLBACKS, "{\"to_version\":9,\"author\":\"Ann\"}"), 404))
        .contains("versions are 1 to 2");
    Answer stale =
        server.post(ROLLBACKS, "{\"to_version\":1,\"author\":\"Ann\",\"base_version\":1}");
    assertThat(problem(stale, 409)).contains("Nothing was saved");
    assertThat(stale.json().path("head_version").asInt()).isEqualTo(2);
  }
}
