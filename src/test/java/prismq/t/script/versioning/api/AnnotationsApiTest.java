package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.problem;
import static prismq.t.script.versioning.api.ApiServer.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.api.ApiServer.Answer;
import prismq.t.script.versioning.core.text.ScriptText;

class AnnotationsApiTest {
  private static final String VERSIONS = "/api/v1/scripts/intro/versions";

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

  private void save(String content, String author, String metadata) {
    String json =
        version(content, ",\"metadata\":" + metadata).replace("\"Ann\"", "\"" + author + "\"");
    assertThat(server.post(VERSIONS, json).status()).isEqualTo(201);
  }

  private JsonNode annotations(String version) {
    Answer answer = server.get(VERSIONS + "/" + version + "/annotations");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  /** The texts of all runs; each is checked to be the bytes that it says it is. */
  private String joined(JsonNode annotations) {
    byte[] bytes =
        server.get(VERSIONS + "/" + annotations.path("version_number") + "/content").bytes();
    StringBuilder text = new StringBuilder();
    int end = 0;
    for (JsonNode run : annotations.path("runs")) {
      assertThat(run.path("start").asInt()).isEqualTo(end);
      end = run.path("end").asInt();
      String ofBytes =
          new String(
              bytes,
              run.path("start").asInt(),
              end - run.path("start").asInt(),
              StandardCharsets.UTF_8);
      assertThat(run.path("text").asText()).isEqualTo(ofBytes);
      text.append(ofBytes);
    }
    assertThat(end).isEqualTo(bytes.length);
    return text.toString();
  }

  private static List<String> texts(JsonNode annotations, int version) {
    List<String> texts = new ArrayList<>();
    for (JsonNode run : annotations.path("runs")) {
      if (run.path("version_number").asInt() == version) {
        texts.add(run.path("text").asText().strip());
      }
    }
    return texts;
  }

  @Test
  void eachPartOfTheTextIsOfTheVersionThatWroteIt() {
    save("The bridge hums.\n", "Ann", "{\"source\":\"human\"}");
    save("The old bridge hums.\n\nIt is the wind.\n", "Model", "{\"source\":\"ai\"}");
    JsonNode json = annotations("2");
    assertThat(json.path("script_id").asText()).isEqualTo("intro");
    assertThat(json.path("content_hash"))
        .isEqualTo(server.get(VERSIONS + "/2").json().path("content_hash"));
    assertThat(joined(json)).isEqualTo("The old bridge hums.\n\nIt is the wind.\n");
    assertThat(texts(json, 2)).contains("old", "It is the wind.");
    assertThat(json.path("versions")).hasSize(2);
    assertThat(json.path("versions").get(1).path("author").asText()).isEqualTo("Model");
    assertThat(json.path("versions").get(1).path("source").asText()).isEqualTo("ai");
    assertThat(json.path("shares").toString())
        .isEqualTo(
            "{\"authors\":[{\"author\":\"Model\",\"words\":5,\"share\":62.5},"
                + "{\"author\":\"Ann\",\"words\":3,\"share\":37.5}],"
                + "\"sources\":[{\"source\":\"ai\",\"words\":5,\"share\":62.5},"
                + "{\"source\":\"human\",\"words\":3,\"share\":37.5}]}");
  }

  @Test
  void whereTheMetadataDoesNotSayTheSourceItIsNull() {
    save("The bridge hums.\n", "Ann", "{}");
    JsonNode json = annotations("1");
    assertThat(json.path("versions").get(0).path("source").isNull()).isTrue();
    assertThat(json.path("shares").path("sources").toString())
        .isEqualTo("[{\"source\":null,\"words\":3,\"share\":100.0}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "   ",
        "…",
        "\uFEFFWith a mark\r\n\r\nand Windows lines.\r\n",
        "Ελληνικά, 東京, שָׁלוֹם, 👩‍👩‍👧‍👦 and 🇩🇪.\n\n",
        "no line ending"
      })
  void theTextsJoinedAreTheContentWhateverIsInIt(String text) {
    save("Ελληνικά and then 東京\r\nno", "Ann", "{}");
    save(text, "Bert", "{}");
    save(text + " 👍 éa\n" + text, "Cleo", "{}");
    assertThat(joined(annotations("2")))
        .isEqualTo(server.get(VERSIONS + "/2").json().path("content").asText());
    assertThat(joined(annotations("3")))
        .isEqualTo(server.get(VERSIONS + "/3").json().path("content").asText());
  }

  @Test
  void bytesThatAreNotUtf8AreReplacedAsInTheContent() {
    server.saveBytes("intro", new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n', (byte) 0xF0, '\n'});
    server.saveBytes(
        "intro", new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n', 'a', (byte) 0xE2, (byte) 0x82});
    JsonNode json = annotations("2");
    StringBuilder text = new StringBuilder();
    json.path("runs").forEach(run -> text.append(run.path("text").asText()));
    assertThat(text.toString())
        .isEqualTo(server.get(VERSIONS + "/2").json().path("content").asText());
    assertThat(json.path("runs").get(json.path("runs").size() - 1).path("end").asInt())
        .isEqualTo(ScriptText.of("caf_\na__").sizeBytes());
  }

  @Test
  void anEmptyVersionIsOfNobody() {
    save("", "Ann", "{}");
    JsonNode json = annotations("1");
    assertThat(json.path("runs")).isEmpty();
    assertThat(json.path("versions")).isEmpty();
    assertThat(json.path("shares").path("authors")).isEmpty();
  }

  @Test
  void theLatestVersionIsNamedAsSuch() {
    save("One.\n", "Ann", "{}");
    save("Two.\n", "Ann", "{}");
    assertThat(annotations("latest").path("version_number").asInt()).isEqualTo(2);
    assertThat(server.get(VERSIONS + "/latest/annotations?branch=main").json())
        .isEqualTo(annotations("2"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    save("One.\n", "Ann", "{}");
    assertThat(problem(server.get(VERSIONS + "/2/annotations"), 404))
        .isEqualTo("“intro” has no version 2; its only version is 1.");
    problem(server.get(VERSIONS + "/one/annotations"), 404);
    problem(server.get(VERSIONS + "/latest/annotations?branch=other"), 404);
    problem(server.get("/api/v1/scripts/other/versions/1/annotations"), 404);
  }
}
