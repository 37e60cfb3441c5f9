package prismq.t.script.versioning.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import prismq.t.script.versioning.App;
import prismq.t.script.versioning.Config;
import prismq.t.script.versioning.account.Account;
import prismq.t.script.versioning.account.Accounts;
import prismq.t.script.versioning.account.Links;
import prismq.t.script.versioning.account.NewAccount;
import prismq.t.script.versioning.core.text.ScriptText;
import prismq.t.script.versioning.db.Database;
import prismq.t.script.versioning.history.Author;
import prismq.t.script.versioning.history.BranchManager;
import prismq.t.script.versioning.history.NewVersion;
import prismq.t.script.versioning.history.VersionManager;
import prismq.t.script.versioning.search.index.IndexWriter;
import prismq.t.script.versioning.token.NewToken;
import prismq.t.script.versioning.token.TokenRight;
import prismq.t.script.versioning.token.Tokens;
import prismq.t.script.versioning.web.Proxies;

/** A real server on a new database; every answer of it is held against the description. */
final class ApiServer implements AutoCloseable {
  static final int SIZE_LIMIT = 100_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Description DESCRIPTION = Description.read();

  private final Database database;
  private final App app;
  private final HttpClient client = HttpClient.newHttpClient();

  ApiServer(Path folder) {
    database = Database.open(folder);
    app =
        new App(
            new Config(
                folder,
                "127.0.0.1",
                0,
                List.of(),
                Proxies.of(List.of()),
                null,
                null,
                null,
                false,
                SIZE_LIMIT,
                false),
            database);
    app.start();
  }

  /** Returns when so many requests wait for changes. */
  void untilWaiting(int requests) throws InterruptedException {
    while (app.waitingRequests() < requests) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** An answer with its body. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    byte[] bytes() {
      return response.body();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return parsed(text());
    }
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  static String written(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes the first account, from when on nobody is let in without a token; gives one of it. */
  String tokenOfFirstAccount(String name, TokenRight right) {
    Clock clock = Clock.systemUTC();
    Accounts accounts = new Accounts(database, new Links(database, clock), clock);
    Account owner =
        accounts.addFirst(new NewAccount(name, "owner@example.org", "seven grey herons at noon"));
    return new Tokens(database, accounts, clock)
        .make(owner, new NewToken("Pipeline", right, List.of(), List.of(), null));
  }

  /** What is behind the calls on branches. */
  BranchManager branches() {
    return new BranchManager(database);
  }

  List<String> routes() {
    return app.routes();
  }

  /** The address of a path. */
  String url(String path) {
    return "http://127.0.0.1:" + app.port() + path;
  }

  Answer get(String path, String... headers) {
    return send("GET", path, new byte[0], headers);
  }

  /** Posts JSON. */
  Answer post(String path, String json, String... headers) {
    String[] all = List.of(headers).toArray(new String[headers.length + 2]);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return send("POST", path, json.getBytes(StandardCharsets.UTF_8), all);
  }

  /** Sends a request and holds the answer against the description. */
  Answer send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      Answer answer = new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
      DESCRIPTION.check(method, URI.create(path).getPath(), answer);
      return answer;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Sends what no proper client would, and gives the whole answer. */
  String sendRaw(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  void createScript(String scriptId) {
    assertThat(post(ApiUrls.SCRIPTS, "{\"script_id\":\"" + scriptId + "\",\"title\":\"A title\"}"))
        .extracting(Answer::status)
        .isEqualTo(201);
  }

  /** Saves a version and gives its JSON. */
  JsonNode save(String scriptId, String content) {
    Answer answer = post(ApiUrls.versions(scriptId), version(content));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  /** Saves bytes that JSON has no characters for. */
  void saveBytes(String scriptId, byte[] content) {
    new VersionManager(database, new IndexWriter())
        .save(
            NewVersion.builder(scriptId, ScriptText.of(content), Author.named("Ann"), "").build());
  }

  /** The least JSON of a version with this content. */
  static String version(String content) {
    return version(content, "");
  }

  /** The JSON of a version with further members, such as {@code ,"base_version":1}. */
  static String version(String content, String more) {
    return "{\"content\":"
        + written(content)
        + ",\"author\":\"Ann\",\"change_description\":\"a change\""
        + more
        + "}";
  }

  /** Asserts that the answer is a problem with all its members, and gives its detail. */
  static String problem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("type").asText()).isEqualTo("about:blank");
    assertThat(answer.json().path("title").asText()).isNotEmpty();
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    return answer.json().path("detail").asText();
  }

  /** Asserts that the answer is a problem with one field. */
  static void invalid(Answer answer, String field) {
    assertThat(problem(answer, 422)).startsWith(field + ": ");
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }

  @Override
  public void close() {
    app.close();
    database.close();
  }
}
