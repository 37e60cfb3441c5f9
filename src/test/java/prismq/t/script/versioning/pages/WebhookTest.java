package prismq.t.script.versioning.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.access.Right;
import prismq.t.script.versioning.account.Role;

class WebhookTest {
  private static final Path HELP = Path.of("src/main/resources/help/review.md");

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
  private HttpServer receiver;
  private Site site;
  private Team team;
  private Visitor visitor;

  /** What the receiver was sent. */
  private record Received(String id, String timestamp, String signature, String body) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }
  }

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          received.add(
              new Received(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          @Nullable Integer status = answers.poll();
          exchange.sendResponseHeaders(status == null ? 204 : status, -1);
          exchange.close();
        });
    receiver.start();
    site = Site.open(folder);
    team = Team.on(site);
    team.add("reader", Role.EDITOR);
    visitor = team.signedIn("reader");
    site.script("intro", "The bridge hums.\n");
  }

  @AfterEach
  void close() {
    receiver.stop(0);
    site.close();
  }

  /** Adds the receiver; its secret. */
  private String added() {
    Form form =
        new Form().with("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    Answer answer = visitor.post("/notifications/webhooks", form);
    assertThat(answer.status()).isEqualTo(201);
    String secret = answer.all("value=\"(whsec_[^\"]+)\"").get(0);
    assertThat(visitor.get("/notifications/webhooks").html()).doesNotContain(secret);
    return secret;
  }

  private Received next() throws InterruptedException {
    Received next = received.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("what is received").isNotNull();
    return next;
  }

  private void act(String action) {
    visitor.post(
        "/notifications/webhooks/1", new Form().with("action", action).with("delivery", "1"));
  }

  private String shownWith(String words) throws InterruptedException {
    String shown = "";
    for (int tries = 0; tries < 100 && !shown.contains(words); tries++) {
      Thread.sleep(50);
      shown = visitor.get("/notifications/webhooks").text();
    }
    assertThat(shown).contains(words);
    return shown;
  }

  @Test
  void whatSomebodyIsToldIsSentSignedAsTheHelpChecksIt(@TempDir Path work) throws Exception {
    String secret = added();
    visitor.post("/scripts/intro/watch", new Form().with("level", "all").with("mail", "yes"));
    team.signedIn(Role.ADMIN)
        .post(
            "/scripts/intro/versions/1/comments",
            new Form().with("first_line", "1").with("body", "Why “hums”?"));
    Received sent = next();
    if (sent.json().path("type").asText().equals("version")) {
      // Of the version before it was watched, as long as nobody was told of it yet.
      sent = next();
    }
    assertThat(sent.json().path("type").asText()).isEqualTo("thread");
    JsonNode data = sent.json().path("data");
    assertThat(data.path("script_id").asText()).isEqualTo("intro");
    assertThat(data.path("body").asText()).isEqualTo("Why “hums”?");
    assertThat(data.path("url").asText()).startsWith(Site.BASE_URL + "/scripts/intro/");
    assertThat(isGenuine(work, secret, sent, sent.body)).isTrue();
    assertThat(isGenuine(work, secret, sent, sent.body + " ")).isFalse();
  }

  private static boolean isGenuine(Path work, String secret, Received sent, String body)
      throws Exception {
    String help = Files.readString(HELP);
    int start = help.indexOf("```python\n") + 10;
    String check = help.substring(start, help.indexOf("```", start));
    Path program = work.resolve("check.py");
    Files.writeString(
        program,
        check
            + """

            import sys
            secret, message, timestamp, signature, body = sys.argv[1:]
            headers = {"webhook-id": message, "webhook-timestamp": timestamp,
                       "webhook-signature": signature}
            sys.exit(0 if is_genuine(secret, headers, body) else 9)
            """);
    Process python =
        new ProcessBuilder(
                List.of(
                    "python3",
                    program.toString(),
                    secret,
                    sent.id,
                    sent.timestamp,
                    sent.signature,
                    body))
            .start();
    int status = python.waitFor();
    assertThat(status).isIn(0, 9);
    return status == 0;
  }

  @Test
  void whatIsNotTakenIsTriedAgainUnderTheSameId() throws Exception {
    added();
    answers.add(500);
    act("try");
    Received first = next();
    shownWith("Waiting");
    assertThat(next().id).isEqualTo(first.id);
    assertThat(shownWith("Taken")).contains("Attempt 2: answered 204");
  }

  @Test
  void whatIsGivenUpIsSentAgainByHand() throws Exception {
    added();
    answers.add(410);
    act("try");
    next();
    assertThat(shownWith("Given up")).contains("answered 410");
    act("resend");
    next();
    shownWith("Taken");
  }

  @Test
  void whatMayNotBeReadAnyMoreIsNotSent() throws Exception {
    added();
    String thread =
        visitor
            .post(
                "/scripts/intro/versions/1/comments",
                new Form().with("first_line", "1").with("body", "Why?"))
            .header("Location")
            .replaceFirst(".*#thread-", "");
    answers.add(500);
    team.signedIn(Role.ADMIN)
        .post(
            "/scripts/intro/threads/" + thread + "/comments",
            new Form().with("version", "1").with("body", "Zanzibar"));
    assertThat(next().body).contains("Zanzibar");
    team.give(team.accounts().find("admin@example.org").orElseThrow(), "intro", Right.MANAGE);
    team.restrict("intro");
    shownWith("not sent, because it may not be read any more");
    assertThat(received).isEmpty();
  }

  @Test
  void severalThatWereGivenUpAreSentAgainTogether() throws Exception {
    added();
    answers.addAll(List.of(410, 410));
    act("try");
    next();
    shownWith("Given up");
    act("try");
    next();
    shownWith("Send all again");
    act("resend_all");
    next();
    next();
    assertThat(visitor.get("/notifications/webhooks").text()).doesNotContain("Send all again");
  }

  @Test
  void anotherSecretReplacesTheOneBefore(@TempDir Path work) throws Exception {
    String before = added();
    Answer renewed = visitor.post("/notifications/webhooks/1", new Form().with("action", "renew"));
    String after = renewed.all("value=\"(whsec_[^\"]+)\"").get(0);
    act("try");
    Received sent = next();
    assertThat(isGenuine(work, after, sent, sent.body)).isTrue();
    assertThat(isGenuine(work, before, sent, sent.body)).isFalse();
    assertThat(team.signedIn(Role.ADMIN).get("/audit").text())
        .contains("Added a webhook", "Made another secret of a webhook");
  }

  @Test
  void nobodyElsesWebhookIsTouched() {
    String secret = added();
    Visitor other = team.signedIn(Role.ADMIN);
    for (String action : List.of("remove", "renew", "resend_all", "resend")) {
      assertThat(
              other.post("/notifications/webhooks/1", new Form().with("action", action)).status())
          .as(action)
          .isEqualTo(404);
    }
    Answer tried = other.post("/notifications/webhooks/1", new Form().with("action", "try"));
    assertThat(tried.status()).isEqualTo(404);
    assertThat(other.get("/notifications/webhooks").html()).doesNotContain("127.0.0.1", secret);
    assertThat(visitor.get("/notifications/webhooks").html()).contains("127.0.0.1");
  }

  @Test
  void whatIsNoAddressIsNotAdded() {
    for (String url :
        List.of("", "ftp://a.b", "http://", "https://u:p@a.b/", "javascript:1", "http://a b")) {
      Answer answer = visitor.post("/notifications/webhooks", new Form().with("url", url));
      assertThat(answer.status()).as(url).isEqualTo(422);
    }
  }
}
