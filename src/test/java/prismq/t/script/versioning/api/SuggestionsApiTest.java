package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.invalid;
import static prismq.t.script.versioning.api.ApiServer.problem;
import static prismq.t.script.versioning.api.ApiServer.version;
import static prismq.t.script.versioning.api.ApiServer.written;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class SuggestionsApiTest {
  private static final String HUM = "One night in June a bridge began to make a strange noise.\n\n";
  private static final String CALLS = "Some of them telephoned the police about the noise.\n\n";
  private static final String RAIL = "The old slats of the railing were as wide as a hand.\n";

  @TempDir static Path folder;
  private static ApiServer server;

  @BeforeAll
  static void start() {
    server = new ApiServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String script(String scriptId, String... versions) {
    server.createScript(scriptId);
    for (String text : versions) {
      server.save(scriptId, text);
    }
    return ApiUrls.script(scriptId);
  }

  private static Answer suggest(String script, int version, String more) {
    return server.post(
        script + "/versions/" + version + "/suggestions", "{" + more + ",\"author\":\"Ann\"}");
  }

  private static long suggested(String script, int version, String quote, String replacement) {
    Answer answer =
        suggest(
            script,
            version,
            "\"quote\":" + written(quote) + ",\"replacement\":" + written(replacement));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("suggestion_id").asLong();
  }

  private static JsonNode accept(String script, String ids) {
    Answer answer =
        server.post(
            script + "/suggestions/accept",
            "{\"suggestion_ids\":[" + ids + "],\"author\":\"Ben\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode listed(String script, String version, String query) {
    Answer answer = server.get(script + "/versions/" + version + "/suggestions" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("suggestions");
  }

  private static String text(String script, String version) {
    return server.get(script + "/versions/" + version).json().path("content").asText();
  }

  @Test
  void anAcceptedSuggestionIsAVersionByWhoSuggestedIt() {
    String script = script("accepted", HUM + CALLS, "Hello.\n\n" + HUM + CALLS + RAIL);
    long id = suggested(script, 1, "telephoned the police", "rang the police");
    JsonNode open = listed(script, "latest", "?state=open").get(0);
    assertThat(open.path("quote").asText()).isEqualTo("telephoned the police");
    assertThat(open.path("range").path("start").asInt())
        .isEqualTo(("Hello.\n\n" + HUM + "Some of them ").length());
    assertThat(text(script, "latest")).contains("telephoned").doesNotContain("rang the");
    JsonNode done = accept(script, "" + id);
    JsonNode version = done.path("versions").get(0);
    assertThat(done.path("left_open")).isEmpty();
    assertThat(version.path("version_number").asInt()).isEqualTo(3);
    assertThat(version.path("author").asText()).isEqualTo("Ann");
    assertThat(version.path("metadata").path("accepted_by").asText()).isEqualTo("Ben");
    assertThat(version.path("metadata").path("suggestions").toString()).isEqualTo("[" + id + "]");
    assertThat(text(script, "3"))
        .isEqualTo("Hello.\n\n" + HUM + CALLS.replace("telephoned", "rang") + RAIL);
    JsonNode decided = listed(script, "3", "?state=accepted").get(0);
    assertThat(decided.path("accepted_in").asInt()).isEqualTo(3);
    assertThat(decided.path("decided_by").asText()).isEqualTo("Ben");
    assertThat(listed(script, "3", "?state=open")).isEmpty();
    assertThat(accept(script, "" + id).path("left_open").get(0).path("detail").asText())
        .contains("already accepted, in v3");
    problem(server.get(script + "/versions/3/suggestions?state=lost"), 400);
  }

  @Test
  void whatOverlapsAnAcceptedSuggestionIsLeftOpenAndSaid() {
    String script = script("overlap", HUM + CALLS);
    long first = suggested(script, 1, "a strange noise", "a strange sound");
    long second = suggested(script, 1, "strange noise", "loud note");
    JsonNode done = accept(script, first + "," + second);
    assertThat(done.path("versions")).hasSize(1);
    JsonNode left = done.path("left_open").get(0);
    assertThat(left.path("suggestion_id").asLong()).isEqualTo(second);
    assertThat(left.path("detail").asText())
        .contains("overlaps suggestion " + first + ", which was accepted in v2");
    assertThat(accept(script, "" + second).path("left_open").get(0).path("detail").asText())
        .contains("overlaps suggestion " + first + ", which was accepted in v2");
    assertThat(text(script, "latest")).contains("a strange sound").doesNotContain("loud");
    assertThat(listed(script, "2", "?state=open")).hasSize(1);
  }

  @Test
  void whatHasNoPlaceAnyMoreIsSaidAndNeverDone() {
    String script = script("placeless", HUM + CALLS + RAIL, HUM + RAIL);
    long id = suggested(script, 1, "telephoned the police", "rang the police");
    assertThat(listed(script, "2", "?state=no_place")).hasSize(1);
    assertThat(accept(script, "" + id).path("left_open").get(0).path("detail").asText())
        .contains("gone since v2");
    assertThat(text(script, "latest")).isEqualTo(HUM + RAIL);
  }

  @Test
  void aRejectedSuggestionKeepsWhoAndWhy() {
    String script = script("rejected", HUM);
    long id = suggested(script, 1, "strange", "odd");
    String body = "{\"suggestion_ids\":[" + id + "],\"reason\":\"Too short.\",\"author\":\"Ben\"}";
    JsonNode rejected = server.post(script + "/suggestions/reject", body).json();
    assertThat(rejected.path("suggestions").get(0).path("state").asText()).isEqualTo("rejected");
    assertThat(rejected.path("suggestions").get(0).path("decision_reason").asText())
        .isEqualTo("Too short.");
    assertThat(accept(script, "" + id).path("left_open").get(0).path("detail").asText())
        .contains("already rejected");
    problem(server.post(script + "/suggestions/reject", "{\"suggestion_ids\":[999]}"), 404);
  }

  @Test
  void badSuggestionsAreRefusedInWords() {
    String script = script("refused", HUM);
    String quote = "\"quote\":\"strange\"";
    invalid(suggest(script, 1, quote + ",\"replacement\":\"strange\""), "replacement");
    invalid(suggest(script, 1, quote), "replacement");
    invalid(suggest(script, 1, "\"quote\":\"a\",\"replacement\":\"b\""), "quote");
    invalid(suggest(script, 1, "\"start\":5,\"end\":5,\"replacement\":\"b\""), "end");
    invalid(suggest(script, 1, quote + ",\"replacement\":\"\\u0000\""), "replacement");
    invalid(
        suggest(script, 1, quote + ",\"replacement\":" + written("x".repeat(100_001))),
        "replacement");
    Answer large = suggest(script, 1, quote + ",\"replacement\":" + written("ü".repeat(60_000)));
    problem(large, 413);
    problem(suggest(script, 9, quote + ",\"replacement\":\"odd\""), 404);
    invalid(
        server.post(script + "/suggestions/accept", "{\"suggestion_ids\":[]}"), "suggestion_ids");
    problem(server.post(script + "/suggestions/accept", "{\"suggestion_ids\":[999]}"), 404);
    assertThat(listed(script, "1", "")).isEmpty();
  }

  @Test
  void aBaseThatIsNoLongerTheHeadIsRefused() {
    String script = script("stale", HUM, HUM + CALLS);
    long id = suggested(script, 1, "strange", "odd");
    String body = "{\"suggestion_ids\":[" + id + "],\"base_version\":%d}";
    problem(server.post(script + "/suggestions/accept", body.formatted(1)), 409);
    assertThat(text(script, "latest")).contains("strange");
    Answer accepted =
        server.post(script + "/versions/latest/suggestions/accept", body.formatted(2));
    assertThat(accepted.json().path("versions")).hasSize(1);
    assertThat(text(script, "latest")).isEqualTo(HUM.replace("strange", "odd") + CALLS);
  }

  @Test
  void aPushedTextIsTakenApartIntoOneSuggestionForEachChange() {
    String script = script("pushed", HUM + CALLS + RAIL);
    String wanted =
        HUM.replace("strange", "odd") + CALLS + RAIL.replace("wide as a hand", "thin as a ruler");
    String push = ",\"as\":\"suggestion\",\"reasons\":[\"Shorter\",\"Softer\"%s]";
    String more = push.formatted(",\"Rhymes\"");
    invalid(server.post(script + "/versions", version(wanted, push.formatted(""))), "reasons");
    Answer pushed = server.post(script + "/versions", version(wanted, more));
    assertThat(pushed.status()).as(pushed.text()).isEqualTo(201);
    JsonNode made = pushed.json().path("suggestions");
    assertThat(made.findValuesAsText("quote")).containsExactly("strange", "wide", "hand");
    assertThat(made.get(0).path("reason").asText()).isEqualTo("Shorter");
    assertThat(text(script, "latest")).isEqualTo(HUM + CALLS + RAIL);
    String ids = String.join(",", made.findValuesAsText("suggestion_id"));
    assertThat(server.post(script + "/versions", version(wanted, more)).json())
        .isEqualTo(pushed.json());
    assertThat(accept(script, ids).path("versions")).hasSize(1);
    assertThat(text(script, "2")).isEqualTo(wanted);
    invalid(
        server.post(script + "/versions", version(wanted, ",\"as\":\"suggestion\"")), "content");
    invalid(server.post(script + "/versions", version(wanted, ",\"as\":\"letter\"")), "as");
    invalid(server.post(script + "/versions", version(wanted, ",\"reason\":\"Why\"")), "reason");
  }
}
