package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.problem;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;

class BrokenRequestsTest {
  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aBodyThatIsNotJsonIsRefusedWithItsPlace() {
    assertThat(problem(server.post("/api/v1/scripts", "{\n\"script_id\":\"a\",\n}"), 400))
        .contains("line 3, column 1");
    assertThat(problem(server.post("/api/v1/scripts", "{\"title\":\"a\",\"title\":\"b\"}"), 400))
        .contains("Duplicate field 'title'");
    assertThat(problem(server.post("/api/v1/scripts", "{\"title\":"), 400)).contains("line 1");
    assertThat(problem(server.post("/api/v1/scripts", "{\"title\":[1,"), 400))
        .doesNotContain("Source");
    for (String body : List.of("[]", "null", "7", "\"text\"", "{} {}", " ")) {
      assertThat(problem(server.post("/api/v1/scripts", body), 400)).contains("one JSON object");
    }
  }

  @Test
  void aBodyNestedTooDeeplyIsRefused() {
    assertThat(problem(server.post("/api/v1/scripts", "{\"a\":" + "[".repeat(5_000)), 400))
        .contains("nested too deeply");
  }

  @Test
  void aBodyThatIsNotJsonIsRefusedWithoutTheWordsOfAParser() {
    for (String body : List.of("{bad", "{\"a\" 1}", "{\"a\": tru}", "{\"a\": \"open")) {
      assertThat(problem(server.post("/api/v1/scripts", body), 400))
          .contains("The body is not valid JSON (line 1, column ")
          .doesNotContain("expect", "Unexpected", "code", "token");
    }
  }

  @Test
  void aBodyThatIsNotUtf8IsRefused() {
    byte[] body = "{\"title\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    String[] headers = {"Content-Type", "application/json; charset=iso-8859-1"};
    assertThat(problem(server.send("POST", "/api/v1/scripts", body, headers), 400))
        .contains("not UTF-8");
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    assertThat(problem(server.send("POST", "/api/v1/scripts", body), 415)).contains("Content-Type");
    assertThat(
            problem(
                server.send("POST", "/api/v1/scripts", body, "Content-Type", "text/plain"), 415))
        .contains("application/json");
  }

  @Test
  void anAddressOfNothingIsAProblem() {
    assertThat(problem(server.get("/api/v1/nothing"), 404)).contains("nothing at this address");
    assertThat(problem(server.get("/api/v2/scripts"), 404)).contains("nothing at this address");
  }

  @Test
  void aMethodThatIsNotThereIsRefusedWithThoseThatAre() {
    Answer refused = server.send("DELETE", "/api/v1/scripts", new byte[0]);
    assertThat(problem(refused, 405)).contains("Nothing was saved");
    assertThat(refused.header("Allow")).contains("GET").contains("POST").contains("HEAD");
  }

  @Test
  void aBrokenAddressIsAProblem() {
    for (String path : List.of("/api/v1/scripts/%zz", "/api/v1/scripts/%ff", "/scripts/%zz")) {
      assertThat(
              server.sendRaw(
                  "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json")
          .contains("hexadecimal")
          .doesNotContain("jetty");
    }
    assertThat(
            server.sendRaw(
                "GET /api/v1/scripts/a/versions?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("question mark");
  }

  @Test
  void headersThatAreTooLargeAreAProblem() {
    assertThat(
            server.sendRaw(
                "GET /api/v1/scripts HTTP/1.1\r\nHost: localhost\r\nA: "
                    + "a".repeat(300_000)
                    + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431")
        .contains("too large");
  }

  @Test
  void aRequestByAForeignNameOrSiteIsRefused() {
    assertThat(
            server.sendRaw(
                "GET /api/v1/scripts HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("application/problem+json");
    assertThat(problem(server.post("/api/v1/scripts", "{}", "Sec-Fetch-Site", "cross-site"), 403))
        .contains("another site");
  }
}
