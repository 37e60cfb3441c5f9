package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static prismq.t.script.versioning.api.ApiServer.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class ScenesApiTest {
  private static final String VERSIONS = "/api/v1/scripts/keeper/versions";

  private static final String SCENES =
      """
      Title: Wärter

      INT. TÜRM - DAY #1#

      ÅSE
      Hallo, Wärter.

      EXT. SEA - NIGHT

      Waves.
      """
          .replace("\n", "\r\n");

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("keeper");
    save(SCENES);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void save(String text) {
    Answer answer = server.post(VERSIONS, version(text));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Test
  void minutesAreByTheWordsThatTheScriptHasInOne() {
    double before = most(0);
    Answer changed =
        server.send(
            "PATCH",
            "/api/v1/scripts/keeper",
            "{\"words_per_minute\": 30}".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(most(0)).isEqualTo(before * 5, within(0.02));
  }

  private double most(int scene) {
    JsonNode scenes = server.get(VERSIONS + "/latest/scenes").json().path("scenes");
    int words = scenes.get(scene).path("words").asInt();
    double eighths = scenes.get(scene).path("eighths").asInt() / 8.0;
    double most = scenes.get(scene).path("minutes").path("most").asDouble();
    double least = scenes.get(scene).path("minutes").path("least").asDouble();
    double byWords = Math.abs(most - eighths) < 0.01 ? least : most;
    assertThat(words).isPositive();
    return byWords;
  }

  @Test
  void theScenesOfAVersionAreThoseBytesOfItsContent() {
    JsonNode scenes = server.get(VERSIONS + "/latest/scenes").json().path("scenes");
    assertThat(scenes).hasSize(2);
    JsonNode first = scenes.get(0);
    assertThat(first.path("scene_number").asText()).isEqualTo("1");
    assertThat(first.path("heading").asText()).isEqualTo("INT. TÜRM - DAY");
    assertThat(first.path("eighths").asInt()).isEqualTo(1);
    assertThat(first.path("minutes").path("least").asDouble()).isEqualTo(0.04);
    assertThat(first.path("minutes").path("most").asDouble()).isEqualTo(0.13);
    assertThat(first.path("characters").get(0).asText()).isEqualTo("ÅSE");
    byte[] bytes = server.get(VERSIONS + "/1/content").bytes();
    int start = first.path("start").asInt();
    assertThat(new String(bytes, start, first.path("end").asInt() - start, StandardCharsets.UTF_8))
        .isEqualTo("INT. TÜRM - DAY #1#\r\n\r\nÅSE\r\nHallo, Wärter.\r\n\r\n");
    assertThat(scenes.get(1).path("scene_number").isNull()).isTrue();
    assertThat(scenes.get(1).path("end").asInt()).isEqualTo(bytes.length);
  }

  @Test
  void whatBecameOfEachSceneIsTold() {
    save(SCENES.replace("EXT. SEA - NIGHT", "EXT. SEA - DAY") + "\r\nINT. BOAT\r\n\r\nOars.\r\n");
    JsonNode scenes =
        server.get("/api/v1/scripts/keeper/scene-diff?from=1&to=latest").json().path("scenes");
    assertThat(scenes)
        .extracting(scene -> scene.path("outcome").asText())
        .containsExactly("same", "renamed", "new");
    assertThat(scenes.get(1).path("renamed").toString())
        .isEqualTo("[{\"part\":\"time\",\"from\":\"NIGHT\",\"to\":\"DAY\"}]");
    assertThat(scenes.get(2).path("from").isNull()).isTrue();
    assertThat(scenes.get(2).path("to").path("heading").asText()).isEqualTo("INT. BOAT");
  }

  @Test
  void versionsThatAreNotThereAreRefused() {
    assertThat(server.get(VERSIONS + "/9/scenes").status()).isEqualTo(404);
    assertThat(server.get("/api/v1/scripts/nowhere/versions/1/scenes").status()).isEqualTo(404);
    assertThat(server.get("/api/v1/scripts/keeper/scene-diff?from=1").status()).isEqualTo(400);
    assertThat(server.get("/api/v1/scripts/keeper/scene-diff?from=1&to=9").status()).isEqualTo(404);
  }
}
