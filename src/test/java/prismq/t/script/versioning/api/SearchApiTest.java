package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class SearchApiTest {
  private ApiServer server;

  @BeforeAll
  void open(@TempDir Path folder) {
    server = new ApiServer(folder);
    server.createScript("sea");
    server.save("sea", "The ocean is deep.\n");
    server.save("sea", "The ocean is deep.\n\nOld 🐋 whales sing.\n");
    save("sea", "The sea is deep.\n\nOld 🐋 whales sing.\n", ",\"metadata\":{\"review_score\":90}");
    server.save("sea", "The ocean is deep.\n");
    server.branches().create("sea", "alt", 2);
    save("sea", "Old 🐋 whales sing.\n\nThe end.\n", ",\"branch\":\"alt\"");
    server.createScript("many");
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 45; i++) {
      text.append("Wave ").append(i).append("\n\n");
    }
    server.save("many", text.toString());
  }

  private void save(String script, String content, String more) {
    assertThat(server.post(ApiUrls.versions(script), ApiServer.version(content, more)).status())
        .isEqualTo(201);
  }

  @AfterAll
  void close() {
    server.close();
  }

  private JsonNode search(String query) {
    ApiServer.Answer answer = server.get(address(query));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static String address(String query) {
    return "/api/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  @Test
  void aPassageIsFoundWithItsHitsInCharactersAndWhereItLived() {
    JsonNode found = search("WHALES");
    assertThat(found.path("total").asInt()).isEqualTo(1);
    assertThat(found.path("complete").asBoolean()).isTrue();
    JsonNode result = found.path("results").path(0);
    assertThat(result.path("kind").asText()).isEqualTo("passage");
    assertThat(result.path("passage").asText()).isEqualTo("Old 🐋 whales sing.");
    assertThat(result.path("hits").toString()).isEqualTo("[{\"start\":6,\"end\":12}]");
    assertThat(result.path("came_in").path("version_number").asInt()).isEqualTo(2);
    assertThat(result.path("came_in").path("author").asText()).isEqualTo("Ann");
    assertThat(found.path("authors").toString()).isEqualTo("[{\"author\":\"Ann\",\"count\":1}]");
    assertThat(found.path("scripts").path(0).path("script_id").asText()).isEqualTo("sea");
  }

  @Test
  void aPassageThatCameBackHasItsSpansNewestFirstWithLinksToTheNewest() {
    JsonNode result = search("\"ocean is\"").path("results").path(0);
    assertThat(result.path("version_numbers").toString())
        .isEqualTo("[{\"from\":4,\"to\":4},{\"from\":1,\"to\":2}]");
    JsonNode spans = result.path("spans");
    assertThat(spans.toString())
        .isEqualTo(
            "[{\"branch\":\"main\",\"from_version\":4,\"to_version\":4,\"start\":\"came_back\","
                + "\"removed_in\":null,\"not_taken_by\":[]},{\"branch\":\"main\",\"from_version\":1,\"to_version\":2,"
                + "\"start\":\"came\",\"removed_in\":3,\"not_taken_by\":[{\"version_number\":5,\"branch\":\"alt\"}]}]");
    assertThat(result.path("span_count").asInt()).isEqualTo(2);
    JsonNode urls = result.path("urls");
    assertThat(urls.path("read").asText()).isEqualTo("/scripts/sea/versions/4");
    assertThat(urls.path("came").asText()).isEqualTo("/scripts/sea/compare/3...4");
    assertThat(urls.path("went").isNull()).isTrue();
    assertThat(urls.path("phrase_history").asText())
        .isEqualTo("/scripts/sea/phrase-history?q=The%20ocean%20is%20deep.");
  }

  @Test
  void aBranchHasSpansOfItsOwn() {
    JsonNode spans = search("sing").path("results").path(0).path("spans");
    assertThat(spans.findValuesAsText("branch")).containsExactly("alt", "main");
    assertThat(spans.findValuesAsText("start")).containsExactly("kept", "came");
  }

  @Test
  void aVersionIsFoundByWhatIsSaidAndFieldsAloneListVersions() {
    JsonNode byDescription = search("change script:sea").path("results");
    assertThat(byDescription).hasSize(5);
    assertThat(byDescription.path(0).path("said").path(0).path("field").asText())
        .isEqualTo("change_description");
    JsonNode byScore = search("score:>=90").path("results");
    assertThat(byScore).hasSize(1);
    assertThat(byScore.path(0).path("version").path("version_number").asInt()).isEqualTo(3);
    assertThat(byScore.path(0).path("urls").path("came").asText())
        .isEqualTo("/scripts/sea/compare/2...3");
  }

  @Test
  void titlesAreFound() {
    JsonNode results = search("title").path("results");
    assertThat(results.findValuesAsText("kind")).containsOnly("title");
    assertThat(results.findValuesAsText("script_id")).containsExactlyInAnyOrder("sea", "many");
  }

  @Test
  void nextLeadsThroughAllResultsOnce() {
    List<String> passages = new ArrayList<>();
    String address = "/api/v1/search?q=wave&limit=20";
    int pages = 0;
    while (!address.isEmpty()) {
      JsonNode found = server.get(address).json();
      found.path("results").forEach(result -> passages.add(result.path("passage").asText()));
      address = found.path("next").isNull() ? "" : found.path("next").asText();
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(passages).hasSize(45).doesNotHaveDuplicates();
    assertThat(server.get("/api/v1/search?q=wave&limit=20&page=9").json().path("results"))
        .isEmpty();
  }

  @Test
  void withoutAnythingToSearchForNothingIsFound() {
    assertThat(search("").path("results")).isEmpty();
    assertThat(server.get("/api/v1/search").json().path("total").asInt()).isZero();
    JsonNode signs = search("!!!");
    assertThat(signs.path("hints")).hasSize(1);
    assertThat(search("ocean foo:bar").path("hints").path(0).asText()).contains("“foo:bar”");
    assertThat(search("script:nowhere ocean").path("hints").path(0).asText())
        .isEqualTo("There is no script “nowhere”.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=101", "limit=x", "page=0", "page=-1", "page=99999999999"})
  void numbersOutsideTheirRulesAreRefused(String parameter) {
    ApiServer.problem(server.get("/api/v1/search?q=wave&" + parameter), 400);
  }
}
