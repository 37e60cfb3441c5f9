package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.invalid;
import static prismq.t.script.versioning.api.ApiServer.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

/** Saves that are merged where somebody saved before. */
class MergedSavesTest {
  private static final String VERSIONS = "/api/v1/scripts/intro/versions";
  private static final String BASE = "One.\n\nTwo.\n\nThree.\n";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("intro");
    server.save("intro", BASE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer merge(String content, int base) {
    return server.post(VERSIONS, version(content, ",\"base_version\":" + base + ",\"merge\":true"));
  }

  private String content(int version) {
    return server.get(VERSIONS + "/" + version).json().path("content").asText();
  }

  @Test
  void changesThatDoNotTouchAreMerged() {
    server.save("intro", "1.\n\nTwo.\n\nThree.\n");
    Answer saved = merge("One.\n\nTwo.\n\n3.\n", 1);
    assertThat(saved.status()).isEqualTo(201);
    assertThat(saved.json().path("version_number").asInt()).isEqualTo(3);
    assertThat(saved.json().path("merged_with").toString()).isEqualTo("[2]");
    assertThat(saved.json().path("metadata").path("written_on").asInt()).isEqualTo(1);
    assertThat(content(3)).isEqualTo("1.\n\nTwo.\n\n3.\n");
  }

  @Test
  void withoutARaceItIsSavedAsItIs() {
    Answer saved = merge("One.\n\nTwo.\n\n3.\n", 1);
    assertThat(saved.status()).isEqualTo(201);
    assertThat(saved.json().path("merged_with").toString()).isEqualTo("[]");
    assertThat(saved.json().path("metadata").toString()).isEqualTo("{}");
  }

  @Test
  void whatBothChangedIsAnsweredWithTheConflicts() {
    server.save("intro", "1.\n\nTwo.\n\nThree.\n");
    Answer refused = merge("I.\n\nTwo.\n\n3.\n", 1);
    assertThat(refused.status()).isEqualTo(409);
    JsonNode problem = refused.json();
    assertThat(problem.path("head_version").asInt()).isEqualTo(2);
    assertThat(problem.path("base_version").asInt()).isEqualTo(1);
    JsonNode conflict = problem.path("conflicts").path(0);
    assertThat(conflict.path("base").asText()).isEqualTo("One.\n\n");
    assertThat(conflict.path("into").asText()).isEqualTo("1.\n\n");
    assertThat(conflict.path("from").asText()).isEqualTo("I.\n\n");
    assertThat(server.get("/api/v1/scripts/intro").json().path("latest_version_number").asInt())
        .isEqualTo(2);
  }

  @Test
  void withoutMergeItIsRefusedAsBefore() {
    server.save("intro", "1.\n\nTwo.\n\nThree.\n");
    Answer refused = server.post(VERSIONS, version("One.\n\n2.\n", ",\"base_version\":1"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("head_version").asInt()).isEqualTo(2);
    assertThat(refused.json().has("conflicts")).isFalse();
  }

  @Test
  void aMergeNeedsToKnowWhatTheContentWasWrittenOn() {
    invalid(server.post(VERSIONS, version("x", ",\"merge\":true")), "base_version");
    invalid(server.post(VERSIONS, version("x", ",\"base_version\":1,\"merge\":\"yes\"")), "merge");
  }

  @Test
  void aRequestThatIsRepeatedGetsTheSameAnswer() {
    server.save("intro", "1.\n\nTwo.\n\nThree.\n");
    String body = version("One.\n\nTwo.\n\n3.\n", ",\"base_version\":1,\"merge\":true");
    Answer first = server.post(VERSIONS, body, "Idempotency-Key", "once");
    server.save("intro", "Something else.\n");
    Answer second = server.post(VERSIONS, body, "Idempotency-Key", "once");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.json()).isEqualTo(first.json());
  }

  @Test
  void whatManySaveAtOnceIsAllThere() throws Exception {
    StringBuilder base = new StringBuilder();
    IntStream.range(0, 12).forEach(i -> base.append("Line of writer ").append(i).append(".\n\n"));
    int start = server.save("intro", base.toString()).path("version_number").asInt();
    ExecutorService writers = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> saves = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String mine = base.toString().replace("writer " + i + ".", "writer " + i + ", changed.");
        saves.add(() -> merge(mine, start).status());
      }
      for (Future<Integer> status : writers.invokeAll(saves)) {
        assertThat(status.get()).isEqualTo(201);
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(content(start + 12)).isEqualTo(base.toString().replace(".", ", changed."));
  }
}
