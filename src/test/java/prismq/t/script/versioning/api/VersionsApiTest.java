package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;
import static prismq.t.script.versioning.api.ApiServer.invalid;
import static prismq.t.script.versioning.api.ApiServer.problem;
import static prismq.t.script.versioning.api.ApiServer.version;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prismq.t.script.versioning.api.ApiServer.Answer;
import prismq.t.script.versioning.core.text.ContentHash;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.core.text.TextEncoding;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;

class VersionsApiTest {
  private static final String VERSIONS = "/api/v1/scripts/intro/versions";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() {
    server = new ApiServer(folder);
    server.createScript("intro");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private int latest() {
    return server.get("/api/v1/scripts/intro").json().path("latest_version_number").asInt();
  }

  @Test
  void aSavedVersionIsAnsweredWithAllThatIsKnownOfIt() {
    Answer saved =
        server.post(
            VERSIONS,
            version(
                "Two words\r\n",
                ",\"branch\":\"main\",\"base_version\":null,\"created_at\":\"2026-01-31T13:00:00+01:00\","
                    + "\"metadata\":{\"review_score\":87.5,\"tags\":[\"a\",null]}"));
    assertThat(saved.status()).isEqualTo(201);
    assertThat(saved.header("Location")).isEqualTo(VERSIONS + "/1");
    JsonNode json = saved.json();
    assertThat(json.path("version_number").asInt()).isEqualTo(1);
    assertThat(json.path("created_at").asText()).isEqualTo("2026-01-31T12:00:00.000Z");
    assertThat(json.path("content_hash").asText())
        .isEqualTo(ContentHash.of("Two words\r\n".getBytes(StandardCharsets.UTF_8)).hex());
    assertThat(json.path("size_bytes").asInt()).isEqualTo(11);
    assertThat(json.path("words").asInt()).isEqualTo(2);
    assertThat(json.path("metadata").toString())
        .isEqualTo("{\"review_score\":87.5,\"tags\":[\"a\",null]}");
  }

  @Test
  void aTextThatEqualsTheHeadIsSavedAllTheSame() {
    server.save("intro", "same");
    assertThat(server.save("intro", "same").path("version_number").asInt()).isEqualTo(2);
    assertThat(server.save("intro", "").path("version_number").asInt()).isEqualTo(3);
    assertThat(server.get(VERSIONS + "/3").json().path("content").asText()).isEmpty();
  }

  @Test
  void aStaleBaseVersionIsRefusedWithTheHead() {
    server.save("intro", "one");
    server.save("intro", "two");
    Answer refused = server.post(VERSIONS, version("mine", ",\"base_version\":1"));
    assertThat(problem(refused, 409))
        .contains("Version 1 is no longer the latest on main; version 2 is.");
    assertThat(refused.json().path("head_version").asInt()).isEqualTo(2);
    assertThat(latest()).isEqualTo(2);
    assertThat(server.post(VERSIONS, version("mine", ",\"base_version\":2")).status())
        .isEqualTo(201);
  }

  @Test
  void aFirstVersionThatCountsOnBeingTheFirstIsRefusedWhereItIsNot() {
    String first = version("one", ",\"base_version\":0");
    assertThat(server.post(VERSIONS, first).status()).isEqualTo(201);
    Answer refused = server.post(VERSIONS, first);
    assertThat(problem(refused, 409))
        .isEqualTo(
            "Meanwhile the first version was saved on main; the latest is version 1. Nothing was saved.");
    assertThat(refused.json().path("head_version").asInt()).isEqualTo(1);
    assertThat(latest()).isEqualTo(1);
    assertThat(problem(server.post(VERSIONS, version("a", ",\"base_version\":2")), 409))
        .contains("Version 2 is not the latest on main; version 1 is.");
  }

  @Test
  void aRequestRepeatedWithItsKeySavesOnce() {
    Answer first = server.post(VERSIONS, version("one"), "Idempotency-Key", "key 1");
    Answer second = server.post(VERSIONS, version("one"), "Idempotency-Key", "key 1");
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(problem(server.post(VERSIONS, version("two"), "Idempotency-Key", "key 1"), 422))
        .contains("version 1");
    invalid(
        server.post(VERSIONS, version("two"), "Idempotency-Key", "k".repeat(201)),
        "Idempotency-Key");
    assertThat(latest()).isEqualTo(1);
  }

  @Test
  void aFieldOutsideTheRulesIsRefusedByName() {
    String rest = "\"author\":\"Ann\",\"change_description\":\"c\"}";
    invalid(server.post(VERSIONS, "{" + rest), "content");
    invalid(server.post(VERSIONS, "{\"content\":null," + rest), "content");
    invalid(server.post(VERSIONS, "{\"content\":7," + rest), "content");
    invalid(server.post(VERSIONS, "{\"content\":\"a\\ud83d\"," + rest), "content");
    invalid(server.post(VERSIONS, "{\"content\":\"a\\u0000\"," + rest), "content");
    invalid(server.post(VERSIONS, "{\"content\":\"a\",\"change_description\":\"c\"}"), "author");
    invalid(server.post(VERSIONS, "{\"content\":\"a\",\"author\":\"Ann\"}"), "change_description");
    invalid(
        server.post(
            VERSIONS, "{\"content\":\"a\",\"author\":\"A\\nB\",\"change_description\":\"c\"}"),
        "author");
    invalid(server.post(VERSIONS, version("a", ",\"base_verison\":1")), "base_verison");
    for (String number : List.of("-1", "1.0", "\"1\"", "99999999999", "true")) {
      invalid(server.post(VERSIONS, version("a", ",\"base_version\":" + number)), "base_version");
    }
    String future = Instant.now().plus(Duration.ofHours(1)).toString();
    for (String time :
        List.of("yesterday", "2026-01-31T12:00:00", future, "-999999999-01-01T00:00:00Z")) {
      invalid(
          server.post(VERSIONS, version("a", ",\"created_at\":\"" + time + "\"")), "created_at");
    }
    invalid(server.post(VERSIONS, version("a", ",\"created_at\":7")), "created_at");
    invalid(server.post(VERSIONS, version("a", ",\"metadata\":[]")), "metadata");
    invalid(
        server.post(VERSIONS, version("a", ",\"metadata\":{\"review_score\":101}")),
        "metadata.review_score");
    invalid(
        server.post(VERSIONS, version("a", ",\"metadata\":{\"source\":\"x\"}")), "metadata.source");
    assertThat(latest()).isZero();
  }

  @Test
  void whatIsNotThereIsAProblemThatSaysWhatIs() {
    assertThat(problem(server.get(VERSIONS + "/latest"), 404)).contains("no versions yet");
    server.save("intro", "one");
    assertThat(problem(server.get(VERSIONS + "/2"), 404)).contains("only version is 1");
    assertThat(problem(server.get(VERSIONS + "/two"), 404)).contains("“two”");
    assertThat(problem(server.get(VERSIONS + "/0/content"), 404)).contains("only version is 1");
    assertThat(problem(server.get(VERSIONS + "/latest?branch=x"), 404)).contains("it has main");
    assertThat(problem(server.get(VERSIONS + "?branch=x"), 404)).contains("it has main");
    assertThat(problem(server.get("/api/v1/scripts/none/versions"), 404)).contains("“none”");
    assertThat(problem(server.post("/api/v1/scripts/none/versions", version("a")), 404))
        .contains("“none”");
    assertThat(problem(server.post(VERSIONS, version("a", ",\"branch\":\"x\"")), 404))
        .contains("it has main. Nothing was saved.");
  }

  @Test
  void aTextOverTheLimitIsRefusedHoweverItIsSent() {
    String large = "é".repeat(ApiServer.SIZE_LIMIT / 2) + "x";
    Answer refused = server.post(VERSIONS, version(large));
    assertThat(problem(refused, 413)).contains("the limit is 100000");
    assertThat(refused.json().path("field").asText()).isEqualTo("content");
    String request = version("x".repeat(2_000_000));
    assertThat(problem(server.post(VERSIONS, request), 413)).contains("Nothing was saved");
    assertThat(latest()).isZero();
    assertThat(server.save("intro", large.substring(1)).path("size_bytes").asInt())
        .isEqualTo(99_999);
  }

  @Test
  void theNextLinksLeadThroughAllVersionsThatAreAskedFor() {
    for (int n = 1; n <= 11; n++) {
      server.post(VERSIONS, version("text " + n).replace("Ann", n % 2 == 0 ? "Bö & Co" : "Ann"));
    }
    List<Integer> seen = new ArrayList<>();
    String next = VERSIONS + "?author=B%C3%B6%20%26%20Co&q=CHANGE&from=2020-01-01&limit=2";
    while (!next.equals("null")) {
      JsonNode page = server.get(next).json();
      page.path("versions").forEach(version -> seen.add(version.path("version_number").asInt()));
      next = page.path("next").asText();
    }
    assertThat(seen).containsExactly(10, 8, 6, 4, 2);
  }

  @Test
  void filtersNarrowTheListAndOddOnesAreRefused() {
    server.post(VERSIONS, version("a", ",\"created_at\":\"2026-01-30T23:59:59.999Z\""));
    server.post(VERSIONS, version("b", ",\"created_at\":\"2026-01-31T23:59:59.999Z\""));
    server.post(VERSIONS, version("c", ",\"created_at\":\"2026-02-01T00:00:00Z\""));
    assertThat(numbers("?until=2026-01-31")).containsExactly(2, 1);
    assertThat(numbers("?from=2026-01-31")).containsExactly(3, 2);
    assertThat(numbers("?from=2026-02-01T01:00:00%2B01:00")).containsExactly(3);
    assertThat(numbers("?before=3&limit=1")).containsExactly(2);
    assertThat(numbers("?author=none")).isEmpty();
    assertThat(numbers("?q=change+a")).containsExactly(3, 2, 1);
    for (String parameter :
        List.of("limit=0", "limit=501", "before=0", "before=x", "from=x", "until=2026-02-30")) {
      assertThat(problem(server.get(VERSIONS + "?" + parameter), 400))
          .contains("parameter " + parameter.replaceFirst("=.*", ""));
    }
    assertThat(problem(server.get(VERSIONS + "?author=%FF"), 400)).contains("UTF-8");
  }

  private List<Integer> numbers(String query) {
    List<Integer> numbers = new ArrayList<>();
    server
        .get(VERSIONS + query)
        .json()
        .path("versions")
        .forEach(version -> numbers.add(version.path("version_number").asInt()));
    return numbers;
  }

  @Test
  void theExactBytesComeWithTheirHash() {
    String text = "\uFEFFone\r\ntwo 🎬 e\u0301";
    JsonNode saved = server.save("intro", text);
    Answer content = server.get(VERSIONS + "/latest/content", "Accept-Encoding", "gzip");
    String etag = "\"" + saved.path("content_hash").asText() + "\"";
    assertThat(content.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(content.header("ETag")).isEqualTo(etag);
    assertThat(content.header("Content-Type"))
        .isEqualToIgnoringWhitespace("text/plain;charset=utf-8");
    assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(server.get(VERSIONS + "/1/content", "If-None-Match", "\"x\", W/" + etag).status())
        .isEqualTo(304);
    assertThat(server.get(VERSIONS + "/1/content", "If-None-Match", "\"x\"").status())
        .isEqualTo(200);
    JsonNode version = server.get(VERSIONS + "/1?branch=main").json();
    assertThat(version.path("content").asText()).isEqualTo(text);
    assertThat(version.path("content_exact").asBoolean()).isTrue();
  }

  private void save(byte[] bytes, String encoding) {
    try (Database database = Database.open(folder)) {
      ScriptText text = ScriptText.of(bytes, TextEncoding.named(encoding).orElseThrow());
      new VersionManager(database, new IndexWriter())
          .save(NewVersion.builder("intro", text, Author.named("Ann"), "c").build());
    }
  }

  @Test
  void aTextInAnotherEncodingIsAnsweredByItsLettersAndByItsBytes() {
    String text = "The café\r\nwas shut.\n";
    for (String encoding : List.of("windows-1252", "macintosh", "UTF-16LE", "UTF-16BE")) {
      byte[] bytes = text.getBytes(TextEncoding.named(encoding).orElseThrow().charset());
      save(bytes, encoding);
      JsonNode version = server.get(VERSIONS + "/" + latest()).json();
      assertThat(version.path("content").asText()).isEqualTo(text);
      assertThat(version.path("content_exact").asBoolean()).isFalse();
      assertThat(version.path("metadata").path("text_encoding").asText()).isEqualTo(encoding);
      assertThat(version.path("words").asInt()).isEqualTo(4);
      Answer content = server.get(VERSIONS + "/" + latest() + "/content");
      assertThat(content.bytes()).isEqualTo(bytes);
      assertThat(content.header("Content-Type"))
          .isEqualToIgnoringCase("text/plain; charset=" + encoding);
    }
    assertThat(server.get("/api/v1/scripts/intro/diff?from=1&to=3").bytes()).isEmpty();
    assertThat(server.get("/api/v1/search?q=caf%C3%A9").json().path("total").asInt()).isPositive();
    Answer annotations = server.get(VERSIONS + "/3/annotations");
    assertThat(annotations.json().toString()).contains("The café");
  }

  @Test
  void theSameBytesInTwoEncodingsAreTwoTexts() {
    byte[] bytes = {'c', 'a', 'f', (byte) 0x8E, '\n'};
    save(bytes, "macintosh");
    save(bytes, "windows-1252");
    save("café\n".getBytes(StandardCharsets.UTF_8), "UTF-8");
    String diff = "/api/v1/scripts/intro/diff?format=json&from=";
    assertThat(server.get(diff + "1&to=3").json().at("/statistics/words_inserted").asInt())
        .isZero();
    assertThat(server.get(diff + "2&to=3").json().at("/statistics/words_inserted").asInt())
        .isEqualTo(1);
    assertThat(server.get(diff + "1&to=2").json().at("/statistics/words_inserted").asInt())
        .isEqualTo(1);
  }

  @Test
  void aVersionThatIsSentIsInUtf8AndCannotSayOtherwise() {
    Answer answer =
        server.post(VERSIONS, version("A\n", ",\"metadata\":{\"text_encoding\":\"UTF-16LE\"}"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("metadata.text_encoding", "Leave it out");
    assertThat(latest()).isZero();
  }

  @Test
  void aCarriageReturnAloneEndsALineAndComesBackAsItWas() {
    server.post(VERSIONS, version("One.\r\rTwo was shut.\r", ""));
    server.post(VERSIONS, version("One.\n\nTwo was shut.\n", ""));
    JsonNode version = server.get(VERSIONS + "/1").json();
    assertThat(version.path("content").asText()).isEqualTo("One.\r\rTwo was shut.\r");
    assertThat(version.path("lines").asInt()).isEqualTo(3);
    JsonNode diff = server.get("/api/v1/scripts/intro/diff?format=json&from=1&to=2").json();
    assertThat(diff.at("/statistics/words_inserted").asInt()).isZero();
    assertThat(diff.at("/statistics/words_deleted").asInt()).isZero();
    assertThat(
            new String(
                server.get("/api/v1/scripts/intro/diff?from=1&to=2").bytes(),
                StandardCharsets.UTF_8))
        .contains("-One.\r\rTwo was shut.\r", "+One.\n+\n+Two was shut.\n");
  }

  @Test
  void bytesThatAreNotUtf8AreShownReplacedAndKeptExactly() {
    byte[] latin1 = "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    try (Database database = Database.open(folder)) {
      new VersionManager(database, new IndexWriter())
          .save(
              NewVersion.builder("intro", ScriptText.of(latin1), Author.named("Ann"), "c").build());
    }
    JsonNode version = server.get(VERSIONS + "/1").json();
    assertThat(version.path("content").asText()).isEqualTo("caf\uFFFD\n");
    assertThat(version.path("content_exact").asBoolean()).isFalse();
    assertThat(server.get(VERSIONS + "/1/content").bytes()).isEqualTo(latin1);
  }

  @Test
  void headAnswersAsGetDoesWithoutTheBody() {
    server.save("intro", "four");
    Answer head = server.send("HEAD", VERSIONS + "/1/content", new byte[0]);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo("4");
    assertThat(head.header("ETag")).isNotEmpty();
    assertThat(server.send("HEAD", VERSIONS + "/2", new byte[0]).status()).isEqualTo(404);
    assertThat(server.send("HEAD", VERSIONS + "?limit=0", new byte[0]).status()).isEqualTo(400);
  }

  @Test
  void aDamagedVersionIsAProblemAndTheOthersAreNot() throws SQLException {
    server.save("intro", "one");
    server.save("intro", "quite another text");
    execute("UPDATE script_versions SET content = x'2020' WHERE version_number = 1");
    assertThat(problem(server.get(VERSIONS + "/1"), 500)).contains("Version 1 of “intro”");
    assertThat(problem(server.get(VERSIONS + "/1/content"), 500)).contains("damaged");
    assertThat(problem(server.get("/api/v1/scripts/intro/diff?from=1&to=2"), 500))
        .contains("damaged");
    assertThat(server.get(VERSIONS + "/2").status()).isEqualTo(200);
    assertThat(server.get(VERSIONS).json().path("versions")).hasSize(2);
    assertThat(
            problem(
                server.post(
                    "/api/v1/scripts/intro/rollbacks", "{\"to_version\":1,\"author\":\"Ann\"}"),
                500))
        .contains("damaged");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + databaseFile());
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private Path databaseFile() {
    return folder.resolve(Database.FILE_NAME);
  }
}
