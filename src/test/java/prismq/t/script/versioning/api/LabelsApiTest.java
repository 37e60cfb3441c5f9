package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.invalid;
import static prismq.t.script.versioning.api.ApiServer.problem;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class LabelsApiTest {
  private static final String LABELS = "/api/v1/scripts/intro/labels";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("intro");
    server.save("intro", "one");
    server.save("intro", "two");
    server.save("intro", "three");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer give(String name, int version, String more) {
    return server.post(
        LABELS, "{\"name\":\"" + name + "\",\"version_number\":" + version + more + "}");
  }

  private Answer remove(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return server.send("DELETE", LABELS + "?name=" + encoded, new byte[0]);
  }

  private String labels() {
    StringBuilder labels = new StringBuilder();
    server
        .get(LABELS)
        .json()
        .path("labels")
        .forEach(
            label ->
                labels
                    .append(label.path("version_number").asInt())
                    .append(' ')
                    .append(label.path("name").asText())
                    .append('\n'));
    return labels.toString();
  }

  @Test
  void aVersionIsGivenALabelOnceAndShownWithIt() {
    assertThat(labels()).isEmpty();
    Answer given = give("Sent to “Ana”: 100 % / final", 2, "");
    assertThat(given.status()).isEqualTo(201);
    assertThat(given.json().path("version_number").asInt()).isEqualTo(2);
    assertThat(given.json().path("created_at").asText()).endsWith("Z");
    Answer again = give(" Sent to “Ana”: 100 % / final ", 2, "");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(given.json());
    give("Recorded", 3, "");
    give("Aired", 3, "");
    assertThat(labels()).isEqualTo("3 Aired\n3 Recorded\n2 Sent to “Ana”: 100 % / final\n");

    String versions = "/api/v1/scripts/intro/versions";
    assertThat(server.get(versions + "/latest").json().path("labels").toString())
        .isEqualTo("[\"Aired\",\"Recorded\"]");
    assertThat(server.get(versions).json().at("/versions/2/labels").toString()).isEqualTo("[]");
    assertThat(server.get("/api/v1/scripts/intro").json().at("/latest_version/labels").size())
        .isEqualTo(2);
  }

  @Test
  void aLabelOfAnotherVersionIsMovedOnlyWhereThatIsAskedFor() {
    give("Recorded", 1, "");
    assertThat(problem(give("Recorded", 3, ""), 409))
        .contains("Version 1 of “intro” has the label “Recorded”");
    assertThat(problem(give("Recorded", 3, ",\"move\":false"), 409)).contains("Version 1");
    assertThat(labels()).isEqualTo("1 Recorded\n");
    assertThat(give("Recorded", 3, ",\"move\":true").status()).isEqualTo(201);
    assertThat(give("Recorded", 3, ",\"move\":true").status()).isEqualTo(200);
    assertThat(give("New", 2, ",\"move\":true").status()).isEqualTo(201);
    assertThat(labels()).isEqualTo("3 Recorded\n2 New\n");
  }

  @Test
  void aLabelIsTakenAwayByItsNameWhateverItsCharacters() {
    for (String name : new String[] {"50 %", "a/b", "..", "ü & é", "x?y#z"}) {
      assertThat(give(name, 1, "").status()).as(name).isEqualTo(201);
      assertThat(remove(name).status()).as(name).isEqualTo(204);
    }
    assertThat(labels()).isEmpty();
    assertThat(problem(remove("Recorded"), 404))
        .contains("No version of “intro” has the label “Recorded”");
    assertThat(problem(server.send("DELETE", LABELS, new byte[0]), 400)).contains("name");
  }

  @Test
  void whatCannotBeALabelIsRefusedWithTheReason() {
    invalid(give("", 1, ""), "name");
    invalid(give("x".repeat(101), 1, ""), "name");
    invalid(give("two\\nlines", 1, ""), "name");
    invalid(give("Recorded", 0, ""), "version_number");
    invalid(server.post(LABELS, "{\"version_number\":1}"), "name");
    invalid(server.post(LABELS, "{\"name\":\"x\"}"), "version_number");
    invalid(give("Recorded", 1, ",\"moved\":true"), "moved");
    invalid(give("Recorded", 1, ",\"move\":1"), "move");
    assertThat(problem(give("Recorded", 4, ""), 404)).contains("its versions are 1 to 3");
    assertThat(server.get("/api/v1/scripts/other/labels").status()).isEqualTo(404);
    assertThat(labels()).isEmpty();
  }
}
