package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class DiffApiTest {
  private static final String DIFF = "/api/v1/scripts/intro/diff";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("intro");
    server.save("intro", "a\nb\nc\nd\ne\nthe old end\n");
    server.save("intro", "a\nb\nc\nd\ne\nthe new end");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aUnifiedDiffIsWhatPatchTakes() throws PatchFailedException {
    Answer diff = server.get(DIFF + "?from=1&to=latest");
    assertThat(diff.header("Content-Type"))
        .isEqualToIgnoringWhitespace("text/x-diff;charset=utf-8");
    assertThat(diff.text())
        .isEqualTo(
            """
            --- a/intro
            +++ b/intro
            @@ -3,4 +3,4 @@
             c
             d
             e
            -the old end
            +the new end
            \\ No newline at end of file
            """);
    List<String> lines = diff.text().lines().filter(line -> !line.startsWith("\\")).toList();
    assertThat(
            UnifiedDiffUtils.parseUnifiedDiff(lines)
                .applyTo(List.of("a", "b", "c", "d", "e", "the old end")))
        .containsExactly("a", "b", "c", "d", "e", "the new end");
  }

  @Test
  void contextIsAsManyLinesAsAskedFor() {
    assertThat(server.get(DIFF + "?from=1&to=2&context=0").text()).contains("@@ -6 +6 @@");
    assertThat(server.get(DIFF + "?from=1&to=2&context=100000").text()).contains("@@ -1,6 +1,6 @@");
  }

  @Test
  void theSameVersionTwiceGivesAnEmptyDiff() {
    assertThat(server.get(DIFF + "?from=2&to=2").bytes()).isEmpty();
    assertThat(server.get(DIFF + "?from=2&to=2&format=json").json().path("hunks")).isEmpty();
  }

  @Test
  void rowsThatWouldFloodTheReaderAreLeftOutAfterTheFirstOnesAndTheAnswerSaysSo() {
    server.save("intro", "\n".repeat(60_000));
    server.save("intro", "a\n".repeat(45_000));
    JsonNode diff = server.get(DIFF + "?from=3&to=4&format=json").json();
    assertThat(diff.path("truncated").booleanValue()).isTrue();
    JsonNode hunk = diff.path("hunks").path(0);
    assertThat(diff.path("hunks")).hasSize(1);
    assertThat(hunk.path("rows")).hasSize(100_000);
    assertThat(hunk.path("from_line").intValue()).isEqualTo(1);
    assertThat(hunk.path("from_lines").intValue()).isEqualTo(60_000);
    assertThat(hunk.path("to_lines").intValue()).isEqualTo(40_000);
    assertThat(diff.path("statistics").path("words_unchanged").intValue()).isZero();
    JsonNode small = server.get(DIFF + "?from=1&to=2&format=json").json();
    assertThat(small.path("truncated").booleanValue()).isFalse();
    assertThat(small.path("statistics").path("words_unchanged").intValue()).isEqualTo(7);
  }

  @Test
  void aDiffGoesBackToo() {
    assertThat(server.get(DIFF + "?from=2&to=1&format=unified").text())
        .contains("-the new end\n\\ No newline at end of file\n+the old end\n");
  }

  @Test
  void asJsonTheRowsAreMarkedByWord() {
    JsonNode diff = server.get(DIFF + "?from=1&to=2&format=json&context=1").json();
    assertThat(diff.path("statistics").path("words_inserted").asInt()).isEqualTo(1);
    JsonNode hunk = diff.at("/hunks/0");
    assertThat(hunk.path("from_line").asInt()).isEqualTo(5);
    JsonNode deleted = hunk.at("/rows/1");
    assertThat(deleted.path("type").asText()).isEqualTo("deleted");
    assertThat(deleted.path("from_line").asInt()).isEqualTo(6);
    assertThat(deleted.path("to_line").isNull()).isTrue();
    assertThat(deleted.path("text").asText()).isEqualTo("the old end");
    assertThat(deleted.path("segments").toString())
        .contains("{\"type\":\"deleted\",\"nature\":\"words\",\"text\":\"old\"}");
    assertThat(hunk.at("/rows/2/ends_with_newline").asBoolean()).isFalse();
  }

  @Test
  void anOddParameterIsRefusedByName() {
    assertThat(problem(server.get(DIFF), 400)).contains("parameter from");
    assertThat(problem(server.get(DIFF + "?from=1"), 400)).contains("parameter to");
    assertThat(problem(server.get(DIFF + "?from=x&to=2"), 400)).contains("parameter from");
    assertThat(problem(server.get(DIFF + "?from=1&to=2&format=html"), 400))
        .contains("parameter format");
    assertThat(problem(server.get(DIFF + "?from=1&to=2&context=100001"), 400))
        .contains("parameter context");
    assertThat(problem(server.get(DIFF + "?from=1&to=3"), 404)).contains("versions are 1 to 2");
    assertThat(problem(server.get("/api/v1/scripts/x/diff?from=1&to=3"), 404)).contains("“x”");
  }
}
