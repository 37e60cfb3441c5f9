package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportApiTest {
  private static final String REPORT = "/api/v1/scripts/intro/report";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("intro");
    server.save("intro", "The bridge hums.\n");
    server.save("intro", "The old bridge hums.\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyFormatComesWithItsTypeAndAFileName() {
    Map.of(
            "html", "text/html",
            "pdf", "application/pdf",
            "csv", "text/csv",
            "json", "application/json",
            "markdown", "text/markdown")
        .forEach(
            (format, type) -> {
              ApiServer.Answer answer = server.get(REPORT + "?diff=true&format=" + format);
              assertThat(answer.status()).isEqualTo(200);
              assertThat(answer.header("Content-Type")).startsWith(type);
              assertThat(answer.header("Content-Disposition")).contains("intro-history.");
              assertThat(answer.bytes()).isNotEmpty();
            });
  }

  @Test
  void aFormatMayBeCalledInCapitals() {
    assertThat(server.get(REPORT + "?format=PDF").header("Content-Type"))
        .isEqualTo("application/pdf");
  }

  @Test
  void withoutAFormatItIsAPageThatMayUseItsOwnStylesOnly() {
    ApiServer.Answer answer = server.get(REPORT);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "style-src 'sha256-")
        .doesNotContain("unsafe");
  }

  @Test
  void jsonIsAsItIsDescribed() {
    ApiServer.Answer answer = server.get(REPORT + "?format=json&diff=true&texts=true");
    assertThat(answer.json().path("versions")).hasSize(2);
    assertThat(answer.json().at("/versions/1/content").textValue())
        .isEqualTo("The old bridge hums.\n");
    assertThat(answer.json().at("/versions/1/diff").toString())
        .contains("\"type\":\"inserted\",\"text\":\"old \"");
    assertThat(answer.json().at("/versions/0").has("diff")).isFalse();
  }

  @Test
  void whatIsNotThereOrMakesNoSenseIsAProblemThatSaysWhy() {
    assertProblem("?format=docx", 400, "html, pdf, csv, json or markdown");
    assertProblem("?from=yesterday", 400, "2026-03-31");
    assertProblem("?from=2026-02-02&until=2026-02-01", 400, "ends before it starts");
    assertProblem("?from_version=2&to_version=1", 400, "end before they start");
    assertProblem("?from_version=x", 400, "from_version");
    assertProblem("?diff=maybe", 400, "true or false");
    assertProblem("?branch=none", 404, "has no branch");
    assertProblem("?author=Nobody", 404, "has no author");
    assertProblem("?to_version=3", 404, "its versions are 1 to 2");
    assertThat(server.get("/api/v1/scripts/none/report").status()).isEqualTo(404);
  }

  private void assertProblem(String query, int status, String part) {
    ApiServer.Answer answer = server.get(REPORT + query);
    assertThat(answer.status()).as(query).isEqualTo(status);
    assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).contains(part);
  }
}
