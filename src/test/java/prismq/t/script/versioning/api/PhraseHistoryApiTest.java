package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class PhraseHistoryApiTest {
  private static final String CALL = "/api/v1/scripts/intro/phrase-history";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("intro");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer ask(String phrase) {
    return server.get(CALL + "?q=" + URLEncoder.encode(phrase, StandardCharsets.UTF_8));
  }

  /** Each version with its number of occurrences and the change. */
  private List<String> changes(String phrase) {
    List<String> changes = new ArrayList<>();
    for (JsonNode version : ask(phrase).json().path("versions")) {
      changes.add(
          "v%d: %d, %+d"
              .formatted(
                  version.path("version_number").asInt(),
                  version.path("occurrences").asInt(),
                  version.path("change").asInt()));
    }
    return changes;
  }

  @Test
  void everyVersionThatChangedTheNumberIsToldOldestFirst() {
    server.save("intro", "The sea is salty.\n");
    server.save("intro", "The sea is salty. Why is the sea salty?\n");
    server.save("intro", "The sea is salty. Why is the sea salty? Rivers.\n");
    server.save("intro", "The ocean is salty.\n");
    Answer answer = ask("sea is");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode json = answer.json();
    assertThat(json.path("query").asText()).isEqualTo("sea is");
    assertThat(json.path("folded").asBoolean()).isFalse();
    assertThat(json.path("versions")).hasSize(2);
    JsonNode went = json.path("versions").path(1);
    assertThat(went.path("version_number").asInt()).isEqualTo(4);
    assertThat(went.path("branch").asText()).isEqualTo("main");
    assertThat(went.path("occurrences").asInt()).isZero();
    assertThat(went.path("change").asInt()).isEqualTo(-1);
    assertThat(went.path("author").asText()).isEqualTo("Ann");
    assertThat(went.path("change_description").asText()).isEqualTo("a change");
    assertThat(went.path("created_at").asText()).endsWith("Z");
    assertThat(changes("sea")).containsExactly("v1: 1, +1", "v2: 2, +1", "v4: 0, -2");
  }

  @Test
  void thePhraseIsTakenExactlyAndCountedWithoutOverlap() {
    server.save("intro", "aaaaa The  sea,\r\nthe sea\n");
    assertThat(changes("aa")).containsExactly("v1: 2, +2");
    assertThat(changes("The sea")).isEmpty();
    assertThat(changes("The  sea")).hasSize(1);
    assertThat(changes("sea,\r\nthe")).hasSize(1);
    assertThat(changes("sea,\nthe")).isEmpty();
    assertThat(changes(" ")).containsExactly("v1: 4, +4");
  }

  @Test
  void aVersionIsComparedWithItsFirstParentAlsoOnABranch() {
    server.save("intro", "The sea.\n");
    server.branches().create("intro", "dark", 1);
    server.save("intro", "The ocean.\n");
    server.post(
        ApiUrls.versions("intro"),
        ApiServer.version("The dark sea, sea.\n", ",\"branch\":\"dark\""));
    assertThat(changes("sea")).containsExactly("v1: 1, +1", "v2: 0, -1", "v3: 2, +1");
    assertThat(ask("sea").json().at("/versions/2/branch").asText()).isEqualTo("dark");
  }

  @Test
  void whetherItIsFoldedIsSaid() {
    server.save("intro", "The sea.\n");
    assertThat(server.get(CALL + "?q=sea&fold=true").json().path("folded").asBoolean()).isTrue();
    assertThat(server.get(CALL + "?q=sea&fold=false").json().path("folded").asBoolean()).isFalse();
  }

  @Test
  void aPhraseThatIsNowhereHasNoVersions() {
    assertThat(ask("sea").json().path("versions")).isEmpty();
    server.save("intro", "The ocean.\n");
    assertThat(ask("sea").json().path("versions")).isEmpty();
  }

  @Test
  void aPhraseThatIsMissingOrTooLongIsRefused() {
    assertThat(problem(server.get(CALL), 400)).contains("parameter q");
    assertThat(problem(server.get(CALL + "?q="), 400)).contains("parameter q");
    assertThat(problem(ask("橋".repeat(10_001)), 400)).contains("10000 characters");
    assertThat(ask("橋".repeat(10_000)).status()).isEqualTo(200);
    assertThat(problem(server.get(CALL + "?q=sea&fold=1"), 400)).contains("parameter fold");
    assertThat(problem(server.get("/api/v1/scripts/x/phrase-history?q=sea"), 404)).contains("“x”");
  }
}
