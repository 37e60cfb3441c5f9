package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.token.TokenRight;

/** The help's example of a writer in Python, run as it stands there. */
class PythonExampleTest {
  @TempDir Path folder;

  private static String example() throws IOException {
    String help = Files.readString(Path.of("src/main/resources/help/api.md"));
    int section = help.indexOf("## From Python");
    int start = help.indexOf("```python\n", section) + "```python\n".length();
    return help.substring(start, help.indexOf("```", start));
  }

  @Test
  void theExampleInTheHelpSavesMeetsSomebodyElseRollsBackAnswersCommentsAndSeesWhatChanged()
      throws Exception {
    try (ApiServer server = new ApiServer(folder)) {
      works(server, Map.of());
    }
  }

  @Test
  void withATokenItDoesTheSameWherePeopleHaveAccounts() throws Exception {
    try (ApiServer server = new ApiServer(folder)) {
      String token = server.tokenOfFirstAccount("Pipeline owner", TokenRight.WRITE_AS);
      works(server, Map.of("SCRIPT_VERSIONING_TOKEN", token));
    }
  }

  private void works(ApiServer server, Map<String, String> environment) throws Exception {
    try (AnswerLosingProxy proxy =
        new AnswerLosingProxy(server.url(""), "POST /api/v1/scripts/lighthouse/versions HTTP")) {
      Path script = Files.writeString(folder.resolve("example.py"), example());
      ProcessBuilder builder = new ProcessBuilder("python3", script.toString());
      builder.environment().put("SCRIPT_VERSIONING", proxy.url());
      builder.environment().put("PYTHONUTF8", "1");
      builder.environment().remove("SCRIPT_VERSIONING_TOKEN");
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      Process python = builder.start();
      String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(python.waitFor()).describedAs(said).isZero();
      // The first answer is lost, and its text was saved once all the same.
      assertThat(proxy.hasLost()).isTrue();
      assertThat(said)
          .contains("-The lamp is dark.\n", "+The lamp is dark and cold.\n")
          .endsWith(
              """
              lighthouse 1 First draft
              lighthouse 2 Hope
              lighthouse 3 Colder
              lighthouse 4 Hope it is
              lighthouse 5 Says how
              """);
      String[] headers =
          environment.values().stream()
              .flatMap(token -> Stream.of("Authorization", "Bearer " + token))
              .toArray(String[]::new);
      assertThat(server.get("/api/v1/scripts/lighthouse/versions/latest/content", headers).text())
          .isEqualTo("The lamp is lit by hand.\n");
      JsonNode second = server.get("/api/v1/scripts/lighthouse/versions/2", headers).json();
      assertThat(second.path("metadata").path("review_score").asInt()).isEqualTo(81);
      assertThat(second.path("author").asText()).isEqualTo("Reviewer");
      JsonNode thread =
          server
              .get("/api/v1/scripts/lighthouse/versions/5/threads", headers)
              .json()
              .path("threads")
              .get(0);
      assertThat(thread.path("text").asText()).isEqualTo("lit");
      assertThat(thread.path("addressed_by").get(0).asInt()).isEqualTo(5);
      assertThat(thread.path("resolved").asBoolean()).isFalse();
      assertThat(thread.path("comments").findValuesAsText("body"))
          .containsExactly("By whom?", "Please look at version 5.");
    }
  }
}
