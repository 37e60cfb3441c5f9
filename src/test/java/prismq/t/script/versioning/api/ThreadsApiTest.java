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

class ThreadsApiTest {
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

  /** Makes a script with these versions. */
  private static String script(String scriptId, String... versions) {
    server.createScript(scriptId);
    for (String text : versions) {
      server.save(scriptId, text);
    }
    return ApiUrls.script(scriptId);
  }

  private static Answer comment(String script, int version, String more) {
    return server.post(
        script + "/versions/" + version + "/threads",
        "{" + more + ",\"body\":\"Who did?\",\"author\":\"Ann\"}");
  }

  private static JsonNode commented(String script, int version, String quote) {
    Answer answer = comment(script, version, "\"quote\":" + written(quote));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static JsonNode only(String script, int version) {
    JsonNode threads = threads(script, version, "");
    assertThat(threads).hasSize(1);
    return threads.get(0);
  }

  private static JsonNode threads(String script, int version, String query) {
    Answer answer = server.get(script + "/versions/" + version + "/threads" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().path("threads");
  }

  private static String place(JsonNode thread) {
    return thread.path("state").asText() + ": " + thread.path("text").asText();
  }

  @Test
  void aCommentStaysWithItsWordsThroughAllVersions() {
    String script =
        script(
            "carried",
            HUM + CALLS + RAIL,
            "😀 " + HUM + CALLS.replace("telephoned", "called") + RAIL,
            HUM + RAIL,
            HUM + CALLS + RAIL);
    JsonNode started = commented(script, 1, "telephoned the police");
    assertThat(started.path("state").asText()).isEqualTo("here");
    assertThat(started.path("range").path("start").asInt())
        .isEqualTo((HUM + "Some of them ").length());
    assertThat(started.path("comments").get(0).path("body").asText()).isEqualTo("Who did?");
    assertThat(place(only(script, 2))).isEqualTo("edited: called the police");
    assertThat(only(script, 2).path("range").path("start").asInt())
        .isEqualTo((HUM + "Some of them ").length() + 2);
    assertThat(place(only(script, 3))).isEqualTo("gone: null");
    assertThat(only(script, 3).path("range").isNull()).isTrue();
    assertThat(only(script, 3).path("gone_in").asInt()).isEqualTo(3);
    assertThat(place(only(script, 4))).isEqualTo("back: telephoned the police");
    assertThat(threads(script, 4, "?state=back")).hasSize(1);
    assertThat(threads(script, 4, "?state=gone")).isEmpty();
    problem(server.get(script + "/versions/4/threads?state=lost"), 400);
  }

  @Test
  void aThreadIsAnsweredResolvedAndReopened() {
    String script = script("answered", HUM + CALLS);
    long id = commented(script, 1, "a strange noise").path("thread_id").asLong();
    String thread = script + "/threads/" + id;
    Answer reply = server.post(thread + "/comments", "{\"body\":\"I did.\",\"author\":\"Writer\"}");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().path("author").asText()).isEqualTo("Writer");
    assertThat(server.post(thread + "/resolve", "{}").json().path("resolved").asBoolean()).isTrue();
    JsonNode resolved = server.send("POST", thread + "/resolve", new byte[0]).json();
    assertThat(resolved.path("resolved").asBoolean()).isTrue();
    assertThat(resolved.path("comments")).hasSize(2);
    JsonNode reopened = server.post(thread + "/reopen", "{\"author\":\"Ann\"}").json();
    assertThat(reopened.path("resolved").asBoolean()).isFalse();
    String comment = thread + "/comments/" + reply.json().path("comment_id").asLong();
    Answer edited =
        server.send(
            "PATCH",
            comment,
            "{\"body\":\"She did.\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "Content-Type",
            "application/json");
    assertThat(edited.json().path("body").asText()).isEqualTo("She did.");
    assertThat(edited.json().path("edited_at").asText()).endsWith("Z");
    assertThat(server.send("DELETE", comment, new byte[0]).status()).isEqualTo(204);
    assertThat(only(script, 1).path("comments").get(1).path("body").isNull()).isTrue();
  }

  @Test
  void aVersionSaysWhichThreadsItAnswersAndLeavesThemOpen() {
    String script = script("addressed", HUM + CALLS);
    long id = commented(script, 1, "telephoned").path("thread_id").asLong();
    String more = ",\"addressed_by\":[" + id + "]";
    Answer saved =
        server.post(script + "/versions", version(HUM + CALLS.replace("police", "mayor"), more));
    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    JsonNode thread = only(script, 2);
    assertThat(thread.path("addressed_by").toString()).isEqualTo("[2]");
    assertThat(thread.path("resolved").asBoolean()).isFalse();
    invalid(
        server.post(script + "/versions", version("x", ",\"addressed_by\":[999]")), "addressed_by");
    assertThat(server.get(script + "/versions/3").status()).isEqualTo(404);
  }

  @Test
  void whatCannotBeCommentedOnIsRefusedInASentence() {
    String script = script("refused", "the bell and the bell\n", "");
    invalid(comment(script, 1, "\"quote\":\"the bell\""), "quote");
    invalid(comment(script, 1, "\"quote\":\"no bell\""), "quote");
    invalid(comment(script, 1, "\"quote\":\" \""), "quote");
    invalid(comment(script, 1, "\"quote\":\"and\",\"start\":1"), "quote");
    invalid(comment(script, 1, "\"start\":5,\"end\":5"), "end");
    invalid(comment(script, 1, "\"start\":5"), "end");
    invalid(comment(script, 1, "\"start\":5,\"end\":500"), "end");
    invalid(comment(script, 1, "\"start\":-1,\"end\":5"), "start");
    invalid(comment(script, 2, "\"start\":0,\"end\":1"), "start");
    String threads = script + "/versions/1/threads";
    invalid(
        server.post(threads, "{\"start\":0,\"end\":3,\"body\":\" \",\"author\":\"A\"}"), "body");
    invalid(server.post(threads, "{\"start\":0,\"end\":3,\"body\":\"b\"}"), "author");
    invalid(
        server.post(
            threads,
            "{\"start\":0,\"end\":3,\"author\":\"A\",\"body\":\"" + "x".repeat(20_001) + "\"}"),
        "body");
    problem(comment(script, 9, "\"start\":0,\"end\":1"), 404);
    assertThat(threads(script, 1, "")).isEmpty();
  }

  @Test
  void aThreadOfAnotherScriptIsNotThere() {
    String script = script("mine", HUM);
    String other = script("other", HUM);
    long id = commented(other, 1, "bridge").path("thread_id").asLong();
    String body = "{\"body\":\"b\",\"author\":\"A\"}";
    String foreign =
        problem(server.post(script + "/threads/" + id + "/comments", body), 404)
            .replace(Long.toString(id), "n");
    String missing =
        problem(server.post(script + "/threads/99999/comments", body), 404).replace("99999", "n");
    assertThat(foreign).isEqualTo(missing);
    problem(server.post(script + "/threads/x/resolve", "{}"), 404);
  }

  @Test
  void aQuoteIsFoundOverLineEndsAndWidenedToWholeCharacters() {
    String script = script("characters", "cafe\u0301 au lait\r\nder Weg\r\n", "cafe\u0301 noir\n");
    assertThat(commented(script, 1, "lait\nder").path("quote").asText()).isEqualTo("lait\r\nder");
    Answer cut = comment(script, 1, "\"start\":3,\"end\":4");
    assertThat(cut.json().path("quote").asText()).isEqualTo("e\u0301");
  }

  @Test
  void draftsAreSentTogetherAndAreNoThreadsBefore() {
    String script = script("drafts", HUM + CALLS);
    String drafts = script + "/comment-drafts";
    long thread = commented(script, 1, "the noise").path("thread_id").asLong();
    Answer kept =
        server.post(
            drafts,
            "{\"version_number\":1,\"quote\":\"a bridge\",\"body\":\"Which?\",\"author\":\"Ann\"}");
    assertThat(kept.status()).as(kept.text()).isEqualTo(201);
    assertThat(kept.json().path("quote").asText()).isEqualTo("a bridge");
    server.post(drafts, "{\"thread_id\":" + thread + ",\"body\":\"The hum.\",\"author\":\"Ann\"}");
    Answer third =
        server.post(drafts, "{\"thread_id\":" + thread + ",\"body\":\"No.\",\"author\":\"Ann\"}");
    long discarded = third.json().path("comment_draft_id").asLong();
    assertThat(server.send("DELETE", drafts + "/" + discarded, new byte[0]).status())
        .isEqualTo(204);
    assertThat(problem(server.send("DELETE", drafts + "/" + discarded, new byte[0]), 404))
        .isNotEmpty();
    assertThat(server.get(drafts).json().path("drafts")).hasSize(2);
    assertThat(only(script, 1).path("comments")).hasSize(1);
    Answer sent = server.post(drafts + "/send", "");
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    assertThat(sent.json().path("thread_ids")).hasSize(1);
    assertThat(sent.json().path("replies").asInt()).isEqualTo(1);
    assertThat(threads(script, 1, "")).hasSize(2);
    assertThat(server.get(drafts).json().path("drafts")).isEmpty();
    Answer both =
        server.post(
            drafts, "{\"version_number\":1,\"thread_id\":1,\"body\":\"b\",\"author\":\"Ann\"}");
    assertThat(both.status()).isEqualTo(422);
  }

  @Test
  void commentsAreWebAnnotationsOfTheirWords() {
    String script = script("annotated", HUM + CALLS, HUM + RAIL + CALLS, HUM + RAIL);
    long thread = commented(script, 1, "telephoned the police").path("thread_id").asLong();
    server.post(
        script.replace("/versions", "") + "/threads/" + thread + "/comments",
        "{\"body\":\"A *clerk*.\",\"author\":\"Ben\"}");
    Answer answer = server.get(script + "/versions/2/threads.jsonld");
    assertThat(answer.header("Content-Type"))
        .startsWith("application/ld+json")
        .contains("anno.jsonld");
    JsonNode collection = answer.json();
    assertThat(collection.path("@context").asText()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
    assertThat(collection.path("type").asText()).isEqualTo("AnnotationCollection");
    assertThat(collection.path("total").asInt()).isEqualTo(2);
    JsonNode first = collection.path("first").path("items").get(0);
    assertThat(first.path("motivation").asText()).isEqualTo("commenting");
    assertThat(first.path("creator").path("name").asText()).isEqualTo("Ann");
    assertThat(first.path("body").path("value").asText()).isEqualTo("Who did?");
    for (int target = 0; target < 2; target++) {
      String text = target == 0 ? HUM + CALLS : HUM + RAIL + CALLS;
      JsonNode found = first.path("target").get(target);
      assertThat(found.path("source").asText()).endsWith("/versions/" + (target + 1));
      JsonNode position = found.path("selector").get(1);
      assertThat(text.substring(position.path("start").asInt(), position.path("end").asInt()))
          .isEqualTo("telephoned the police")
          .isEqualTo(found.path("selector").get(0).path("exact").asText());
    }
    JsonNode reply = collection.path("first").path("items").get(1);
    assertThat(reply.path("motivation").asText()).isEqualTo("replying");
    assertThat(reply.path("target").asText()).isEqualTo(first.path("id").asText());
    JsonNode gone =
        server.get(script + "/versions/3/threads.jsonld").json().path("first").path("items").get(0);
    assertThat(gone.path("target")).hasSize(1);
  }
}
