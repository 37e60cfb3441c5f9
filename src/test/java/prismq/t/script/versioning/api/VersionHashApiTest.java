package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.HashFormatOne;
import prismq.t.script.versioning.history.Metadata;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

class VersionHashApiTest {
  private static final String VERSIONS = "/api/v1/scripts/intro/versions/";

  @TempDir Path folder;
  private ApiServer server;

  /** Versions 1 and 2 are of an earlier release, the first by somebody with an address. */
  @BeforeEach
  void saveVersionsOfBothFormatsAndStart() {
    try (Database database = Database.open(folder)) {
      VersionManager manager = new VersionManager(database, new IndexWriter());
      manager.createScript("intro", "The introduction");
      manager.save(version("One.\n", new Author("Ann", "ann@example.org")).build());
      manager.save(version("Two.\n", Author.named("Ann")).build());
      HashFormatOne.upTo(2, database, "intro");
      manager.save(
          version("Three.\n", new Author("Zoë", "zoe@example.org"))
              .metadata(Metadata.of(Map.of("notes", "“quoted” \n", "review_score", 81.50)))
              .sourceKey("secret-commit-of-zoe".getBytes(StandardCharsets.UTF_8))
              .build());
      manager.save(version("Four.\n", Author.named("Bob")).mergeParent(2).restoredFrom(1).build());
    }
    server = new ApiServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewVersion.Builder version(String text, Author author) {
    return NewVersion.builder("intro", ScriptText.of(text), author, "Why: " + text);
  }

  private static String example() throws IOException {
    String help = Files.readString(Path.of("src/main/resources/help/api.md"));
    int section = help.indexOf("## Check a version hash");
    int start = help.indexOf("```python\n", section) + "```python\n".length();
    return help.substring(start, help.indexOf("```", start));
  }

  private String checkedByPython(int version) throws Exception {
    Path script = Files.writeString(folder.resolve("check.py"), example());
    ProcessBuilder builder =
        new ProcessBuilder("python3", script.toString(), "intro", Integer.toString(version));
    builder.environment().put("SCRIPT_VERSIONING", server.url(""));
    builder.environment().put("PYTHONUTF8", "1");
    builder.redirectErrorStream(true);
    Process python = builder.start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).describedAs(said).isZero();
    return said;
  }

  @Test
  void theProgramInTheHelpChecksVersionsOfBothFormats() throws Exception {
    for (int number : List.of(2, 3, 4)) {
      String hash = server.get(VERSIONS + number).json().path("version_hash").asText();
      assertThat(checkedByPython(number))
          .isEqualTo("version " + number + " has the hash " + hash + "\n");
    }
    assertThat(checkedByPython(1))
        .isEqualTo("version 1 is of format 1, and its email is not told\n");
  }

  @Test
  void theFieldsSayWhatPagesSayAndNothingThatConfirmsAGuessOfAnAddress() {
    ApiServer.Answer answer = server.get(VERSIONS + "3/hash");
    JsonNode json = answer.json();
    assertThat(json.path("hash_format").asInt()).isEqualTo(2);
    assertThat(field(json, "format").path("text").asText())
        .isEqualTo("script-versioning version 2");
    assertThat(field(json, "author").path("value").asText()).isEqualTo("Zoë");
    assertThat(field(json, "author").path("salt").asText()).hasSize(32);
    for (String untold : List.of("email", "source_key")) {
      assertThat(field(json, untold).path("hex").asText()).hasSize(64);
      assertThat(field(json, untold).has("salt")).isFalse();
      assertThat(field(json, untold).has("value")).isFalse();
    }
    for (int number = 1; number <= 4; number++) {
      assertThat(server.get(VERSIONS + number + "/hash").text()).doesNotContain("example.org");
    }
  }

  @Test
  void theParentsHashesAreThoseOfTheParents() {
    JsonNode latest = server.get(VERSIONS + "latest/hash").json();
    List<String> hashes = new ArrayList<>();
    for (String name : List.of("parent_hash", "merge_parent_hash")) {
      hashes.add(field(latest, name).path("hex").asText());
    }
    assertThat(hashes)
        .containsExactly(
            server.get(VERSIONS + 3).json().path("version_hash").asText(),
            server.get(VERSIONS + 2).json().path("version_hash").asText());
  }

  @Test
  void aVersionThatThereIsNotIsNamed() {
    assertThat(problem(server.get(VERSIONS + "9/hash"), 404)).contains("version 9");
  }

  private static JsonNode field(JsonNode json, String name) {
    for (JsonNode field : json.path("fields")) {
      if (field.path("name").asText().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no field " + name + " in " + json);
  }
}
