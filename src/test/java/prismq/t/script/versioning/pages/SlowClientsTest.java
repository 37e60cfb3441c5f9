package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prismq.t.script.versioning.core.text.ScriptText;

class SlowClientsTest {
  /** More than the server has threads. */
  private static final int MANY = 60;

  private static final String FORM =
      "content=two%0A&author=Ann&change_description=Slowly&branch=main&base_version=1";
  private static final String JSON =
      "{\"content\":\"two\\n\",\"author\":\"Ann\",\"change_description\":\"\"}";
  private static final String UPLOAD =
      String.join(
          "\r\n",
          "--edge",
          "Content-Disposition: form-data; name=\"upload\"; filename=\"a.txt\"",
          "",
          "a draft",
          "--edge--",
          "");

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void open() {
    site = Site.open(folder, 3_000_000);
    site.script("intro", "one\n");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static String head(String path, String type, int length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static String form() {
    return head("/scripts/intro/versions", "application/x-www-form-urlencoded", FORM.length());
  }

  private static String call() {
    return head("/api/v1/scripts/intro/versions", "application/json", JSON.length());
  }

  private static String upload() {
    return head("/import", "multipart/form-data; boundary=edge", UPLOAD.length());
  }

  private void othersAreServed() {
    for (String path :
        List.of("/", "/scripts/intro", "/import", "/healthz", "/api/v1/scripts/intro")) {
      assertThat(site.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(site.post("/scripts", new Form().with("title", "Other")).status()).isEqualTo(303);
  }

  @Test
  void halfSentFormsKeepNobodyElseWaiting() throws Exception {
    try (SlowClients slow = new SlowClients(site.port())) {
      slow.send(MANY, form() + FORM.substring(0, 20));
      othersAreServed();
      assertThat(slow.goOn(0, FORM.substring(20))).startsWith("HTTP/1.1 303 ");
      assertThat(slow.goOn(1, FORM.substring(20))).startsWith("HTTP/1.1 409 ");
      assertThat(site.versions().script("intro").latestVersion()).isEqualTo(2);
    }
  }

  @Test
  void halfSentCallsKeepNobodyElseWaiting() throws Exception {
    try (SlowClients slow = new SlowClients(site.port())) {
      slow.send(MANY, call() + JSON.substring(0, 9));
      othersAreServed();
      for (int each = 0; each < 3; each++) {
        assertThat(slow.goOn(each, JSON.substring(9))).startsWith("HTTP/1.1 201 ");
      }
      assertThat(site.versions().script("intro").latestVersion()).isEqualTo(4);
    }
  }

  @Test
  void halfSentUploadsKeepNoOtherUploadWaiting() throws Exception {
    try (SlowClients slow = new SlowClients(site.port())) {
      slow.send(MANY, upload() + UPLOAD.substring(0, 90));
      othersAreServed();
      for (int each : new int[] {0, MANY / 2, MANY - 1}) {
        assertThat(slow.goOn(each, UPLOAD.substring(90)))
            .startsWith("HTTP/1.1 303 ")
            .contains("Location: /import/");
      }
    }
  }

  @Test
  void severalHundredOfAllKindsKeepNobodyElseWaiting() throws Exception {
    try (SlowClients slow = new SlowClients(site.port())) {
      slow.send(100, form())
          .send(100, call() + "{")
          .send(100, upload() + "--edge\r\n")
          .send(100, "GET /scripts/intro HTTP/1.1\r\nHost: local")
          .send(
              100,
              "POST /scripts HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n")
          .send(100, "DELETE /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n");
      assertThat(slow.count()).isEqualTo(600);
      othersAreServed();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/scripts/long/versions/1/content", "/api/v1/scripts/long/versions/1"})
  void clientsThatDoNotReadTheirAnswerKeepNobodyElseWaiting(String path) throws Exception {
    String text = "A line of a long text.\n".repeat(90_000);
    site.versions().createScript("long", "Long");
    site.save("long", ScriptText.of(text));
    try (SlowClients slow = new SlowClients(site.port())) {
      String start = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
      slow.send(MANY, start + "\r\n");
      othersAreServed();
      String answer = slow.goOn(0, "");
      assertThat(answer.lines().findFirst()).contains("HTTP/1.1 200 OK");
      assertThat(answer.split("A line of a long text", -1)).hasSize(90_001);
    }
  }

  @Test
  void aLongBodyArrivesByteForByte() throws IOException {
    String text = "äöü and a line that is sent in many parts.\n".repeat(60_000);
    Answer saved = site.post("/scripts/intro/versions", Form.version(text, "Ann", "A long one", 1));
    assertThat(saved.status()).isEqualTo(303);
    Answer content = site.get("/scripts/intro/versions/2/content");
    assertThat(content.html().equals(text)).isTrue();
  }

  @Test
  void aBodyOverTheLimitIsRefusedWithoutBeingRead() throws Exception {
    for (String head :
        List.of(
            form().replaceFirst("Content-Length: \\d+", "Content-Length: 99999999"),
            call().replaceFirst("Content-Length: \\d+", "Content-Length: 99999999"),
            upload().replaceFirst("Content-Length: \\d+", "Content-Length: 9999999999"))) {
      try (SlowClients slow = new SlowClients(site.port())) {
        assertThat(slow.send(1, head).goOn(0, "")).as(head).startsWith("HTTP/1.1 413 ");
      }
    }
  }

  @Test
  void whoSendsABodyOverTheLimitToItsEndReadsTheWholeAnswer() throws Exception {
    String body = "x".repeat(20_000_000);
    for (String head : List.of(form(), call(), upload())) {
      String declared = head.replaceFirst("Content-Length: \\d+", "Content-Length: 9999999999");
      try (SlowClients slow = new SlowClients(site.port())) {
        String answer = slow.send(1, declared + "first").goOn(0, body);
        assertThat(answer)
            .as(head)
            .startsWith("HTTP/1.1 413 ")
            .contains("Connection: close", "Nothing was saved")
            .endsWith(head.equals(call()) ? "}" : "</html>\n");
      }
    }
  }

  @Test
  void aBodyOfUnknownLengthOverTheLimitIsRefused() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    try (SlowClients slow = new SlowClients(site.port())) {
      String head = call().replaceFirst("Content-Length: \\d+", "Transfer-Encoding: chunked");
      assertThat(slow.send(1, head).goOn(0, chunk.repeat(320)))
          .startsWith("HTTP/1.1 413 ")
          .endsWith("}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1, Cookie: , 431",
    "GET /%zz HTTP/1.1, Content-Length: 20000000, 400",
    "POST /scripts HTTP/1.1, 'Transfer-Encoding: chunked\r\n\r\nno size\r\n', 400"
  })
  void whoSendsToItsEndWhatCannotBeReadReadsTheWholeAnswer(String line, String field, String status)
      throws Exception {
    String start = line + "\r\nHost: localhost\r\n" + field;
    String rest = (start.contains("Length") ? "\r\n\r\n" : "") + "x".repeat(20_000_000);
    try (SlowClients slow = new SlowClients(site.port())) {
      assertThat(slow.send(1, start).goOn(0, rest))
          .startsWith("HTTP/1.1 " + status + " ")
          .endsWith("}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\nHost: localhost\n\n",
        "GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\n\n",
        "POST /scripts HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\n\n"
      })
  void lineFeedsAloneEndNoHeader(String request) throws Exception {
    try (SlowClients slow = new SlowClients(site.port())) {
      assertThat(slow.send(1, "").goOn(0, request)).startsWith("HTTP/1.1 400 ");
    }
  }
}
