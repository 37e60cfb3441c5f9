package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.invalid;
import static prismq.t.script.versioning.api.ApiServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class BranchesApiTest {
  private static final String BRANCHES = "/api/v1/scripts/intro/branches";

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

  private Answer create(String name, int from) {
    return server.post(BRANCHES, "{\"name\":\"" + name + "\",\"from_version\":" + from + "}");
  }

  private Answer change(String branch, String body) {
    return server.send(
        "PATCH",
        BRANCHES + "/" + branch,
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/json");
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    server
        .get(BRANCHES)
        .json()
        .path("branches")
        .forEach(branch -> names.add(branch.path("name").asText()));
    return names;
  }

  private int saveOn(String branch) {
    return server
        .post("/api/v1/scripts/intro/versions", ApiServer.version("x", on(branch)))
        .json()
        .path("version_number")
        .asInt();
  }

  private static String on(String branch) {
    return ",\"branch\":\"" + branch + "\"";
  }

  @Test
  void aBranchStartsAtAnyVersion() {
    Answer answer =
        server.post(
            BRANCHES,
            "{\"name\":\"dark/end\",\"from_version\":1,\"description\":\"What if she stays?\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo(BRANCHES + "/dark/end");
    JsonNode branch = answer.json();
    assertThat(branch.path("name").asText()).isEqualTo("dark/end");
    assertThat(branch.path("description").asText()).isEqualTo("What if she stays?");
    assertThat(branch.path("head_version").asInt()).isEqualTo(1);
    assertThat(branch.path("origin_version").asInt()).isEqualTo(1);
    assertThat(branch.path("archived_at").isNull()).isTrue();
    assertThat(server.get(answer.header("Location")).json()).isEqualTo(branch);
  }

  @Test
  void theListSaysHowFarEachIsAheadOfTheFirstAndBehindIt() {
    create("dark", 1);
    assertThat(saveOn("dark")).isEqualTo(3);
    assertThat(saveOn("dark")).isEqualTo(4);
    JsonNode branches = server.get(BRANCHES).json().path("branches");
    assertThat(names()).containsExactly("main", "dark");
    assertThat(branches.at("/0/ahead").asInt()).isZero();
    assertThat(branches.at("/1/ahead").asInt()).isEqualTo(2);
    assertThat(branches.at("/1/behind").asInt()).isEqualTo(1);
    assertThat(branches.at("/1/head_version").asInt()).isEqualTo(4);
    assertThat(server.get("/api/v1/scripts/intro").json().path("branches")).isEqualTo(branches);
  }

  @Test
  void aBranchIsRenamedAndFoundByItsNameBefore() {
    create("dark/end", 1);
    Answer answer = change("dark/end", "{\"name\":\"night\",\"description\":\"Darker\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("name").asText()).isEqualTo("night");
    assertThat(server.get(BRANCHES + "/dark/end").json()).isEqualTo(answer.json());
    assertThat(change("night", "{\"description\":\"\"}").json().path("description").asText())
        .isEmpty();
    assertThat(change("night", "{}").json().path("name").asText()).isEqualTo("night");
  }

  @Test
  void nothingIsSavedOnAnArchivedBranchUntilItIsBroughtBack() {
    create("dark", 1);
    assertThat(change("dark", "{\"archived\":true}").json().path("archived_at").isNull()).isFalse();
    Answer refused =
        server.post("/api/v1/scripts/intro/versions", ApiServer.version("x", on("dark")));
    assertThat(problem(refused, 409)).contains("“dark” is archived. Nothing was saved");
    Answer rollback =
        server.post(
            "/api/v1/scripts/intro/rollbacks",
            "{\"to_version\":2,\"author\":\"A\"" + on("dark") + "}");
    assertThat(problem(rollback, 409)).contains("is archived");
    assertThat(change("dark", "{\"archived\":false}").json().path("archived_at").isNull()).isTrue();
    assertThat(saveOn("dark")).isEqualTo(3);
  }

  @Test
  void theFirstBranchIsRenamedAndNotArchivedAndAChangeIsDoneWholeOrNotAtAll() {
    Answer refused = change("main", "{\"name\":\"broadcast\",\"archived\":true}");
    invalid(refused, "archived");
    assertThat(names()).containsExactly("main");
    assertThat(change("main", "{\"name\":\"broadcast\"}").status()).isEqualTo(200);
    assertThat(names()).containsExactly("broadcast");
    assertThat(saveOn("main")).isEqualTo(3);
  }

  @Test
  void aNameThatABranchHasOrHadIsTaken() {
    create("dark", 1);
    change("dark", "{\"archived\":true}");
    assertThat(problem(create("dark", 2), 409))
        .isEqualTo(
            "“intro” already has an archived branch “dark”. Choose another name. Nothing was saved.");
    change("dark", "{\"name\":\"night\"}");
    assertThat(problem(create("dark", 2), 409)).contains("“night” was called “dark” before");
    assertThat(problem(change("main", "{\"name\":\"dark\"}"), 409))
        .contains("“night” was called “dark” before", "Nothing was saved.");
    assertThat(names()).containsExactly("main", "night");
  }

  @Test
  void whatIsOutsideTheRulesIsRefused() {
    for (String name : new String[] {"", "two words", "ending!", "endé", "n".repeat(61), "<b>"}) {
      invalid(create(name, 1), "name");
    }
    invalid(server.post(BRANCHES, "{\"from_version\":1}"), "name");
    invalid(server.post(BRANCHES, "{\"name\":\"dark\"}"), "from_version");
    invalid(server.post(BRANCHES, "{\"name\":\"dark\",\"from_version\":0}"), "from_version");
    invalid(server.post(BRANCHES, "{\"name\":\"dark\",\"from_version\":\"1\"}"), "from_version");
    invalid(server.post(BRANCHES, "{\"name\":\"dark\",\"from_version\":1,\"to\":1}"), "to");
    String tooLong = "\"from_version\":1,\"description\":\"" + "d".repeat(1_001) + "\"}";
    invalid(server.post(BRANCHES, "{\"name\":\"dark\"," + tooLong), "description");
    invalid(change("main", "{\"name\":\"a b\"}"), "name");
    invalid(change("main", "{\"archived\":\"yes\"}"), "archived");
    invalid(change("main", "{\"head_version\":1}"), "head_version");
    assertThat(names()).containsExactly("main");
    assertThat(create("n".repeat(60), 1).status()).isEqualTo(201);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(problem(create("dark", 9), 404)).contains("has no version 9", "Nothing was saved");
    assertThat(problem(change("nope", "{\"archived\":true}"), 404)).contains("it has main");
    assertThat(problem(server.get(BRANCHES + "/nope"), 404)).contains("it has main");
    assertThat(problem(server.get("/api/v1/scripts/other/branches"), 404)).contains("no script");
    assertThat(names()).containsExactly("main");
  }
}
